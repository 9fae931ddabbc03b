/// What a computing unit is set to do.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, sections 2.1 to 2.3 for the states of M1 and M2 by function.
public enum PCUMode: String, Hashable, Sendable, CaseIterable {
  /// M2 low, M1 holds a weight.
  case synapse
  /// M1 and M2 low: the diode alone, for logarithms, exponentials, products and quotients.
  case logarithmic
  /// M2 low, M1 at about 10 kohm: the diode bends into a straight line.
  case softplus
  /// M1 low, M2 high: two diodes back to back.
  case sigmoid
  /// M2 high, M1 at its smallest conductance: a neighbour that must not conduct.
  case off
}
