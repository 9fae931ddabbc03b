import Dispatch
public import FabNumerics
import Foundation

/// Average run lengths by simulation: points until the first signal.
///
/// Every run has random numbers of its own, so that the result doesn't depend on the number of threads.
public struct RunLengthSimulation: Hashable, Sendable {
  /// What is simulated.
  public let scheme: RunLengthScheme
  /// The number of runs; at least two.
  public var runs: Int
  /// The seed.
  public var seed: UInt64
  /// The length at which a run is given up; it counts with this length.
  public var longestRun: Int

  /// Creates a simulation.
  public init(
    _ scheme: RunLengthScheme,
    runs: Int = 20_000,
    seed: UInt64 = 1,
    longestRun: Int = 1_000_000
  ) {
    self.scheme = scheme
    self.runs = runs
    self.seed = seed
    self.longestRun = longestRun
  }

  /// Returns the run lengths under a shift of the mean, in standard deviations, from the first point on.
  ///
  /// - Throws: ``QualityError/tooFew(found:needed:)``, ``QualityError/outOfRange(parameter:found:expected:)``.
  public func lengths(shift: Double = 0) throws(QualityError) -> SampleStatistics {
    try scheme.check()
    guard runs >= 2 else { throw .tooFew(found: runs, needed: 2) }
    guard shift.isFinite else {
      throw .outOfRange(parameter: "shift", found: shift, expected: "a finite number")
    }
    var lengths = Array(repeating: 0.0, count: runs)
    let chunk = 64
    let count = runs
    lengths.withUnsafeMutableBufferPointer { buffer in
      // Each chunk writes to elements of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: (count + chunk - 1) / chunk) { part in
        for run in (part * chunk)..<min(count, (part + 1) * chunk) {
          target[run] = Double(length(of: run, shift: shift))
        }
      }
    }
    guard let result = SampleStatistics(lengths) else { throw .tooFew(found: 0, needed: 2) }
    return result
  }

  private func length(of run: Int, shift: Double) -> Int {
    var random = Xoshiro256(seed: seed, key: [UInt64(run)])
    switch scheme {
    case .rules(let set):
      let rules = ControlRule.allCases.filter(set.contains)
      var monitor = RuleMonitor()
      for point in 1...max(1, longestRun) {
        monitor.add(random.normalDeviate() + shift)
        for rule in rules where monitor.signals(rule) { return point }
      }
    case .weightedAverage(let weight, let width):
      var average = 0.0
      var remainder = 1.0
      let limit = width * (weight / (2 - weight)).squareRoot()
      for point in 1...max(1, longestRun) {
        average += weight * (random.normalDeviate() + shift - average)
        remainder *= (1 - weight) * (1 - weight)
        if abs(average) > limit * (1 - remainder).squareRoot() { return point }
      }
    case .cumulativeSum(let reference, let decision):
      var (high, low) = (0.0, 0.0)
      for point in 1...max(1, longestRun) {
        let deviate = random.normalDeviate() + shift
        high = max(0, high + deviate - reference)
        low = max(0, low - deviate - reference)
        if high > decision || low > decision { return point }
      }
    }
    return longestRun
  }
}
