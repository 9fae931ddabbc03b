import FabDevices

/// A unit of an activation as a circuit, solved for each input: what tables of curves are made of.
public struct CurveCircuit: Sendable {
  enum Law: Sendable {
    case softplus(SoftplusCell)
    case sigmoid(SigmoidCell, offset: Double)
    case gelu(GELUUnit)
  }

  let law: Law
  let input: DeviceScale
  let output: DeviceScale

  /// Returns what comes out for a number, in numbers of the network.
  ///
  /// - Throws: ``OperatorError/outOfReach(operator:unit:quantity:found:)`` where no bias reaches it.
  public func output(_ x: Double) throws(OperatorError) -> Double {
    let quantity = input.offset + input.perNumber * x
    switch law {
    case .softplus(let cell): return cell.current(at: quantity) / output.perNumber
    case .sigmoid(let cell, let offset):
      return (cell.branch.current(at: quantity + offset) - output.offset) / output.perNumber
    case .gelu(let unit): return try unit.output(x)
    }
  }
}
