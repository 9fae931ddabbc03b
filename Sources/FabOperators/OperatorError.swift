public import FabDevices

/// Why an operator can't be studied.
public enum OperatorError: Error, Hashable, Sendable {
  /// A device or condition makes no sense.
  case device(DeviceError)
  /// The number of units isn't positive.
  case unitCount(Int)
  /// A placement has fewer computing units than the operator needs.
  case tooFewUnits(operator: OperatorName, needed: Int, found: Int)
  /// No voltage or conductance lets a unit do its part.
  case outOfReach(operator: OperatorName, unit: Int, quantity: String, found: Double)
  /// A memristor isn't within the tolerance of its target when its pulses are used up.
  case notProgrammed(operator: OperatorName, unit: Int, target: Double, reading: Double?)
  /// A function can't be fitted to a unit's curve.
  case noFit(operator: OperatorName, unit: Int)
  /// No unit of a study works; the first one's reason.
  indirect case noUnitWorks(operator: OperatorName, reason: OperatorError)
  /// A result isn't finite.
  case notFinite(operator: OperatorName, unit: Int)
  /// A calibration's goal isn't met anywhere in the range of the spread.
  case notBracketed(operator: OperatorName, goalPercent: Double, foundPercent: ClosedRange<Double>)

  /// Whether it's about one unit, so that others can still be studied.
  var concernsOneUnit: Bool {
    switch self {
    case .outOfReach, .notProgrammed, .noFit: true
    case .device, .unitCount, .tooFewUnits, .noUnitWorks, .notFinite, .notBracketed: false
    }
  }
}
