/// What is to be known of a measured value beside the number.
public struct MeasurementFlags: OptionSet, Hashable, Sendable {
  /// The bits, as they are stored.
  public let rawValue: Int32

  /// Creates flags from bits.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Nothing was measured here.
  public static let notMeasured = MeasurementFlags(rawValue: 1)
  /// The instrument's range was exceeded.
  public static let overflow = MeasurementFlags(rawValue: 2)
  /// The source limited current or voltage.
  public static let compliance = MeasurementFlags(rawValue: 4)
  /// The detector was saturated.
  public static let saturated = MeasurementFlags(rawValue: 8)
  /// The curve gave no value: the fit failed or is poor.
  public static let fitFailed = MeasurementFlags(rawValue: 16)
  /// Left out by a person, with a reason in the audit.
  public static let excluded = MeasurementFlags(rawValue: 32)
  /// The feature lies at the end of the window in which it is looked for.
  public static let windowHit = MeasurementFlags(rawValue: 64)
  /// The base line of the curve has a slope.
  public static let baselineSlope = MeasurementFlags(rawValue: 128)
  /// The base line of the curve has fringes, or scatters.
  public static let fringes = MeasurementFlags(rawValue: 256)
  /// The law leaves more of the curve than its noise explains.
  public static let poorFit = MeasurementFlags(rawValue: 512)

  private static let names: [(MeasurementFlags, String)] = [
    (.notMeasured, "not measured"), (.overflow, "overflow"), (.compliance, "compliance"),
    (.saturated, "saturated"), (.fitFailed, "fit failed"), (.excluded, "excluded"),
    (.windowHit, "window hit"), (.baselineSlope, "baseline slope"), (.fringes, "fringes"),
    (.poorFit, "poor fit"),
  ]

  /// The names of the flags that are set.
  public var text: String {
    Self.names.filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }

  /// The flags of names as ``text`` writes them, or with semicolons between them; `nil` for any other text.
  public init?(text: String) {
    self = []
    guard !text.isEmpty else { return }
    let names = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" }
    for name in names {
      let name = name.drop { $0 == " " }
      guard let flag = Self.names.first(where: { $0.1 == name }) else { return nil }
      insert(flag.0)
    }
  }

  /// The names of all flags.
  public static var allNames: [String] { names.map(\.1) }
}
