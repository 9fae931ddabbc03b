/// What `verify` is asked to do.
public struct VerifyRequest: Sendable {
  /// The recipe.
  public var recipe: String
  /// The layout file; `nil` for the floor plan's own layout.
  public var file: String?
  /// The floor plan that says what is meant; the tool's own where it's left out.
  public var floorPlan: String?
  /// The operators by name; all where it's empty.
  public var operators: [String] = []
  /// What units are studied.
  public var conditions = StudyConditions()
  /// A table of the films at the sites; `nil` where nothing is known.
  public var films: String?
  /// The wafer of the store whose own devices are taken; `nil` for devices as the spread makes them.
  public var wafer: String?
  /// The store.
  public var session = StoreSession()
  /// Whether the verdict is kept in the store with the wafer.
  public var isRecorded = false
  /// The network that the layout is to be good for: a name or a file; `nil` for none.
  public var network: String?
  /// How many wafers of the layout there are for it.
  public var wafers = 1
  /// The switch matrix.
  public var matrix: SwitchMatrix
  /// The folder to write report, pictures, switch plan and probe list to; `nil` for none.
  public var out: String?
  /// Whether the files of an existing folder may be replaced.
  public var replaces = false

  /// Creates a request.
  public init(recipe: String, matrix: SwitchMatrix) {
    self.recipe = recipe
    self.matrix = matrix
  }
}
