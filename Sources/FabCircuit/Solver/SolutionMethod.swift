/// What it took to solve a circuit.
public enum SolutionMethod: String, Hashable, Sendable, CaseIterable {
  /// Newton's iteration from the start that it was given.
  case newton
  /// Newton's iteration with a conductance from every node to ground that was lowered to zero step by step.
  case conductanceStepping
  /// Newton's iteration with all sources raised from zero step by step.
  case sourceStepping
}
