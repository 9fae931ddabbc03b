public import FabUnits

/// Which measured curve `simulate iv --fit` fits, and how.
public struct IVFitRequest: Sendable {
  /// The file.
  public var file: String
  /// The temperature of the measurement.
  public var temperature = Temperature(siValue: 298.15)
  /// The area of the diode.
  public var area = Area(0.64, .squareMillimetre)
  /// The smallest current that the instrument tells from zero.
  public var resolution = ElectricCurrent(siValue: 1e-12)

  /// Creates a request with the conditions of the computing unit's diode.
  public init(file: String) {
    self.file = file
  }
}
