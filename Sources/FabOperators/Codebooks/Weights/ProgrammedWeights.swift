import FabNumerics

/// The cells of a layer's weights: what becomes of any weights that are programmed into them.
///
/// Errors are drawn once: the same cells err in the same way, whatever they are programmed to.
public struct ProgrammedWeights: Hashable, Sendable {
  private enum Law: Hashable, Sendable {
    /// Adds a number each.
    case added([Float])
    /// Multiplies by one and a number each.
    case relative([Float])
    /// By the tables of a codebook and a residual each; the magnitude of the largest conductance.
    case tabulated(WeightErrors, [Float], largest: Float)
  }

  private let law: Law

  /// The number of cells that were programmed outside the codebook's domain at first; zeros need none.
  public let outsideCount: Int

  /// Draws the errors of cells; `nil` where they have none.
  ///
  /// - Parameters:
  ///   - weights: The weights that scales are taken from.
  ///   - noise: How cells err.
  ///   - errors: The codebook's errors; needed for ``WeightNoise/codebook``.
  ///   - isMean: Whether errors are only those that all cells have in common.
  ///   - largest: The magnitude that the largest conductance stands for; `nil` for the largest weight.
  ///   - seed: The seed of the die.
  ///   - purpose: What the cells are for.
  /// - Precondition: ``WeightNoise/codebook`` comes with errors.
  public init?(
    of weights: UnsafeBufferPointer<Float>,
    _ noise: WeightNoise,
    errors: WeightErrors?,
    isMean: Bool,
    largest: Float? = nil,
    seed: UInt64,
    purpose: UInt64
  ) {
    let (smallest, highest) = (weights.min() ?? 0, weights.max() ?? 0)
    let largest = largest ?? max(abs(smallest), abs(highest))
    guard largest > 0 else { return nil }
    switch noise {
    case .none:
      return nil
    case .normal(let deviation, let reference):
      if isMean { return nil }
      outsideCount = 0
      let unit =
        switch reference {
        case .range: highest - smallest
        case .maximum: largest
        case .value: Float(1)
        }
      let scale = Float(deviation) * unit
      let stream = Xoshiro256.seed(seed, purpose)
      let deviates = [Float](unsafeUninitializedCapacity: weights.count) { buffer, count in
        CounterNormals(seed: stream).fill(buffer, from: 0)
        for index in buffer.indices { buffer[index] *= scale }
        count = weights.count
      }
      law = reference == .value ? .relative(deviates) : .added(deviates)
    case .codebook:
      guard let errors else { preconditionFailure("a codebook without errors of weights") }
      outsideCount = weights.count { $0 != 0 && !errors.domain.contains(Double(abs($0 / largest))) }
      let count = UInt64(errors.residuals.count)
      let residuals = weights.indices.map { cell -> Float in
        guard !isMean else { return 0 }
        var stream = Xoshiro256(seed: seed, key: [purpose, UInt64(cell)])
        return errors.residuals[Int(stream.next().multipliedFullWidth(by: count).high)]
      }
      law = .tabulated(errors, residuals, largest: largest)
    }
  }

  /// Programs weights.
  ///
  /// - Parameters:
  ///   - weights: The weights.
  ///   - result: What is filled, as many.
  ///   - first: The cell of the first weight.
  public func program(
    _ weights: UnsafeBufferPointer<Float>,
    into result: UnsafeMutableBufferPointer<Float>,
    from first: Int
  ) {
    switch law {
    case .added(let numbers):
      numbers.withUnsafeBufferPointer { numbers in
        for index in weights.indices { result[index] = weights[index] + numbers[first + index] }
      }
    case .relative(let numbers):
      numbers.withUnsafeBufferPointer { numbers in
        for index in weights.indices {
          result[index] = weights[index] * (1 + numbers[first + index])
        }
      }
    case .tabulated(let errors, let residuals, let largest):
      for index in weights.indices {
        let share = Double(abs(weights[index] / largest))
        let error =
          errors.bias(at: share) + errors.spread(at: share) * Double(residuals[first + index])
        result[index] = weights[index] * Float(1 + error)
      }
    }
  }
}

extension Xoshiro256 {
  /// Returns a seed of a seed and a purpose, for generators that take one number.
  static func seed(_ seed: UInt64, _ purpose: UInt64) -> UInt64 {
    var stream = Xoshiro256(seed: seed, key: [purpose])
    return stream.next()
  }
}
