/// The bins of all components and of the unit, named and versioned.
public struct BinRuleset: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The version; a change of any bin is a new one.
  public let version: Int
  /// The bins of each subject, tried in this order; the last one takes all that is left.
  public let bins: [BinSubject: [BinRule]]

  /// Creates a ruleset.
  public init(name: String, version: Int, bins: [BinSubject: [BinRule]]) {
    self.name = name
    self.version = version
    self.bins = bins
  }

  /// Sorts the components of one unit, then the unit.
  ///
  /// Values that are absent count as not measured, as do those of components without an entry.
  ///
  /// - Parameter values: The measured values of each component.
  /// - Returns: The bins in the order of ``BinSubject``; subjects without bins are left out.
  /// - Throws: ``QualityError/notFinite(index:)`` with the index of the component in ``BinSubject``.
  public func results(
    for values: [BinSubject: [BinCharacteristic: Double]]
  ) throws(QualityError) -> [BinResult] {
    for (index, subject) in BinSubject.allCases.enumerated() {
      for (_, value) in values[subject] ?? [:] where !value.isFinite {
        throw .notFinite(index: index)
      }
    }
    var results: [BinResult] = []
    for subject in BinSubject.allCases {
      guard let rules = bins[subject] else { continue }
      let found = results
      for rule in rules {
        guard let reason = reason(for: rule, values[subject] ?? [:], found) else { continue }
        results.append(
          BinResult(
            subject: subject,
            code: rule.code,
            quality: rule.quality,
            name: rule.name,
            reason: reason
          )
        )
        break
      }
    }
    return results
  }

  /// Returns why a rule holds, `nil` where it doesn't.
  private func reason(
    for rule: BinRule,
    _ values: [BinCharacteristic: Double],
    _ components: [BinResult]
  ) -> String? {
    var parts: [String] = []
    for condition in rule.conditions {
      switch condition {
      case .value(let characteristic, let lower, let upper):
        guard let value = values[characteristic], value >= lower ?? -.infinity,
          value <= upper ?? .infinity
        else { return nil }
        let unit = characteristic.unit == "1" ? "" : " \(characteristic.unit)"
        parts.append("\(characteristic.rawValue) \(value)\(unit)")
      case .missing(let characteristic):
        guard values[characteristic] == nil else { return nil }
        parts.append("\(characteristic.rawValue) not measured")
      case .components(let subjects, let quality, let all):
        let matching = subjects.filter { subject in
          // A component without bins of its own wasn't judged.
          (components.first { $0.subject == subject }?.quality ?? .skip) == quality
        }
        guard all ? matching.count == subjects.count : !matching.isEmpty else { return nil }
        let verb = quality.rawValue
        parts.append("\(verb): \(matching.map(\.rawValue).joined(separator: ", "))")
      }
    }
    return parts.isEmpty ? "none of the bins before" : parts.joined(separator: "; ")
  }
}
