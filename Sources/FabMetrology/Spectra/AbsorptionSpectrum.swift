import FabNumerics

/// A spectrum as a spectrophotometer recorded it, in the order of the scan.
public struct AbsorptionSpectrum: Hashable, Sendable {
  /// What the values are.
  public enum Ordinate: String, CaseIterable, Hashable, Sendable {
    /// A decadic logarithm.
    case absorbance
    /// Per cent of the light.
    case transmittance
    /// Per cent of the light.
    case reflectance
  }

  /// The sample as the file names it; empty where it doesn't.
  public let name: String
  /// What the values are.
  public let ordinate: Ordinate
  /// Wavelengths in nm; often descending.
  public let wavelengths: [Double]
  /// The values, equally many: absorbance, or per cent.
  public let values: [Double]
  /// Whether the detector was saturated at each point.
  public let isSaturated: [Bool]
  /// What the file says of the measurement, in its order.
  public let metadata: [String]

  /// The first wavelength of the scan; shifts of the instrument depend on it, so only equal scans compare.
  public var start: Double { wavelengths[0] }
  /// The last wavelength of the scan.
  public var stop: Double { wavelengths[wavelengths.count - 1] }
  /// The distance of points, negative for descending scans; `nil` where it varies by more than 1 %.
  public var step: Double? {
    guard wavelengths.count > 1 else { return nil }
    let mean = (stop - start) / Double(wavelengths.count - 1)
    let isEven = zip(wavelengths, wavelengths.dropFirst())
      .allSatisfy { abs($1 - $0 - mean) <= 0.01 * abs(mean) + 1e-9 }
    return isEven ? (mean * 1e6).rounded() / 1e6 : nil
  }

  /// Absorbances: as recorded, or of the transmittance; not finite where no light came through or the point is saturated.
  ///
  /// A reflectance has no absorbance of its own: `nil`.
  public var absorbances: [Double]? {
    switch ordinate {
    case .absorbance: zip(values, isSaturated).map { $1 ? .infinity : $0 }
    case .transmittance: values.map { -Elementary.log10($0 / 100) }
    case .reflectance: nil
    }
  }

  /// Absorbances from which UV-2600 files show that the detector was at its end: they're cut at 4 or 5.
  static let saturation = 4.0
}
