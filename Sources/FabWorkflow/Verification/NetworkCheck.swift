import FabHash
import FabOperators
import FabTransformer

/// Whether a layout is good for a network: its operators are within their limits, and so many wafers have the units.
struct NetworkCheck {
  /// The step.
  let step: VerifyReport.Step
  /// What the network needs.
  let report: VerifyReport.NetworkNeeds

  /// Checks.
  ///
  /// - Parameters:
  ///   - file: The network.
  ///   - layout: What a wafer offers.
  ///   - wafers: How many wafers there are.
  ///   - operators: What was found about the operators.
  init(
    _ file: NetworkFile,
    layout: LayoutCapacity,
    wafers: Int,
    operators: [OperatorReport]
  ) {
    let mapping = NetworkMapping(file.network, layout: layout, choices: MappingChoices())
    let needed = mapping.operators.map(\.rawValue)
    let verdicts = Dictionary(operators.map { ($0.name, $0.verdict) }) { first, _ in first }
    let unstudied = needed.filter { verdicts[$0] == nil }
    let bad = needed.filter { name in
      verdicts[name].map { $0 != .pass && $0 != .noLimit } ?? false
    }
    report = VerifyReport.NetworkNeeds(
      name: file.network.name,
      hash: file.hash.hexadecimal,
      operators: needed,
      operatorsBeyondLimits: bad,
      operatorsNotStudied: unstudied,
      wafers: mapping.wafers,
      availableWafers: wafers
    )
    var parts: [String] = []
    if !bad.isEmpty { parts.append("\(bad.joined(separator: ", ")) not within limits") }
    if !unstudied.isEmpty { parts.append("\(unstudied.joined(separator: ", ")) not studied") }
    let hasUnits = mapping.wafers.map { $0 <= wafers } ?? false
    if let count = mapping.wafers {
      parts.append(
        "\(mapping.pcusByMode.total) PCUs on \(count) wafers of this layout; \(wafers) available"
      )
    } else {
      parts.append("the layout has no array for its weights")
    }
    let verdict: VerifyReport.Verdict
    if !bad.isEmpty || !hasUnits {
      verdict = .fail
    } else {
      // What wasn't studied isn't known to be good.
      verdict = unstudied.isEmpty ? .pass : .notRun
    }
    step = VerifyReport.Step(
      id: "network",
      verdict: verdict,
      summary: "\(file.network.name): \(parts.joined(separator: "; "))"
    )
  }
}
