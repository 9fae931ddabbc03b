public import FabDiagnostics

/// An XML document read into memory.
public struct XMLDocument: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The outermost element.
  public let root: XMLElement

  /// Returns where an element begins, with line and column.
  public func place(of element: XMLElement) -> Place {
    source.place(ofByte: element.offset)
  }

  let source: XMLSource
}
