public import FabNumerics

/// A vector times weights: three inputs straight on the memristors of one column.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.2, Figures 3c and 3d: a 1 x 3 vector of weights times a
/// > 3 x 1000 matrix of inputs. That the inputs lie straight on the memristors is our reading: through the diodes the
/// > product isn't linear.
public struct VectorMatrixProduct: AnalogOperator {
  /// The number of inputs.
  public static let inputCount = 3
  /// The number of vectors a unit is tried on.
  public let vectorCount: Int
  /// The name.
  public let name = OperatorName.vmm
  /// A unit an input.
  public let modes = Array(repeating: PCUMode.synapse, count: VectorMatrixProduct.inputCount)
  /// The largest sum.
  public let fullScale = Double(VectorMatrixProduct.inputCount)

  /// Creates the operator; the paper takes 1000 vectors of one unit.
  public init(vectorCount: Int = 50) {
    self.vectorCount = vectorCount
  }

  /// Multiplies random vectors, inputs 0...1, with random weights 0.1...1.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let weights = Self.weights(using: &generator)
    let column = try SynapseColumn(
      unit,
      weights: weights,
      name,
      index: index,
      conditions,
      using: &generator
    )
    let bench = try LogDomain(name, index: index, conditions)
    return (0..<vectorCount)
      .map { _ in
        let inputs = weights.map { _ in generator.uniformDeviate() }
        let ideal = zip(weights, inputs).reduce(0) { $0 + $1.0 * $1.1 }
        let output = bench.read(column.output(inputs), using: &generator)
        return OperatorTrial(first: ideal, ideal: ideal, output: output)
      }
  }

  /// Random weights that memristors can hold.
  static func weights(using generator: inout Xoshiro256) -> [Double] {
    (0..<inputCount)
      .map { _ in
        let smallest = SynapseColumn.smallestWeight
        return smallest + (1 - smallest) * generator.uniformDeviate()
      }
  }
}
