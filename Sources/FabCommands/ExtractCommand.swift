import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab extract`: the devices that a layout really makes.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract:
      "Extract devices and nets from geometry and recipe alone, and compare them with the schematic.",
    discussion: """
      Devices are found where conductors overlap, by the films between them, never by names. With a floor plan the \
      circuit is compared with the one that is meant. LAYOUT is a floor plan (.yaml), whose own layout is extracted, or \
      a layout file. Exit status 1 if there is a parasitic device or a difference.

      Keys of --json: layout, recipe, pcus, nets, crossings, joints; devices with the counts diode, \
      multistateMemristor, binaryMemristor, parasitic, and device where the recipe has others; components; deviceList; \
      parasitics; lvs with verdict ("match", "mismatch" or "not run"), structureMatches, isAnchored, schematicDevices \
      and differences (kind, name, level, boxMm, found, expected, fix).

      Examples:
        pcu-fab extract
        pcu-fab extract Layouts/pin-diode-4in.yaml --recipe Recipes/pin-diode.yaml
        pcu-fab extract --spice wafer.cir
        pcu-fab extract edited.gds --floor-plan Layouts/wafer-4in-101.yaml --markers differences.svg
      """
  )

  @OptionGroup var layout: LayoutArgument

  @Option(
    help: "A SPICE file to write, with subcircuits and line resistances; runs in ngspice as it is.",
    completion: .file(extensions: ["cir", "sp"])
  )
  var spice: String?

  @Option(
    help: "An SVG file to write, with every difference and parasitic marked and numbered.",
    completion: .file(extensions: ["svg"])
  )
  var markers: String?

  @Flag(help: "Replace the files of --spice and --markers if they exist.")
  var force = false

  @OptionGroup var recipe: RecipeOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      let named = try layout.resolved()
      return try ExtractionJob(
        recipe: recipe.path(),
        file: named.file,
        floorPlan: named.floorPlan,
        files: .ofTool,
        spice: spice,
        markers: markers,
        replaces: force
      )
      .run()
    }
  }
}
