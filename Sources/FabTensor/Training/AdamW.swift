import Foundation

/// Adam with decoupled weight decay and a bound on the norm of the whole gradient.
///
/// > Source: I. Loshchilov, F. Hutter, *Decoupled weight decay regularization*, ICLR 2019, algorithm 2,
/// > arXiv 1711.05101; the decay is multiplied by the learning rate, as in torch.
public struct AdamW<Scalar: TensorScalar>: Hashable, Sendable {
  /// What doesn't change from step to step.
  public struct Settings: Hashable, Sendable {
    /// The learning rate by step.
    public var schedule: LearningRateSchedule
    /// The memory of the mean gradient.
    public var beta1: Double
    /// The memory of the mean square.
    public var beta2: Double
    /// What is added to the root of the mean square.
    public var epsilon: Double
    /// The decay of weights, a unit of learning rate; offsets don't decay.
    public var weightDecay: Double
    /// The largest norm of the whole gradient; nil for no bound.
    public var clippingNorm: Double?

    /// Creates settings.
    ///
    /// - Parameters:
    ///   - schedule: The learning rate by step.
    ///   - beta1: The memory of the mean gradient.
    ///   - beta2: The memory of the mean square.
    ///   - epsilon: What is added to the root of the mean square.
    ///   - weightDecay: The decay of weights.
    ///   - clippingNorm: The largest norm of the whole gradient; nil for no bound.
    public init(
      schedule: LearningRateSchedule,
      beta1: Double = 0.9,
      beta2: Double = 0.999,
      epsilon: Double = 1e-8,
      weightDecay: Double = 0.01,
      clippingNorm: Double? = nil
    ) {
      self.schedule = schedule
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.weightDecay = weightDecay
      self.clippingNorm = clippingNorm
    }
  }

  /// What doesn't change from step to step.
  public var settings: Settings
  /// The steps done.
  public internal(set) var steps = 0
  /// The mean gradients, by the place of the parameter; empty before its first step.
  var first: [[Scalar]] = []
  /// The mean squares.
  var second: [[Scalar]] = []

  /// Creates an optimiser.
  public init(_ settings: Settings) {
    self.settings = settings
  }

  /// The learning rate of the next step.
  public var learningRate: Double { settings.schedule.rate(at: steps) }

  /// Moves the trained parameters against their gradients.
  ///
  /// - Parameters:
  ///   - parameters: The parameters with their gradients.
  ///   - workers: How many threads are used; the result doesn't depend on it.
  /// - Returns: The norm of the whole gradient before clipping.
  /// - Throws: ``TensorError/notFinite(name:index:)`` for a gradient that is NaN or infinite; nothing is moved then.
  @discardableResult
  public mutating func step(
    _ parameters: ParameterSet<Scalar>,
    workers: Workers = Workers(1)
  ) throws(TensorError) -> Double {
    let trained = parameters.all.filter(parameters.trains)
    prepare(for: parameters)
    let squares = trained.map {
      Kernels.squares(parameters.gradientPointer($0), $0.shape.count)
    }
    let norm = squares.reduce(0, +).squareRoot()
    guard norm.isFinite else {
      for parameter in trained {
        let gradient = parameters.gradientPointer(parameter)
        if let index = Kernels.firstNotFinite(gradient, parameter.shape.count) {
          throw .notFinite(name: "gradient of \(parameter.name)", index: index)
        }
      }
      // Every number is finite, but their squares aren't.
      throw .notFinite(name: "norm of the gradient", index: 0)
    }
    let rate = learningRate
    steps += 1
    let clip = settings.clippingNorm.map { min(1, $0 / (norm + 1e-6)) } ?? 1
    for parameter in trained {
      let decay = parameter.kind == .weight ? settings.weightDecay : 0
      let factors = Kernels.AdamFactors<Scalar>(
        gradient: Scalar(clip),
        keep: Scalar(1 - rate * decay),
        beta1: Scalar(settings.beta1),
        beta2: Scalar(settings.beta2),
        rate: Scalar(rate / (1 - pow(settings.beta1, Double(steps)))),
        correction: Scalar(1 / (1 - pow(settings.beta2, Double(steps))).squareRoot()),
        epsilon: Scalar(settings.epsilon)
      )
      let value = parameters.valuePointer(parameter)
      let gradient = parameters.gradientPointer(parameter)
      first[parameter.index]
        .withUnsafeMutableBufferPointer { first in
          second[parameter.index]
            .withUnsafeMutableBufferPointer { second in
              guard let m = first.baseAddress, let v = second.baseAddress else { return }
              workers.run(over: parameter.shape.count, grain: Workers.lightGrain) { range in
                let start = range.lowerBound
                Kernels.adam(
                  value + start,
                  gradient: gradient + start,
                  first: m + start,
                  second: v + start,
                  range.count,
                  factors
                )
              }
            }
        }
    }
    return norm
  }

  /// Makes moments of zero for parameters that have none.
  mutating func prepare(for parameters: ParameterSet<Scalar>) {
    while first.count < parameters.all.count {
      let count = parameters.all[first.count].shape.count
      first.append(Array(repeating: 0, count: count))
      second.append(Array(repeating: 0, count: count))
    }
  }
}
