public import FabTransformer

/// What `transformer map` is asked for.
public struct TransformerMapRequest: Sendable {
  /// The network: a name or a file.
  public var network: String
  /// The recipe.
  public var recipe: String
  /// The layout file; `nil` for the floor plan's own layout.
  public var file: String?
  /// The floor plan; `nil` for the tool's own.
  public var floorPlan: String?
  /// What is left to choose.
  public var choices = MappingChoices()
  /// The picture to write; `nil` for none.
  public var svg: String?
  /// Whether it may replace a file.
  public var replaces = false

  /// Creates a request.
  public init(network: String, recipe: String) {
    self.network = network
    self.recipe = recipe
  }
}
