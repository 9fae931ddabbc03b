/// A value at a place of a wafer.
public struct MeasuredValue: Hashable, Sendable {
  /// The number of the site, where the layout names it.
  public var site: Int64?
  /// To the right of the wafer's centre, µm, where the place has no name.
  public var xUm: Int32?
  /// Upwards from it, µm.
  public var yUm: Int32?
  /// The value in the unit of the characteristic; `nil` where there is none, and a flag says why.
  public var value: Double?
  /// Its standard uncertainty.
  public var u: Double?
  /// What else is to be known.
  public var flags: MeasurementFlags

  /// Creates a value.
  public init(
    site: Int64? = nil,
    xUm: Int32? = nil,
    yUm: Int32? = nil,
    value: Double?,
    u: Double? = nil,
    flags: MeasurementFlags = []
  ) {
    self.site = site
    self.xUm = xUm
    self.yUm = yUm
    self.value = value
    self.u = u
    self.flags = flags
  }
}
