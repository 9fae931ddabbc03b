/// The computing units that make up one operator.
public struct OperatorUnit: Hashable, Sendable {
  /// The computing units in the order of the operator's modes.
  public let pcus: [PCUDevices]
  /// What bit lines share, in ohm, shape `[unit, unit]`: the voltage at one M1 for one ampere through another.
  ///
  /// The diagonal is each unit's own path to the contact. Empty where every unit has a bit line of its own.
  public let bitLineCoupling: [[Double]]

  /// Creates an operator's units.
  ///
  /// - Precondition: The coupling is empty or has a row and a column for every unit.
  public init(pcus: [PCUDevices], bitLineCoupling: [[Double]] = []) {
    precondition(
      bitLineCoupling.isEmpty
        || (bitLineCoupling.count == pcus.count
          && bitLineCoupling.allSatisfy { $0.count == pcus.count }),
      "a coupling of \(pcus.count) units has as many rows and columns"
    )
    self.pcus = pcus
    self.bitLineCoupling = bitLineCoupling
  }

  /// Returns some of the units, by their places.
  func part(_ range: Range<Int>) -> OperatorUnit {
    OperatorUnit(
      pcus: Array(pcus[range]),
      bitLineCoupling: bitLineCoupling.isEmpty
        ? [] : bitLineCoupling[range].map { Array($0[range]) }
    )
  }
}
