import CLibXML2

/// Writes an XML document as UTF-8: line feeds, two spaces of indent a level, escaping by libxml2.
///
/// Characters that XML 1.0 can't carry (most control characters) become U+FFFD, so that every text gives a
/// well-formed document. Equal calls give equal bytes.
public final class XMLWriter {
  /// Creates the writer of an empty document.
  public init() {
    guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
      preconditionFailure("no memory for an XML document")
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Writes an element with what `content` writes inside it.
  ///
  /// - Parameters:
  ///   - name: The name, with its prefix if it has one.
  ///   - attributes: The attributes in the order in which they're written; namespaces are declared by
  ///     attributes named `xmlns` or `xmlns:prefix`.
  ///   - content: Writes the children and texts.
  /// - Throws: What `content` throws.
  /// - Precondition: All names are XML names in ASCII, and no attribute stands twice.
  public func element<Failure: Error>(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    content: () throws(Failure) -> Void
  ) throws(Failure) {
    try element(name, attributes: attributes.map { ($0.key, $0.value) }, content: content)
  }

  /// Writes an element without content.
  public func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    element(name, attributes: attributes.map { ($0.key, $0.value) }) {}
  }

  /// Writes an element that contains only a text.
  public func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    text content: String
  ) {
    element(name, attributes: attributes.map { ($0.key, $0.value) }) { text(content) }
  }

  /// Writes an element whose attributes are computed.
  public func element<Failure: Error>(
    _ name: String,
    attributes: [(name: String, value: String)],
    content: () throws(Failure) -> Void
  ) throws(Failure) {
    precondition(name.isXMLName, "'\(name)' isn't an XML name")
    check(xmlTextWriterStartElement(writer, name))
    for (index, attribute) in attributes.enumerated() {
      precondition(attribute.name.isXMLName, "'\(attribute.name)' isn't an XML name")
      precondition(
        !attributes[..<index].contains { $0.name == attribute.name },
        "the attribute '\(attribute.name)' stands twice"
      )
      check(
        xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value.withXMLCharactersOnly)
      )
    }
    try content()
    check(xmlTextWriterEndElement(writer))
  }

  /// Writes a text into the open element.
  public func text(_ content: String) {
    guard !content.isEmpty else { return }
    check(xmlTextWriterWriteString(writer, content.withXMLCharactersOnly))
  }

  /// Ends the document and returns its bytes; nothing can be written afterwards.
  public func finish() -> [UInt8] {
    check(xmlTextWriterEndDocument(writer))
    check(xmlTextWriterFlush(writer))
    return Array(
      UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    )
  }

  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// Stops where libxml2 reports a failure: writing to memory fails only without memory.
  private func check(_ status: Int32) {
    precondition(status >= 0, "no memory for an XML document")
  }
}
