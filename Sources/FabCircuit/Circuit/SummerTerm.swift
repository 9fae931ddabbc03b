/// One input of a controlled voltage source: a gain times the voltage between two nodes.
public struct SummerTerm: Hashable, Sendable {
  /// The node that counts positive.
  public let plus: CircuitNode
  /// The node that counts negative.
  public let minus: CircuitNode
  /// The gain.
  public let gain: Double

  /// Creates a term.
  public init(plus: CircuitNode, minus: CircuitNode = .ground, gain: Double) {
    self.plus = plus
    self.minus = minus
    self.gain = gain
  }
}
