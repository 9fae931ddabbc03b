public import FabDiagnostics
import FabStore

/// What `run start` does.
public struct RunStartJob {
  /// The name of the run.
  public var code: String
  /// The chamber.
  public var equipment: String
  /// The wafers by name; all of ``lot`` if empty.
  public var wafers: [String] = []
  /// The lot whose wafers are taken.
  public var lot: String?
  /// A remark.
  public var note: String?
  /// The recipe file.
  public var recipe: String
  private let session: StoreSession

  /// Creates a job.
  public init(session: StoreSession, code: String, equipment: String, recipe: String) {
    self.session = session
    self.code = code
    self.equipment = equipment
    self.recipe = recipe
  }

  /// Starts the run.
  ///
  /// - Throws: A ``DiagnosticError`` if a wafer or the chamber isn't free, or the recipe can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (_) throws(DiagnosticError) in
      RecipeRegistration(try LoadedRecipe(path: recipe))
    } body: { (writer, moment, recipe) throws(DiagnosticError) in
      try writer.keep(recipe.version, steps: recipe.steps)
      var codes = wafers
      if let lot {
        _ = try writer.reader.named(Lot.self, lot)
        codes += try writer.reader.all(Wafer.self, where: ["lot": .text(lot)])
          .filter { $0.state != "scrapped" }.map(\.code)
      }
      var started = moment
      // The same command without --at again means the run that it started.
      if session.moment == nil, let known = try writer.reader.find(Run.self, .text(code)) {
        started = known.startedAt
      }
      let places = codes.enumerated()
        .map { RunWafer(run: code, wafer: $0.element, slot: $0.offset + 1) }
      try writer.start(
        Run(
          code: code,
          recipe: recipe.version.sha256,
          equipment: equipment,
          operatorName: writer.actor,
          state: "running",
          startedAt: started,
          note: note
        ),
        wafers: places
      )
      return StoreRemarks([
        "\(recipe.steps.count) steps to do; record them with 'pcu-fab run step \(code) STEP'"
      ])
    }
  }
}
