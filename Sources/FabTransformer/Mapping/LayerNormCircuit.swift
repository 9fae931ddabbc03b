/// Where a normalisation over channels is computed.
public enum LayerNormCircuit: String, Hashable, Sendable, CaseIterable, Codable {
  /// In a processor: two conversions an element.
  case digital
  /// By multipliers, a root in the logarithmic domain, and dividers.
  case analog
}
