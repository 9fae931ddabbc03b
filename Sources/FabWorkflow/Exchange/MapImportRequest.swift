/// What `yield import` is asked to do.
public struct MapImportRequest: Sendable {
  /// The file: E142, G85 or STDF.
  public var file: String
  /// The wafer.
  public var wafer: String
  /// The component that a map without a known name belongs to.
  public var component = "PCU"
  /// The rules that say what bins mean; `nil` for those that the wafer was binned by last, else the tool's own.
  public var rules: String?

  /// Creates a request.
  public init(file: String, wafer: String) {
    self.file = file
    self.wafer = wafer
  }
}
