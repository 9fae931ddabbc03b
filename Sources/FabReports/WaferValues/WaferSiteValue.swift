public import FabDiagnostics
public import FabLayout

/// A value at a site of a wafer.
public struct WaferSiteValue: Hashable, Sendable {
  /// The name of the site.
  public var name: String
  /// The frame of its cell in mm from the wafer's centre, front side up.
  public var box: MillimetreBox
  /// The value; `nil`, or a number that isn't finite, for none.
  public var value: Double?
  /// Whether the site lies in the edge exclusion: drawn dim, and left out of counts.
  public var isExcluded: Bool

  /// Creates a value at a box.
  public init(name: String, box: MillimetreBox, value: Double?, isExcluded: Bool = false) {
    self.name = name
    self.box = box
    self.value = value
    self.isExcluded = isExcluded
  }

  /// Creates a value at a site of a layout.
  public init(_ site: Site, value: Double?, isExcluded: Bool = false) {
    self.init(name: site.name, box: site.box.millimetres, value: value, isExcluded: isExcluded)
  }
}
