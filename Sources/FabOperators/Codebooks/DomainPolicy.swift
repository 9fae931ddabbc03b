/// What is done with an input outside the domain that a codebook was made for; it's counted in any case.
public enum DomainPolicy: String, Hashable, Sendable, CaseIterable, Codable {
  /// A curve keeps the value, a surface the gain of the nearest end.
  case clamp
  /// A curve goes on as a straight line, the gain of a surface as one in the logarithms of its operands.
  case extrapolate
  /// Nothing is computed: an error tells how many inputs lie outside.
  case refuse
}
