public import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import FabReports

/// Checks masks that are in a file, ours or anybody's, by all design rules.
public struct MaskCheck: Encodable, Sendable {
  /// The file.
  public let file: String
  /// The rules with their verdicts.
  public let rules: [LayoutReport.RuleReport]
  /// Messages of the reader and of the rules.
  public let messages: [Diagnostic]
  private let results: [RuleResult]
  private let regions: [Layer: Region]

  private enum CodingKeys: String, CodingKey {
    case file
    case rules
  }

  /// Reads and checks a file.
  ///
  /// - Parameters:
  ///   - path: The layout file.
  ///   - recipe: The recipe whose levels and stacks the rules use.
  ///   - floorPlan: The floor plan whose wafer the rules use; `nil` to take the wafer that the file draws
  ///     for orientation, if it does.
  /// - Throws: A ``DiagnosticError`` if a file can't be read.
  public init(_ path: String, recipe: String, floorPlan: String?) throws(DiagnosticError) {
    let recipe = try LoadedRecipe(path: recipe)
    let file = try LayoutFile(path: path, flow: recipe.flow)
    var wafer: Wafer?
    if let floorPlan { wafer = try FloorPlan.read(InputFile.text(at: floorPlan)).wafer }
    let drawn = Self.drawnWafer(file.shapes)
    let present = Set(file.shapes.keys.filter { $0.purpose != .reference }.map(\.level))
    let context = RuleContext(
      shapes: file.shapes,
      flow: recipe.flow,
      checked: present,
      waferEdge: wafer?.edge ?? drawn?.edge,
      usableArea: wafer?.usableArea ?? drawn?.usable
    )
    results = DesignRules.check(context)
    regions = context.regions
    self.file = path
    rules = results.map { LayoutReportComposer.rule($0) }
    let known = Set(recipe.flow.levels.map(\.name))
    let foreign = Set(file.shapes.keys.map(\.level)).subtracting(known).sorted()
    let ignored = foreign.map { level in
      Diagnostic(
        .unknownLevel,
        severity: .warning,
        at: .file(path),
        "the recipe \(recipe.path) has no level '\(level)': its shapes aren't checked",
        fixes: ["name the recipe with --recipe, or rename the layer"]
      )
    }
    let absent = recipe.flow.levels.filter { !present.contains($0.name) }.map(\.name.text)
    let unchecked =
      absent.isEmpty
      ? []
      : [
        Diagnostic(
          .ruleNotRun,
          severity: .warning,
          at: .file(path),
          "the file draws nothing on \(absent.joined(separator: ", ")): the rules don't look at "
            + "\(absent.count == 1 ? "this level" : "these levels")",
          fixes: ["check the GDSII file of all levels too"]
        )
      ]
    messages = file.warnings + ignored + unchecked + RuleMessages.diagnostics(for: results)
  }

  /// Whether every rule ran on known levels and found nothing.
  public var isClean: Bool { results.allSatisfy { $0.verdict.findings.isEmpty } }

  /// The two outlines that our layouts draw for orientation: the wafer's edge around its usable area.
  private static func drawnWafer(_ shapes: [Layer: [Polygon]]) -> (edge: Polygon, usable: Polygon)?
  {
    let outlines = shapes.filter { $0.key.purpose == .reference }.values.flatMap { $0 }
      .filter { $0.flattened().outer.vertices.count > 100 }
      .sorted { $0.doubledArea > $1.doubledArea }
    guard outlines.count == 2 else { return nil }
    return (outlines[0], outlines[1])
  }

  /// The findings marked in the layout, as SVG.
  func markers() -> [UInt8] {
    FindingsPicture(
      title: "\(file): findings of the design rules",
      results: results,
      regions: regions
    )
    .svg()
  }

  /// The verdicts as a table.
  public var text: String {
    var table = TextTable([("rule", .left), ("verdict", .left), ("findings", .right), ("", .left)])
    table.rows = rules.map { rule in
      [rule.id, rule.verdict, "\(rule.findings.count)", rule.reason ?? ""]
    }
    return table.text
  }
}
