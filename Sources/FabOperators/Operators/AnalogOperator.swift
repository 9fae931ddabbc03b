public import FabNumerics

/// A function that configured computing units evaluate.
public protocol AnalogOperator: Sendable {
  /// The name.
  var name: OperatorName { get }
  /// The mode of every unit it needs, in their order.
  var modes: [PCUMode] { get }
  /// The largest output of the ideal function, the full scale of its errors.
  var fullScale: Double { get }
  /// The share of full scale below which relative errors aren't counted, because the ideal passes through zero.
  var relativeFloor: Double { get }

  /// Configures units and uses them.
  ///
  /// - Parameters:
  ///   - unit: The computing units, one a mode.
  ///   - index: The number of the unit among all that are studied, for messages.
  ///   - conditions: The bench.
  ///   - generator: Source of what is random in configuring and reading.
  /// - Returns: What went in and came out.
  /// - Throws: ``OperatorError`` where the units can't do it.
  func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial]
}

extension AnalogOperator {
  /// Zero: the ideal function is positive.
  public var relativeFloor: Double { 0 }
}
