import FabNumerics

/// The largest error that an operator may have.
public struct OperatorLimit: Hashable, Sendable {
  /// What is held against the limit.
  public enum Metric: String, Hashable, Sendable, Codable {
    /// The mean of the relative errors in magnitude.
    case meanRelativeError
    /// The mean of the errors over full scale in magnitude.
    case meanFullScaleError
  }

  /// What is held against it.
  public let metric: Metric
  /// The largest value, in percent; `nil` for no limit.
  public let percent: Double?

  /// Creates a limit.
  public init(metric: Metric, percent: Double?) {
    self.metric = metric
    self.percent = percent
  }

  /// The limit of an operator where nobody says another.
  ///
  /// > Source: Where the paper states a mean error: that plus a margin of two points, about the scatter of a mean of
  /// > ten units (for vector products, which scatter by a few hundredths, half a point). Softplus and sigmoid: 1 % of
  /// > full scale. The rest is ours: half as much again as these operators err on the usual bench. The softmax as the
  /// > paper words it has none, because chained multipliers and dividers can't reach the stated error, nor have amplitudes
  /// > through a diode, which isn't linear.
  public static func usual(_ name: OperatorName) -> OperatorLimit {
    let published = PublishedFigures.meanRelativeErrorPercent(of: name)
    return switch name {
    case .divider, .multiplier, .softmax, .softmaxTailCurrent:
      OperatorLimit(metric: .meanRelativeError, percent: published.map { $0 + 2 })
    case .vmm: OperatorLimit(metric: .meanRelativeError, percent: published.map { $0 + 0.5 })
    case .vmmSelector: OperatorLimit(metric: .meanRelativeError, percent: 1.3)
    case .softmaxComposed, .vmmSelectorAmplitude:
      OperatorLimit(metric: .meanRelativeError, percent: nil)
    case .dynamicMultiply: OperatorLimit(metric: .meanRelativeError, percent: 11)
    case .exponential: OperatorLimit(metric: .meanRelativeError, percent: 5.5)
    case .scale, .add, .batchNorm: OperatorLimit(metric: .meanRelativeError, percent: 2)
    case .softplus, .sigmoid: OperatorLimit(metric: .meanFullScaleError, percent: 1)
    case .gelu: OperatorLimit(metric: .meanFullScaleError, percent: 3)
    }
  }

  /// The percentage that a study has to set against the limit.
  public func percent(of study: OperatorStudy) -> Double {
    switch metric {
    case .meanRelativeError: 100 * study.errors.relative.mean
    case .meanFullScaleError: 100 * study.errors.fullScale.mean
    }
  }

  /// Whether a study stays within the limit; `nil` where there is none.
  public func admits(_ study: OperatorStudy) -> Bool? {
    percent.map { percent(of: study) <= $0 }
  }
}
