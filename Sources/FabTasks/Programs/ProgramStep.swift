/// A step of a program: a function, the steps whose results it takes, and words.
public struct ProgramStep: Hashable, Sendable {
  /// The function.
  public let function: ProgramFunction
  /// The numbers of earlier steps.
  public let inputs: [Int]
  /// Words such as "red" or "left".
  public let values: [String]

  /// Creates a step.
  public init(function: ProgramFunction, inputs: [Int], values: [String] = []) {
    self.function = function
    self.inputs = inputs
    self.values = values
  }
}
