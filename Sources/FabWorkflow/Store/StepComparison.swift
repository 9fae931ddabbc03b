import FabDiagnostics
import FabStore

/// Planned against actual in one step.
enum StepComparison {
  /// One quantity of a step.
  struct Row: Hashable, Encodable {
    let quantity: String
    let planned: String
    let actual: String
    let deviation: String?
    /// Actual over planned minus one, in percent; `nil` where either is unknown.
    let deviationPercent: Double?
  }

  /// The names of steps as recipes call them: `pvk/deposit`, a repeated kind numbered.
  static func names(of plan: [RecipeStep]) -> [String] {
    var counts: [String: Int] = [:]
    return plan.map { step in
      let name = "\(step.film)/\(step.kind)"
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return count == 1 ? name : "\(name)-\(count)"
    }
  }

  /// The quantities that are planned or were measured.
  static func rows(_ planned: RecipeStep, _ actual: RunStep?) -> [Row] {
    [
      row("thickness", planned.thicknessNm, actual?.thicknessNm, "nm"),
      row("rate", planned.rateAPerS, actual?.rateAPerS, "Å/s"),
      row("temperature", planned.temperatureC, actual?.temperatureC, "°C", isAbsolute: true),
      row("pressure", planned.pressurePa, actual?.pressurePa, "Pa"),
      row("time", planned.timeS, actual?.timeS, "s"),
    ]
    .compactMap(\.self)
  }

  private static func row(
    _ quantity: String,
    _ planned: Double?,
    _ actual: Double?,
    _ unit: String,
    isAbsolute: Bool = false
  ) -> Row? {
    guard planned != nil || actual != nil else { return nil }
    func text(_ value: Double?, _ missing: String) -> String {
      value.map { "\(EngineeringText.plain($0, digits: 5)) \(unit)" } ?? missing
    }
    var deviation: String?
    var percent: Double?
    if let planned, let actual {
      let difference = actual - planned
      // Degrees Celsius have no meaningful ratio.
      if isAbsolute {
        deviation =
          "\(sign(difference))\(EngineeringText.plain(abs(difference), digits: 3)) \(unit)"
      } else if planned != 0 {
        let share = 100 * difference / planned
        percent = share
        deviation = "\(sign(share))\(EngineeringText.plain(abs(share), digits: 3)) %"
      }
    }
    return Row(
      quantity: quantity,
      planned: text(planned, "unspecified"),
      actual: text(actual, "not recorded"),
      deviation: deviation,
      deviationPercent: percent
    )
  }

  private static func sign(_ value: Double) -> String { value < 0 ? "-" : "+" }

  /// The step that a number or a name such as `pvk/deposit` means.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` and near names.
  static func step(_ text: String, of plan: [RecipeStep]) throws(DiagnosticError) -> RecipeStep {
    let names = names(of: plan)
    if let number = Int(text), let found = plan.first(where: { $0.seq == number }) { return found }
    if let index = names.firstIndex(of: text) { return plan[index] }
    throw DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: .argument(text),
        "the recipe has no step '\(text)'\(NearMiss.question(for: text, among: names))",
        notes: [.init("its steps are 1 to \(plan.count): \(names.joined(separator: ", "))")]
      )
    )
  }
}
