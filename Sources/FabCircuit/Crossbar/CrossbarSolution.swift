/// The operating point of a crossbar for one vector of inputs.
public struct CrossbarSolution: Hashable, Sendable {
  /// The current out of each bit line into its virtual ground, in ampere; shape `[column]`.
  public let outputs: [Double]
  /// The current of each source into its word line, in ampere; shape `[row]`.
  public let sourceCurrents: [Double]
  /// The voltages of the word lines at the cells; shape `[row, column]`; empty where they weren't asked for.
  public let wordVoltages: [Double]
  /// The voltages of the bit lines at the cells; shape `[row, column]`; empty where they weren't asked for.
  public let bitVoltages: [Double]
  /// Newton steps; 1 for a linear array.
  public let steps: Int
  /// Iterations of the conjugate gradients, all steps together.
  public let iterations: Int
  /// The relative residual that was reached, in the norm that the solver states.
  public let residual: Double
}
