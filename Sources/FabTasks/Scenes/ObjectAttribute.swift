/// The attributes of an object, in the order in which a phrase names them.
public enum ObjectAttribute: Int, Hashable, Sendable, CaseIterable {
  /// Small or large.
  case size
  /// One of six colours.
  case color
  /// Rubber is flat, metal has a highlight.
  case material
  /// Disc, square or triangle.
  case shape

  /// The words of the values; a value is an index into them.
  public var words: [String] {
    switch self {
    case .size: ["small", "large"]
    case .color: ["red", "green", "blue", "yellow", "purple", "cyan"]
    case .material: ["rubber", "metal"]
    case .shape: ["disc", "square", "triangle"]
    }
  }

  /// The number of values.
  var count: Int {
    switch self {
    case .size, .material: 2
    case .color: 6
    case .shape: 3
    }
  }

  /// The name in questions and programs.
  public var name: String {
    switch self {
    case .size: "size"
    case .color: "color"
    case .material: "material"
    case .shape: "shape"
    }
  }
}
