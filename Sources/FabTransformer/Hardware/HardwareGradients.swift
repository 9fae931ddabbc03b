/// How gradients go back through operators that are looked up in a codebook.
///
/// > Source: Perovskite computing units, hardware-aware offline fine-tuning: outputs of the codebook, gradients of a bypass branch.
public enum HardwareGradients: String, Hashable, Sendable, CaseIterable {
  /// Those of the ideal operator: `y = codebook(x) + f(x) - stopGradient(f(x))`.
  case bypass
  /// None: a number out of a table has no derivative. Products with weights keep theirs.
  case none
}
