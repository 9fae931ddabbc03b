/// One number from a curve, with its uncertainty and the method that gave it.
///
/// Methods differ by more than a wafer varies, so numbers of different ``method`` texts don't belong on one chart.
public struct CurveEstimate: Hashable, Sendable {
  /// A parameter of the fit.
  public struct Parameter: Hashable, Sendable {
    /// What it is, for instance `width nm`.
    public let name: String
    /// Its value.
    public let value: Double
    /// Its standard uncertainty; `nil` where the method gives none.
    public let uncertainty: Double?
  }

  /// The value in ``unit``.
  public let value: Double
  /// The standard uncertainty; `nil` where the method gives none.
  public let uncertainty: Double?
  /// `nm` or `deg`.
  public let unit: String
  /// The method with its parameters in one canonical form, for instance `edge:sigmoid+line 740-815 nm`.
  public let method: String
  /// What a person should look at.
  public let flags: Set<CurveFlag>
  /// The other results of the method.
  public let parameters: [Parameter]
}
