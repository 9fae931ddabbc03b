/// What `measure import` is asked to do.
public struct MeasurementImportRequest: Sendable {
  /// The file.
  public var file: String
  /// The wafer, for files that name none.
  public var wafer: String?
  /// The run after which it was measured.
  public var run: String?
  /// The instrument.
  public var equipment: String?
  /// Whether the values were computed and not measured.
  public var isGenerated = false
  /// Whether refused rows are left out instead of refusing the file.
  public var skipsRefused = false

  /// Creates a request.
  public init(file: String) {
    self.file = file
  }
}
