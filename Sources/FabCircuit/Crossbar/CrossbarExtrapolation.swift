import Foundation

// Goals, in this order: (1) a limit or none, never a wrong one; (2) as few sweeps as conjugate gradients would take.

/// Takes the limit of a linear iteration from observations of its first steps: reduced rank extrapolation.
///
/// Weights that add up to one are chosen so that the weighted sum of the steps' changes is smallest; the same
/// weights then combine the outputs. A limit is given where that smallest change is below ``changeTolerance`` and what
/// is still to come is below ``tolerance``, both relative to the largest of each lane: the latter is estimated as the
/// rest of a geometric series from the differences between the last limits.
///
/// > Source: Reduced rank extrapolation as in D. A. Smith, W. F. Ford, A. Sidi, *Extrapolation methods for vector
/// > sequences*, SIAM Review 29, 199 (1987); by a QR factorisation whose columns are added one a step.
struct CrossbarExtrapolation {
  /// What a step led to.
  enum Outcome {
    /// Another step is needed.
    case more
    /// More steps won't do.
    case never
    /// The outputs in the limit.
    case found([Double])
  }

  /// Steps at most.
  static let limit = 72
  /// Observations a lane for each step at least: fewer would let weights cancel what they don't see.
  static let observationsPerStep = 8
  /// The largest estimate of what is still to come.
  static let tolerance = 2e-10
  /// The largest root mean square of the weighted change.
  static let changeTolerance = 3e-10
  /// The largest sum of the weights' magnitudes: rounding is multiplied by it.
  static let largestWeight = 1e5

  private let ends: [Int]
  private let lanes: Int
  private var last: [Double] = []
  /// What observations are multiplied by: the largest of each group and lane is about one.
  private var weights: [Double] = []
  /// Outputs after each step but the first.
  private var outputs: [[Double]] = []
  private var basis: [[Double]] = []
  /// Columns of the triangular factor.
  private var triangle: [[Double]] = []
  private var limitBefore: [Double] = []
  /// Each limit's difference to the one before.
  private var differences: [Double] = []
  private var change = Double.infinity

  /// Creates an extrapolation of observations in groups, each with its scale; the first group are the outputs.
  ///
  /// `ends` are the ends of the groups. Lanes are interleaved.
  init(ends: [Int], lanes: Int) {
    self.ends = ends
    self.lanes = lanes
  }

  /// Takes the observations of the next step.
  mutating func add(_ observed: UnsafeBufferPointer<Double>) -> Outcome {
    let now = Array(observed)
    defer { last = now }
    guard !last.isEmpty else { return .more }
    outputs.append(Array(now[0..<ends[0]]))
    if weights.isEmpty { weights = makeWeights(now) }
    var direction = now
    for index in direction.indices {
      direction[index] = (now[index] - last[index]) * weights[index]
    }
    var column: [Double] = []
    for other in basis {
      let share = Self.product(other, direction)
      column.append(share)
      Self.subtract(share, other, from: &direction)
    }
    let length = Self.product(direction, direction).squareRoot()
    let scale = Double(now.count).squareRoot()
    // Nothing changes any more: the iteration has converged by itself.
    guard length > 1e-15 * scale else { return .found(outputs[outputs.count - 1]) }
    column.append(length)
    triangle.append(column)
    for index in direction.indices { direction[index] /= length }
    basis.append(direction)
    let combination = makeCombination()
    guard combination.reduce(0, { $0 + abs($1) }) < Self.largestWeight else { return .never }
    var limit = Array(repeating: 0.0, count: ends[0])
    for (factor, output) in zip(combination, outputs) {
      Self.subtract(-factor, output, from: &limit)
    }
    if !limitBefore.isEmpty { differences.append(largestDifference(limit, limitBefore)) }
    limitBefore = limit
    guard change <= Self.changeTolerance * scale, rest <= Self.tolerance else {
      let next = triangle.count + 1
      let isEnough = now.count >= next * Self.observationsPerStep * lanes
      return next <= Self.limit && isEnough ? .more : .never
    }
    return .found(limit)
  }

  /// The weights of the steps, which add up to one; sets ``change``.
  private mutating func makeCombination() -> [Double] {
    let count = triangle.count
    var solved = Array(repeating: 1.0, count: count)
    for row in 0..<count {
      for before in 0..<row { solved[row] -= triangle[row][before] * solved[before] }
      solved[row] /= triangle[row][row]
    }
    for row in (0..<count).reversed() {
      for after in (row + 1)..<max(count, row + 1) {
        solved[row] -= triangle[after][row] * solved[after]
      }
      solved[row] /= triangle[row][row]
    }
    let sum = solved.reduce(0, +)
    change = (1 / sum).squareRoot()
    return solved.map { $0 / sum }
  }

  /// What is still to come, from the last difference and the mean ratio of the last few.
  private var rest: Double {
    guard differences.count > 1, let last = differences.last else { return .infinity }
    let span = min(3, differences.count - 1)
    let before = differences[differences.count - 1 - span]
    guard last > 0 else { return 0 }
    let ratio = pow(last / before, 1 / Double(span))
    return ratio < 1 ? last * ratio / (1 - ratio) : .infinity
  }

  private func makeWeights(_ observed: [Double]) -> [Double] {
    var weights: [Double] = []
    var start = 0
    for end in ends {
      var largest = Array(repeating: Double.leastNormalMagnitude, count: lanes)
      for index in start..<end {
        largest[index % lanes] = max(largest[index % lanes], abs(observed[index]))
      }
      // A lane without input weighs nothing.
      let scales = largest.map { $0 > .leastNormalMagnitude ? 1 / $0 : 0 }
      for index in start..<end { weights.append(scales[index % lanes]) }
      start = end
    }
    return weights
  }

  /// The largest difference of each lane over its largest element; of these the largest.
  private func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    var worst = 0.0
    for lane in 0..<lanes {
      var (difference, size) = (0.0, 0.0)
      for index in stride(from: lane, to: a.count, by: lanes) {
        difference = max(difference, abs(a[index] - b[index]))
        size = max(size, abs(a[index]))
      }
      if difference > 0 { worst = max(worst, difference / size) }
    }
    return worst
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        let (a, b) = (a.bindMemory(to: SIMD4<Double>.self), b.bindMemory(to: SIMD4<Double>.self))
        var sums = [4 of SIMD4<Double>](repeating: .zero)
        for index in 0..<(a.count / 4) {
          for part in 0..<4 {
            sums[part] = sums[part].addingProduct(a[index * 4 + part], b[index * 4 + part])
          }
        }
        for index in (a.count / 4 * 4)..<a.count {
          sums[0] = sums[0].addingProduct(a[index], b[index])
        }
        return ((sums[0] + sums[1]) + (sums[2] + sums[3])).sum()
      }
    }
  }

  private static func subtract(_ factor: Double, _ a: [Double], from b: inout [Double]) {
    for index in b.indices { b[index] -= factor * a[index] }
  }
}
