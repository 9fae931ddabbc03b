extension WeightErrors {
  /// Smooths relative errors of cells over their weights; `nil` where there is no sample or one isn't finite.
  ///
  /// Each cell counts for the two points that its weight lies between, by its distance from them.
  ///
  /// - Parameters:
  ///   - samples: Weights and their relative errors.
  ///   - domain: The weights of the first and the last point.
  ///   - pointCount: The number of points.
  ///   - readoutSpread: The standard deviation of a reading.
  init?(
    _ samples: [(weight: Double, error: Double)],
    domain: ClosedRange<Double>,
    pointCount: Int,
    readoutSpread: Double
  ) {
    guard !samples.isEmpty, samples.allSatisfy({ $0.error.isFinite }) else { return nil }
    func smoothed(_ values: [Double]) -> [Double] {
      var sums = Array(repeating: (value: 0.0, weight: 0.0), count: pointCount)
      for (sample, value) in zip(samples, values) {
        let share = (sample.weight - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        let position = min(max(share, 0), 1) * Double(pointCount - 1)
        let index = min(Int(position), pointCount - 2)
        let t = position - Double(index)
        for (place, part) in [(index, 1 - t), (index + 1, t)] {
          sums[place].value += part * value
          sums[place].weight += part
        }
      }
      let all = values.reduce(0, +) / Double(values.count)
      // A point that no cell lies near is told as all cells together.
      return sums.map { $0.weight > 1e-9 ? $0.value / $0.weight : all }
    }
    let biases = smoothed(samples.map(\.error))
    func table(_ values: [Double]) -> WeightErrors? {
      WeightErrors(
        domain: domain,
        biases: biases,
        spreads: values,
        residuals: [0],
        readoutSpread: readoutSpread
      )
    }
    guard let centre = table(biases.map { _ in 0 }) else { return nil }
    let residuals = samples.map { $0.error - centre.bias(at: $0.weight) }
    let spreads = smoothed(residuals.map { $0 * $0 }).map { $0.squareRoot() }
    guard let scale = table(spreads) else { return nil }
    self.init(
      domain: domain,
      biases: biases,
      spreads: spreads,
      residuals: zip(samples, residuals)
        .map { sample, residual in
          let spread = scale.spread(at: sample.weight)
          return Float(spread > 0 ? residual / spread : 0)
        },
      readoutSpread: readoutSpread
    )
  }
}
