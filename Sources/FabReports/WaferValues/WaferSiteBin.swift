public import FabDiagnostics
public import FabLayout

/// The bin of a site and, where they were binned too, of its components.
public struct WaferSiteBin: Hashable, Sendable {
  /// A component of a site with its bin.
  public struct Component: Hashable, Sendable {
    /// The name, for instance `D1`.
    public var name: String
    /// The code of its bin; `nil` for none.
    public var bin: Int?

    /// Creates a component.
    public init(name: String, bin: Int?) {
      self.name = name
      self.bin = bin
    }
  }

  /// The name of the site.
  public var name: String
  /// The frame of its cell in mm from the wafer's centre, front side up.
  public var box: MillimetreBox
  /// The code of its bin; `nil` for none.
  public var bin: Int?
  /// Its components, in the same order at every site; drawn as tiles in rows of two.
  public var components: [Component]
  /// Whether the site lies in the edge exclusion: drawn dim, and left out of counts.
  public var isExcluded: Bool

  /// Creates a bin at a box.
  public init(
    name: String,
    box: MillimetreBox,
    bin: Int?,
    components: [Component] = [],
    isExcluded: Bool = false
  ) {
    self.name = name
    self.box = box
    self.bin = bin
    self.components = components
    self.isExcluded = isExcluded
  }

  /// Creates a bin at a site of a layout.
  public init(
    _ site: Site,
    bin: Int?,
    components: [Component] = [],
    isExcluded: Bool = false
  ) {
    self.init(
      name: site.name,
      box: site.box.millimetres,
      bin: bin,
      components: components,
      isExcluded: isExcluded
    )
  }
}
