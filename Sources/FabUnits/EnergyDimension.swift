/// The dimension of ``Energy``.
public enum EnergyDimension: PhysicalDimension {
  /// "an energy".
  public static let name = "an energy"
  /// An example for messages.
  public static let example = "0.3 pJ"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("J"),
    MeasurementUnit("mJ", exponent: -3),
    MeasurementUnit("µJ", aliases: ["uJ"], exponent: -6),
    MeasurementUnit("nJ", exponent: -9),
    MeasurementUnit("pJ", exponent: -12),
    MeasurementUnit("fJ", exponent: -15),
  ]
}

/// An energy; SI unit joule.
public typealias Energy = Quantity<EnergyDimension>
