/// What was taken from one curve of a file.
public struct CurveUse: Hashable, Sendable {
  /// The wafer.
  public var wafer: String
  /// What was measured.
  public var characteristic: String
  /// The component; empty for films.
  public var component: String
  /// Which of the file's curves, from 1.
  public var part: Int
  /// The number of the site.
  public var site: Int64?
  /// Coordinates in µm where the place has no name.
  public var xUm: Int32?
  /// See ``xUm``.
  public var yUm: Int32?

  /// Creates a use.
  public init(
    wafer: String,
    characteristic: String,
    component: String,
    part: Int,
    site: Int64?,
    xUm: Int32?,
    yUm: Int32?
  ) {
    self.wafer = wafer
    self.characteristic = characteristic
    self.component = component
    self.part = part
    self.site = site
    self.xUm = xUm
    self.yUm = yUm
  }
}
