/// What differs from device to device.
public enum VariedQuantity: UInt64, Hashable, Sendable, CaseIterable {
  /// Logarithm of a diode's saturation current.
  case saturationCurrent = 1
  /// Logarithm of a diode's ideality.
  case ideality = 2
  /// Logarithm of a diode's series resistance.
  case seriesResistance = 3
  /// Logarithm of a diode's shunt resistance.
  case shuntResistance = 4
  /// Logarithm of the conductance window of M1.
  case window = 5
  /// Logarithm of M1's pulse gain.
  case pulseGain = 6
  /// Logarithm of M2's thresholds.
  case threshold = 7
  /// Logarithm of M2's low resistance.
  case lowResistance = 8
}
