public import FabDevices
import FabNumerics

/// The two spreads that the paper doesn't state, found so that two of its operators err as published.
///
/// First the spread of readings, so that vector products err by their published mean: they don't depend on diodes.
/// Then, with it, the own spread of `ln I0`, so that dividers do. Multipliers and softmax units are left as
/// predictions. Random numbers are the same at every step, so that the mean grows smoothly with the spread.
public struct SpreadCalibration: Sendable {
  /// The relative spread of a reading.
  public let readoutSpread: Double
  /// The own spread of `ln I0`.
  public let currentSpread: Double
  /// The law with that spread.
  public let law: VariationLaw
  /// The studies of all operators with a published figure, calibrated ones and predictions, in the order of their names.
  public let studies: [OperatorStudy]

  /// The operators that the spreads are fitted to.
  public static let fitted: [OperatorName] = [.vmm, .divider]

  /// The spreads that are searched, as shares.
  private static let range = 0.0...0.2
  /// How near the mean must come to the published one, in percent points.
  private static let tolerance = 0.002

  /// Calibrates.
  ///
  /// - Parameters:
  ///   - law: The law whose own spread of `ln I0` is replaced.
  ///   - unitCount: The number of units of each study.
  ///   - seed: The seed of all draws.
  ///   - progress: Called before each study with what is tried.
  /// - Throws: ``OperatorError/notBracketed(operator:goalPercent:foundPercent:)`` where no spread in range gives the
  ///   published mean; ``OperatorError`` of a study.
  public init(
    law: VariationLaw = .matched,
    unitCount: Int,
    seed: UInt64,
    progress: (OperatorName, Double) -> Void = { _, _ in }
  ) throws(OperatorError) {
    func study(
      _ name: OperatorName,
      _ law: VariationLaw,
      _ readout: Double
    ) throws(OperatorError) -> OperatorStudy {
      let conditions: OperatorConditions
      do { conditions = try OperatorConditions(readoutSpread: readout) } catch {
        throw .device(error)
      }
      let population = UnitPopulation(
        placements: [try .bench(count: name.modes.count, law: law)],
        law: law,
        seed: seed
      )
      return try name.study(population: population, unitCount: unitCount, conditions: conditions)
    }
    func percent(_ study: OperatorStudy) -> Double { 100 * study.errors.relative.mean }
    func changed(_ spread: Double) throws(OperatorError) -> VariationLaw {
      do { return try law.setting(ownSpread: spread, of: .saturationCurrent) } catch {
        throw .device(error)
      }
    }

    let readout = try Self.root(of: .vmm) { spread throws(OperatorError) in
      progress(.vmm, spread)
      return percent(try study(.vmm, law, spread))
    }
    let current = try Self.root(of: .divider) { spread throws(OperatorError) in
      progress(.divider, spread)
      return percent(try study(.divider, changed(spread), readout))
    }
    let calibrated = try changed(current)
    var studies: [OperatorStudy] = []
    for name in OperatorName.allCases
    where PublishedFigures.meanRelativeErrorPercent(of: name) != nil {
      studies.append(try study(name, calibrated, readout))
    }
    readoutSpread = readout
    currentSpread = current
    self.law = calibrated
    self.studies = studies
  }

  /// The spread at which an operator's mean error is the published one, by false position (Illinois).
  private static func root(
    of name: OperatorName,
    _ percent: (Double) throws(OperatorError) -> Double
  ) throws(OperatorError) -> Double {
    guard let goal = PublishedFigures.meanRelativeErrorPercent(of: name) else {
      preconditionFailure("\(name) has no published figure to calibrate on")
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    var lowValue = try percent(low) - goal
    var highValue = try percent(high) - goal
    guard lowValue <= 0, highValue >= 0 else {
      throw .notBracketed(
        operator: name,
        goalPercent: goal,
        foundPercent: min(lowValue, highValue) + goal...max(lowValue, highValue) + goal
      )
    }
    var lastSign = 0.0
    for _ in 0..<60 {
      let middle = (low * highValue - high * lowValue) / (highValue - lowValue)
      let value = try percent(middle) - goal
      if abs(value) < tolerance { return middle }
      if value < 0 {
        low = middle
        lowValue = value
        if lastSign < 0 { highValue /= 2 }
      } else {
        high = middle
        highValue = value
        if lastSign > 0 { lowValue /= 2 }
      }
      lastSign = value
    }
    return (low + high) / 2
  }
}
