public import FabDiagnostics
import FabExtraction
import FabGeometry
import FabHash
import FabLayout
import FabRecipe

/// What `extract` does: the devices and nets that a layout really makes, held against what is meant.
public struct ExtractionJob {
  private let recipe: String
  private let floorPlan: String?
  private let file: String?
  private let files: SharedFiles
  private let spice: String?
  private let markers: String?
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - recipe: The recipe whose stacks tell the devices.
  ///   - file: The layout file, GDSII, DXF or SVG; `nil` to extract the floor plan's own layout.
  ///   - floorPlan: The floor plan that says what is meant; `nil` with a file to extract without comparison.
  ///   - files: Where the tool's own floor plan lies.
  ///   - spice: The SPICE file to write; `nil` for none.
  ///   - markers: The SVG file to write that marks what is wrong; `nil` for none.
  ///   - replaces: Whether existing files may be replaced.
  public init(
    recipe: String,
    file: String?,
    floorPlan: String?,
    files: SharedFiles,
    spice: String?,
    markers: String?,
    replaces: Bool
  ) {
    self.recipe = recipe
    self.file = file
    self.floorPlan = floorPlan
    self.files = files
    self.spice = spice
    self.markers = markers
    self.replaces = replaces
  }

  /// Extracts and compares.
  ///
  /// - Returns: The report; it isn't clean if there is a parasitic or a difference from the schematic.
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let layout = try LayoutUnderTest(
      recipe: recipe,
      file: file,
      floorPlan: floorPlan,
      files: files
    )
    let (extracted, comparison) = (layout.extracted, layout.comparison)
    let report = ExtractionReport(
      of: extracted,
      comparison: comparison,
      layout: layout.name,
      recipe: layout.recipe.name
    )
    var text = ExtractionText(report: report).description
    if let spice {
      try write(layout, to: spice)
      text += "wrote \(spice)\n"
    }
    if let markers {
      let picture = ExtractionMarkers(
        extracted,
        comparison: comparison?.result,
        layout: layout.name,
        regions: try layout.ruleContext().regions
      )
      try SingleFile(path: markers).write(picture.svg(), replaces: replaces)
      text += "wrote \(markers)\n"
    }
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: layout.messages + layout.findings,
      isClean: extracted.findings.isEmpty && (comparison?.result.matches ?? true)
    )
  }

  /// Writes the circuit with its line resistances, each sheet in the middle of its range.
  private func write(_ layout: LayoutUnderTest, to path: String) throws(DiagnosticError) {
    let recipe = layout.recipe
    let sheets = try SheetResistances(recipe.recipe)
    let netlist = Netlist(
      of: layout.extracted,
      lines: LineNetworks(of: layout.extracted),
      title: "\(layout.name), recipe \(recipe.name) \(recipe.hash.short), "
        + "\(Tool.name) \(Tool.version)"
    ) { sheets.value(of: $0) }
    try SingleFile(path: path)
      .write(
        Array(SPICEWriter.text(of: netlist).utf8),
        replaces: replaces
      )
  }
}
