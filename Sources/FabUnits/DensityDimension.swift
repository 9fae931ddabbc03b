/// The dimension of ``Density``.
public enum DensityDimension: PhysicalDimension {
  /// "a density".
  public static let name = "a density"
  /// An example for messages.
  public static let example = "6.16 g/cm3"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("g/cm3", aliases: ["g/cm^3", "g cm-3"], exponent: 3),
    MeasurementUnit("kg/m3", aliases: ["kg/m^3", "kg m-3"]),
  ]
}

/// A mass density; SI unit kilogram per cubic metre.
public typealias Density = Quantity<DensityDimension>
