public import FabDiagnostics
import FabGeometry
import FabHash
import FabLayout
import FabProcess
import FabRecipe
import FabUnits

/// What `recipe materials` does: the mass of every substance on a wafer, coated all over and through masks.
public struct MaterialsJob {
  private struct Entry: Encodable {
    var film: String
    var material: String
    var part: String
    var unmaskedMassMg: Double?
    var maskedMassMg: Double?
    var isAssumption: Bool
    var missing: String?
  }

  private struct Report: Encodable {
    var recipe: String
    var wafer: String
    var waferAreaMm2: Double
    var floorPlan: String?
    var films: [Entry]
  }

  private let request: LayoutRequest
  private let files: SharedFiles

  /// Creates the job for a recipe, a wafer and, if there is one, its floor plan.
  public init(request: LayoutRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Computes the masses.
  ///
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedRecipe(path: request.recipe)
    let recipe = loaded.recipe
    var messages = loaded.warnings
    let source = FloorPlanSource(request: request, files: files, flow: recipe.flow)
    var masked: MaterialUse?
    var origin: String?
    var wafer = try source.plainWafer()
    do throws(DiagnosticError) {
      let (plan, name, _) = try source.plan()
      wafer = plan.wafer
      masked = MaterialUse(recipe, apertures: try areas(plan, loaded))
      origin = name
    } catch {
      // Without a layout for this recipe the unmasked masses still stand; the reason is told.
      guard request.floorPlan == nil else { throw error }
      messages += error.diagnostics.map { diagnostic in
        Diagnostic(
          diagnostic.code,
          severity: .warning,
          at: diagnostic.place,
          "masses through masks aren't computed: \(diagnostic.summary)",
          notes: diagnostic.notes,
          fixes: ["name a floor plan for this recipe with --floor-plan"]
        )
      }
    }
    // The disc itself, not its flattened outline.
    let radius = Double(wafer.radius) / 1e6
    let areaMm2 = Double.pi * radius * radius
    let whole = MaterialUse(recipe, unmaskedArea: Area(siValue: areaMm2 * 1e-6))
    let entries = whole.films.map { entry in
      Entry(
        film: entry.film.text,
        material: entry.material.text,
        part: entry.part.rawValue,
        unmaskedMassMg: entry.mass?.value(in: .milligram),
        maskedMassMg: masked?.mass(of: entry.film, entry.part)?.value(in: .milligram),
        isAssumption: entry.isAssumption,
        missing: entry.missing
      )
    }
    let report = Report(
      recipe: recipe.name,
      wafer: wafer.size.rawValue,
      waferAreaMm2: areaMm2,
      floorPlan: origin,
      films: entries
    )
    return CommandOutput(
      text: text(report),
      json: JSONText.encode(report),
      messages: messages
    )
  }

  private func areas(
    _ plan: FloorPlan,
    _ recipe: LoadedRecipe
  ) throws(DiagnosticError) -> [LevelName: Area] {
    let layout = try plan.layout(
      flow: recipe.flow,
      recipeName: recipe.path,
      stamps: SheetStamps(recipeHash: recipe.hash.hexadecimal, floorPlanHash: "")
    )
    let context = try MaskGeometry(wafer: layout).ruleContext
    return Dictionary(
      uniqueKeysWithValues: recipe.flow.levels.map { level in
        (level.name, Area(siValue: context.apertures(level.name).areaMm2 * 1e-6))
      }
    )
  }

  private func text(_ report: Report) -> String {
    var table = TextTable([
      ("film", .left), ("substance", .left), ("part", .left), ("all over/mg", .right),
      ("through masks/mg", .right), ("", .left),
    ])
    table.rows = report.films.map { entry in
      [
        entry.film, entry.material, entry.part,
        entry.unmaskedMassMg.map { LayoutText.decimals($0, 3) } ?? "unknown",
        entry.maskedMassMg.map { LayoutText.decimals($0, 3) } ?? "-",
        entry.isAssumption ? "assumed" : entry.missing.map { "unknown: \($0)" } ?? "",
      ]
    }
    let plan = report.floorPlan.map { ", masks of \($0)" } ?? ""
    return "\(report.recipe) on a \(report.wafer) wafer of "
      + "\(LayoutText.decimals(report.waferAreaMm2 / 100, 3)) cm2\(plan); what coats the chamber "
      + "isn't counted\n\n" + table.text
  }
}
