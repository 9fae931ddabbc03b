/// An element of an ``XMLDocument`` with all that it contains.
public struct XMLElement: Sendable {
  /// The name without its prefix.
  public let name: String
  /// The namespace's URI; empty if there is none.
  public let namespace: String
  /// The attributes in the order of the file, declarations of namespaces left out.
  public let attributes: [XMLAttribute]
  /// The elements inside, in order.
  public let children: [XMLElement]
  /// The text directly inside, that of children left out.
  public let text: String
  /// The byte of the file at which the start tag begins.
  public let offset: Int

  /// Creates an element.
  public init(
    name: String,
    namespace: String,
    attributes: [XMLAttribute],
    children: [XMLElement],
    text: String,
    offset: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.text = text
    self.offset = offset
  }

  /// Returns the value of an attribute, or `nil` if the element has none of that name and namespace.
  public func attribute(_ name: String, namespace: String = "") -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }
}
