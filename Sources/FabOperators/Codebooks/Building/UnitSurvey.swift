import Dispatch
import FabNumerics
import Synchronization

/// What all units of a population give, computed by all processors; those that don't work apart.
///
/// The streams are those of studies: unit 7 of a codebook is unit 7 of a study of the same seed.
struct UnitSurvey<Value: Sendable> {
  /// What the units that work give, in their order.
  let values: [Value]
  /// How many don't work.
  let failureCount: Int

  init(
    of name: OperatorName,
    _ population: UnitPopulation,
    unitCount: Int,
    _ measure: @Sendable (OperatorUnit, Int, inout Xoshiro256) throws(OperatorError) -> Value
  ) throws(OperatorError) {
    guard unitCount > 0 else { throw .unitCount(unitCount) }
    for placement in population.placements where placement.names.count < name.modes.count {
      throw .tooFewUnits(
        operator: name,
        needed: name.modes.count,
        found: placement.names.count
      )
    }
    let chunk = 16
    let chunkCount = (unitCount + chunk - 1) / chunk
    let results = Mutex<[Int: [Result<Value, OperatorError>]]>([:])
    DispatchQueue.concurrentPerform(iterations: chunkCount) { number in
      let outcomes = (number * chunk..<min(unitCount, (number + 1) * chunk))
        .map { index in
          Result<Value, OperatorError> { () throws(OperatorError) in
            var generator = population.stream(ofUnit: index)
            return try measure(try population.unit(index), index, &generator)
          }
        }
      results.withLock { $0[number] = outcomes }
    }
    let finished = results.withLock { $0 }
    var values: [Value] = []
    values.reserveCapacity(unitCount)
    var reason: OperatorError?
    for outcome in (0..<chunkCount).flatMap({ finished[$0] ?? [] }) {
      do throws(OperatorError) {
        values.append(try outcome.get())
      } catch {
        guard error.concernsOneUnit else { throw error }
        if reason == nil { reason = error }
      }
    }
    if values.isEmpty, let reason { throw .noUnitWorks(operator: name, reason: reason) }
    self.values = values
    failureCount = unitCount - values.count
  }
}
