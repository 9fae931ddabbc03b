/// What `measure edge` and `measure peak` found: printed with `--json`.
public struct CurveReport: Encodable, Sendable {
  /// The file.
  public var file: String
  /// Its SHA-256.
  public var fileSha256: String
  /// The format in which it was read.
  public var format: String
  /// The rows that gave no value.
  public var refusedRows: Int
  /// The curves.
  public var curves: [Curve]

  /// A curve by all methods.
  public struct Curve: Encodable, Sendable {
    /// What the file calls it.
    public var name: String
    /// Its points.
    public var points: Int
    /// The results.
    public var results: [Result]
  }

  /// What one method gave.
  public struct Result: Encodable, Sendable {
    /// The method with its parameters.
    public var method: String
    /// The unit of value and uncertainty.
    public var unit: String
    /// The value; absent where there is none.
    public var value: Double?
    /// Its standard uncertainty; absent where the method gives none.
    public var uncertainty: Double?
    /// What a person should look at.
    public var flags: [String]
    /// The other results of the method.
    public var parameters: [Parameter]
    /// Why there is no value.
    public var failure: String?
  }

  /// Another result of a method.
  public struct Parameter: Encodable, Sendable {
    /// What it is, with its unit.
    public var name: String
    /// Its value.
    public var value: Double
    /// Its standard uncertainty.
    public var uncertainty: Double?
  }
}
