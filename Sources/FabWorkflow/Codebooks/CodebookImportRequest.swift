/// What `codebook import` is asked to do.
public struct CodebookImportRequest: Sendable {
  /// The measured file.
  public var file: String
  /// The operator.
  public var operation: String
  /// The file to write.
  public var out: String
  /// The name that the codebook gets; that of the file where it's left out.
  public var name: String?
  /// The lot that was measured; empty where it isn't said.
  public var lot = ""
  /// The wafer that was measured; empty where it isn't said.
  public var wafer = ""
  /// The temperature in kelvin.
  public var temperatureKelvin = 298.15
  /// The recipe that the devices were made by; `nil` where it isn't said.
  public var recipe: String?
  /// Whether a file that exists may be replaced.
  public var replaces = false

  /// Creates a request.
  public init(file: String, operation: String, out: String) {
    self.file = file
    self.operation = operation
    self.out = out
  }
}
