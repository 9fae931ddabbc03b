/// A scan of a diffractometer over 2θ.
public struct DiffractionScan: Hashable, Sendable {
  /// What the file calls the scan or the sample; empty where it doesn't.
  public let name: String
  /// 2θ in degree.
  public let angles: [Double]
  /// Counts, equally many; corrected for an automatic absorber where the file says that one was in.
  public let counts: [Double]
  /// The time a point, in second; `nil` where the file doesn't say.
  public let stepTime: Double?
  /// The wavelength of Kα1 in Å; `nil` where the file doesn't say.
  public let alpha1Wavelength: Double?
  /// The wavelength of Kα2 in Å; `nil` where the file names none.
  public let alpha2Wavelength: Double?
  /// What the file says besides, as `key = value`.
  public let metadata: [String]
}
