/// What `measure import` is asked to do.
public struct MeasurementImportRequest: Sendable {
  /// The files; several only where each holds curves.
  public var files: [String]
  /// The name of the format; `nil` detects it.
  public var format: String?
  /// The file that says what the columns are, in place of a format.
  public var map: String?
  /// The wafer, for files that name none.
  public var wafer: String?
  /// The sites of the curves, in their order; found by the names of curves and files where there are none.
  public var sites: [String] = []
  /// To the right of the wafer's centre, mm, for a place without a name.
  public var xMm: Double?
  /// Upwards from it, mm.
  public var yMm: Double?
  /// The component of the PCU, for current-voltage curves.
  public var component: String?
  /// The only curve of each file that is taken, from 1.
  public var curve: Int?
  /// Names under which characteristics are stored: `edge=edgeTauc`.
  public var renamed: [String] = []
  /// How numbers are read off curves.
  public var settings = CurveSettings()
  /// The run after which it was measured.
  public var run: String?
  /// The instrument.
  public var equipment: String?
  /// Whether the values were computed and not measured.
  public var isGenerated = false
  /// Whether refused rows are left out instead of refusing the file.
  public var skipsRefused = false

  /// Creates a request.
  public init(files: [String]) {
    self.files = files
  }
}
