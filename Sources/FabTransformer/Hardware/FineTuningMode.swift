/// What a network is fine-tuned for.
public enum FineTuningMode: String, Hashable, Sendable, CaseIterable {
  /// One die, as it is.
  case die
  /// The process: every step has a die of its own.
  case population
  /// One die, without the bypass: gradients stop at operators that are looked up.
  case withoutBypass = "without-bypass"

  /// What it's called in tables.
  public var title: String {
    switch self {
    case .die: "this die"
    case .population: "population"
    case .withoutBypass: "without bypass"
    }
  }
}
