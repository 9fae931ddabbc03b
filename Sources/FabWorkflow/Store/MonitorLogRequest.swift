/// Which log of a crystal monitor is read, and how.
public struct MonitorLogRequest: Sendable {
  /// The file.
  public var file: String
  /// The name of the format; `nil` detects it.
  public var format: String?
  /// The file that says what the columns are, in place of a format.
  public var map: String?
  /// The layer, for logs with several, from 1.
  public var layer: Int?
  /// Whether refused rows are left out instead of refusing the file.
  public var skipsRefused = false

  /// Creates a request.
  public init(file: String) {
    self.file = file
  }
}
