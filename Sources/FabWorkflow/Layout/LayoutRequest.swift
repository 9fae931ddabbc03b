public import FabUnits

/// What the user asks `layout` for.
public struct LayoutRequest: Sendable {
  /// The recipe file.
  public var recipe: String
  /// The floor plan file; `nil` to find or fill one for the wafer.
  public var floorPlan: String?
  /// The wafer size as typed; `nil` to take the floor plan's.
  public var wafer: String?
  /// Whether to place as many arrays as fit.
  public var fill = false
  /// Rows and columns of the arrays, instead of the floor plan's.
  public var arrays: (rows: Int, columns: Int)?
  /// The distance between cells of an array, instead of the floor plan's.
  public var pitch: Length?
  /// The folder to write; `nil` for `Masks/<name>`.
  public var out: String?
  /// The formats to write.
  public var formats = Set(MaskFormat.allCases)
  /// Whether DXF is written in the old form R12.
  public var dxfR12 = false
  /// Whether a folder of another layout may be replaced.
  public var force = false
  /// Whether masks with findings are written.
  public var allowsFindings = false

  /// Creates a request with defaults.
  public init(recipe: String) {
    self.recipe = recipe
  }
}
