/// A multiplier as a circuit, solved for each pair of operands: two logarithms, their sum, an exponential.
public struct ProductCircuit: Sendable {
  let product: LogProduct
  /// The current of an operand of one, in ampere.
  let operandCurrent: Double

  /// Returns the product of two numbers; signs are steered around the circuit.
  ///
  /// - Throws: ``OperatorError/outOfReach(operator:unit:quantity:found:)`` where an operand is out of the circuit's reach.
  public func output(_ x: Double, _ y: Double) throws(OperatorError) -> Double {
    guard x != 0, y != 0 else { return 0 }
    let magnitude =
      try product.output(abs(x) * operandCurrent, abs(y) * operandCurrent) / operandCurrent
    return (x < 0) == (y < 0) ? magnitude : -magnitude
  }
}
