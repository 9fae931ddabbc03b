import FabDevices
public import FabDiagnostics
import FabProcess
import FabRecipe
import FabStore
public import FabUnits

/// What `measure generate` does: a table of values as the models give them, to try things out before there are wafers.
public struct MeasurementGenerationJob {
  /// The wafers by name; all of ``lot`` if empty.
  public var wafers: [String] = []
  /// The lot whose wafers are taken.
  public var lot: String?
  /// Wafers whose diodes are shorted at the edge.
  public var shorted: [String] = []
  /// Beyond this radius.
  public var shortedBeyond = Length(34, .millimetre)
  /// The seed.
  public var seed: UInt64 = 1
  private let session: StoreSession
  private let recipe: String
  private let out: String
  private let replaces: Bool

  /// Creates a job.
  public init(session: StoreSession, recipe: String, out: String, replaces: Bool) {
    self.session = session
    self.recipe = recipe
    self.out = out
    self.replaces = replaces
  }

  /// Writes the table.
  ///
  /// The thickness that each wafer's last run recorded for the perovskite shifts its films and devices.
  ///
  /// - Throws: A ``DiagnosticError`` if a wafer is unknown or carries no layout, or the file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let file = SingleFile(path: out)
    try file.checkFree(replaces: replaces)
    let loaded = try LoadedRecipe(path: recipe)
    let film = loaded.recipe.films.first { $0.conversion != nil } ?? loaded.recipe.films.first
    let planned = film?.thickness.value?.value(in: .nanometre)
    let final = film?.finalThickness(in: loaded.recipe)?.value(in: .nanometre)
    guard let film, let planned, let final, planned > 0 else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(recipe),
          "the recipe states no thickness of a film that could be measured"
        )
      )
    }
    var text = "wafer,site,characteristic,value,u,unit\n"
    var count = 0
    for (wafer, sites, actual) in try sources(film.name.text) {
      let generated: GeneratedWafer
      do throws(DeviceError) {
        generated = try GeneratedWafer(
          sites: sites,
          thickness: final,
          ratio: (actual ?? planned) / planned,
          shortedBeyond: shorted.contains(wafer)
            ? shortedBeyond.value(in: .millimetre) : nil,
          seed: Self.seed(seed, wafer)
        )
      } catch {
        throw error.diagnostic(options: [:])
      }
      for value in generated.values {
        let name =
          (value.component.map { "\($0.rawValue)." } ?? "") + value.characteristic.rawValue
        text += "\(wafer),\(value.site),\(name),\(value.value),"
        text += (value.u.map { "\($0)" } ?? "") + ",\(value.characteristic.unit)\n"
        count += 1
      }
    }
    try file.write(Array(text.utf8), replaces: replaces)
    return CommandOutput(
      text: "wrote \(count) generated values to \(out); import them with "
        + "'pcu-fab measure import \(out) --generated'\n",
      json: JSONText.encode(["file": JSONValue.text(out), "values": .integer(Int64(count))])
    )
  }

  /// The wafers with their PCUs and the thickness that their last run recorded.
  private func sources(
    _ film: String
  ) throws(DiagnosticError) -> [(String, [LayoutSite], Double?)] {
    try session.read { (reader) throws(DiagnosticError) in
      var codes = wafers
      if let lot {
        _ = try reader.named(Lot.self, lot)
        codes += try reader.all(Wafer.self, where: ["lot": .text(lot)]).map(\.code)
      }
      if let stranger = shorted.first(where: { !codes.contains($0) }) {
        throw DiagnosticError(
          Diagnostic(
            .unknownEntry,
            at: .argument("--shorted"),
            "'\(stranger)' is none of the wafers\(NearMiss.question(for: stranger, among: codes))"
          )
        )
      }
      return try codes.map { (code) throws(DiagnosticError) in
        let wafer = try reader.named(Wafer.self, code)
        guard let layout = wafer.layout else {
          throw DiagnosticError(
            Diagnostic(.wrongState, at: .argument(code), "wafer '\(code)' carries no layout")
          )
        }
        let sites = try reader.all(
          LayoutSite.self,
          where: ["layout": .text(layout), "kind": .text("pcu")]
        )
        return (code, sites, try thickness(of: film, on: code, reader))
      }
    }
  }

  private func thickness(
    of film: String,
    on wafer: String,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> Double? {
    let runs = try reader.all(RunWafer.self, where: ["wafer": .text(wafer)])
      .map { (place) throws(DiagnosticError) in try reader.named(Run.self, place.run) }
      .sorted { $0.startedAt < $1.startedAt }
    for run in runs.reversed() {
      let steps = try reader.all(
        RecipeStep.self,
        where: ["recipe": .text(run.recipe), "film": .text(film), "kind": .text("deposit")]
      )
      guard let step = steps.first else { continue }
      let actual = try reader.all(
        RunStep.self,
        where: ["run": .text(run.code), "seq": .integer(Int64(step.seq))]
      )
      if let thickness = actual.last?.thicknessNm { return thickness }
    }
    return nil
  }

  /// A seed for each wafer, whatever others are generated with it.
  private static func seed(_ seed: UInt64, _ wafer: String) -> UInt64 {
    // FNV-1a: the name's bytes, nothing random.
    wafer.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
