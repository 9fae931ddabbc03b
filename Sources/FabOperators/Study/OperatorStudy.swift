import Dispatch
import FabNumerics
import Synchronization

/// Many units of one operator, configured, used and compared with the ideal function.
///
/// Equal populations and conditions give equal results, whatever the number of threads.
public struct OperatorStudy: Sendable {
  /// The operator.
  public let name: OperatorName
  /// The number of units.
  public let unitCount: Int
  /// The units that don't work, each with the reason; they have no part in the errors.
  public let failures: [Int: OperatorError]
  /// The errors.
  public let errors: ErrorStatistics
  /// The errors by region.
  public let map: ErrorMap
  /// The mean relative error of the units of each placement, in the order of the placements; `nil` where none was drawn.
  public let placementMeans: [Double?]
  /// Trials for a picture: those of the first units.
  public let sample: [OperatorTrial]
  /// The largest ideal output.
  public let fullScale: Double

  /// The number of trials that are kept for a picture.
  static let sampleCount = 2000

  /// Studies an operator.
  ///
  /// - Parameters:
  ///   - operation: The operator.
  ///   - population: Where its units come from; each placement has a unit for every mode, or more.
  ///   - unitCount: The number of units.
  ///   - conditions: The bench.
  /// - Throws: ``OperatorError``; of several, that of the first unit. Units that don't work are counted instead, unless
  ///   none works.
  public init(
    _ operation: some AnalogOperator,
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions
  ) throws(OperatorError) {
    guard unitCount > 0 else { throw .unitCount(unitCount) }
    for placement in population.placements where placement.names.count < operation.modes.count {
      throw .tooFewUnits(
        operator: operation.name,
        needed: operation.modes.count,
        found: placement.names.count
      )
    }
    let (trials, failures) = try Self.trials(operation, population, unitCount, conditions)
    if failures.count == unitCount, let reason = failures[0] {
      throw .noUnitWorks(operator: operation.name, reason: reason)
    }
    let threshold = operation.relativeFloor * operation.fullScale
    guard
      let errors = ErrorStatistics(
        trials,
        fullScale: operation.fullScale,
        threshold: threshold
      )
    else {
      let bad = trials.firstIndex { $0.contains { !$0.output.isFinite } } ?? 0
      throw .notFinite(operator: operation.name, unit: bad)
    }
    name = operation.name
    self.unitCount = unitCount
    self.failures = failures
    self.errors = errors
    fullScale = operation.fullScale
    let all = trials.flatMap { $0 }
    map = ErrorMap(all, threshold: threshold)
    sample = Array(all.prefix(Self.sampleCount))
    var sums = population.placements.map { _ in (0.0, 0) }
    for (unit, list) in trials.enumerated() {
      let place = population.placement(ofUnit: unit)
      for trial in list where abs(trial.ideal) > threshold {
        sums[place].0 += abs(trial.relativeError)
        sums[place].1 += 1
      }
    }
    placementMeans = sums.map { $0.1 > 0 ? $0.0 / Double($0.1) : nil }
  }

  /// What a unit gave: its trials, or why it doesn't work.
  private typealias Outcome = Result<[OperatorTrial], OperatorError>

  /// The trials of all units, computed by all processors; those of a unit that doesn't work are empty.
  private static func trials(
    _ operation: some AnalogOperator,
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions
  ) throws(OperatorError) -> (trials: [[OperatorTrial]], failures: [Int: OperatorError]) {
    let chunk = 16
    let chunkCount = (unitCount + chunk - 1) / chunk
    let results = Mutex<[Int: [Outcome]]>([:])
    DispatchQueue.concurrentPerform(iterations: chunkCount) { number in
      let outcomes = (number * chunk..<min(unitCount, (number + 1) * chunk))
        .map { index in
          Outcome { () throws(OperatorError) in
            var generator = population.stream(ofUnit: index)
            let unit = try population.unit(index)
            let raw = try operation.trials(of: unit, index: index, conditions, using: &generator)
            return conditions.trimsGain ? trimmed(raw, operation) : raw
          }
        }
      results.withLock { $0[number] = outcomes }
    }
    let finished = results.withLock { $0 }
    var trials: [[OperatorTrial]] = []
    trials.reserveCapacity(unitCount)
    var failures: [Int: OperatorError] = [:]
    for outcome in (0..<chunkCount).flatMap({ finished[$0] ?? [] }) {
      do {
        trials.append(try outcome.get())
      } catch {
        guard error.concernsOneUnit else { throw error }
        failures[trials.count] = error
        trials.append([])
      }
    }
    return (trials, failures)
  }

  /// The trials of a unit after one gain that makes its outputs add up to the ideal ones.
  private static func trimmed(
    _ trials: [OperatorTrial],
    _ operation: some AnalogOperator
  ) -> [OperatorTrial] {
    var ideal = 0.0
    var output = 0.0
    for trial in trials {
      guard abs(trial.ideal) > operation.relativeFloor * operation.fullScale else { continue }
      ideal += 1
      output += trial.output / trial.ideal
    }
    guard output > 0 else { return trials }
    let gain = ideal / output
    return trials.map {
      OperatorTrial(
        first: $0.first,
        second: $0.second,
        ideal: $0.ideal,
        output: gain * $0.output
      )
    }
  }
}
