/// Mean relative errors by region of the inputs.
public struct ErrorMap: Hashable, Sendable {
  /// The range of the first coordinate.
  public let firstRange: ClosedRange<Double>
  /// The range of the second coordinate; a single point where one coordinate says it all.
  public let secondRange: ClosedRange<Double>
  /// The mean relative error of a region as a share, shape `[second, first]`; `nil` where nothing fell into it.
  public let meanRelativeErrors: [[Double?]]

  /// The number of regions along each coordinate that is used.
  static let regionCount = 10

  /// Creates the map of trials.
  ///
  /// - Parameters:
  ///   - trials: The trials.
  ///   - threshold: The magnitude of the ideal above which relative errors count.
  init(_ trials: [OperatorTrial], threshold: Double) {
    func range(_ coordinate: KeyPath<OperatorTrial, Double>) -> ClosedRange<Double> {
      var low = Double.infinity
      var high = -Double.infinity
      for trial in trials {
        low = min(low, trial[keyPath: coordinate])
        high = max(high, trial[keyPath: coordinate])
      }
      return low <= high ? low...high : 0...0
    }
    let (first, second) = (range(\.first), range(\.second))
    firstRange = first
    secondRange = second
    let rows = second.lowerBound < second.upperBound ? Self.regionCount : 1
    let columns = first.lowerBound < first.upperBound ? Self.regionCount : 1
    var sums = Array(repeating: (0.0, 0), count: rows * columns)
    func place(_ value: Double, in range: ClosedRange<Double>, of count: Int) -> Int {
      guard count > 1 else { return 0 }
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return min(count - 1, Int(share * Double(count)))
    }
    for trial in trials where abs(trial.ideal) > threshold {
      let index =
        place(trial.second, in: second, of: rows) * columns
        + place(trial.first, in: first, of: columns)
      sums[index].0 += abs(trial.relativeError)
      sums[index].1 += 1
    }
    meanRelativeErrors = (0..<rows)
      .map { row in
        (0..<columns)
          .map { column in
            let (sum, count) = sums[row * columns + column]
            return count > 0 ? sum / Double(count) : nil
          }
      }
  }
}
