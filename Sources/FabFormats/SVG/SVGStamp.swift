/// What an SVG file says about itself.
public struct SVGStamp: Hashable, Sendable {
  /// The title that viewers show.
  public let title: String
  /// One or two sentences.
  public let description: String
  /// What it was made from, for instance `recipe-hash`; names are XML names.
  public let properties: [Property]

  /// A name and its value.
  public struct Property: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// Creates a property.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Creates a stamp.
  public init(title: String, description: String, properties: [Property] = []) {
    self.title = title
    self.description = description
    self.properties = properties
  }
}
