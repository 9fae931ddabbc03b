/// Mean relative errors that the paper states.
public enum PublishedFigures {
  /// The stated mean relative error of an operator in percent; `nil` where the paper states none.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706: Figures 2d (ten dividers), 2e (ten multipliers), 3d (vector products),
  /// > 3e (ten softmax units).
  public static func meanRelativeErrorPercent(of name: OperatorName) -> Double? {
    switch name {
    case .divider: 5.66
    case .multiplier: 6.61
    case .vmm: 0.78
    case .softmax, .softmaxComposed, .softmaxTailCurrent: 1.31
    case .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .exponential, .scale, .add,
      .batchNorm, .softplus,
      .sigmoid, .gelu:
      nil
    }
  }
}
