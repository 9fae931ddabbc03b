/// What `codebook build` is asked to do.
public struct CodebookBuildRequest: Sendable {
  /// The file to write.
  public var out: String
  /// The name that the codebook gets; that of the file where it's left out.
  public var name: String?
  /// The recipe.
  public var recipe: String
  /// Whether units lie on a layout; on a bench of nominal units otherwise.
  public var isOnLayout = false
  /// The layout file; `nil` for the floor plan's own layout.
  public var file: String?
  /// The floor plan; the tool's own where it's left out.
  public var floorPlan: String?
  /// The wafer of the store whose own devices are taken; `nil` for devices as the spread makes them.
  public var wafer: String?
  /// The store.
  public var session = StoreSession()
  /// The operators by name; all that codebooks have entries of where it's empty.
  public var operators: [String] = []
  /// What units are simulated.
  public var conditions = StudyConditions()
  /// The number of points of a curve.
  public var curvePoints = 512
  /// The number of points of a surface along each operand.
  public var surfacePoints = 64
  /// Whether the nominal unit's constants scale inputs and outputs of all units instead of each one's own.
  public var hasCommonConstants = false
  /// Whether a file that exists may be replaced.
  public var replaces = false

  /// Creates a request.
  public init(out: String, recipe: String) {
    self.out = out
    self.recipe = recipe
  }
}
