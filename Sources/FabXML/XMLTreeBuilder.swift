import CLibXML2

/// Turns libxml2's tree into values.
struct XMLTreeBuilder {
  /// The offsets of the start tags not met yet.
  private var offsets: ArraySlice<Int>

  init(offsets: [Int]) {
    self.offsets = offsets[...]
  }

  /// Returns an element and all below it; libxml2 has limited the depth to 256.
  mutating func element(_ node: xmlNodePtr) -> XMLElement {
    let offset = offsets.popFirst() ?? 0
    var attributes: [XMLAttribute] = []
    var attribute = node.pointee.properties
    while let current = attribute {
      attributes.append(
        XMLAttribute(
          name: Self.text(current.pointee.name),
          namespace: current.pointee.ns.map { Self.text($0.pointee.href) } ?? "",
          value: Self.value(of: current.pointee.children)
        )
      )
      attribute = current.pointee.next
    }
    var children: [XMLElement] = []
    var content = ""
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        children.append(element(current))
      } else if Self.isText(current) {
        content += Self.text(current.pointee.content)
      }
      child = current.pointee.next
    }
    return XMLElement(
      name: Self.text(node.pointee.name),
      namespace: node.pointee.ns.map { Self.text($0.pointee.href) } ?? "",
      attributes: attributes,
      children: children,
      text: content,
      offset: offset
    )
  }

  private static func isText(_ node: xmlNodePtr) -> Bool {
    node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE
  }

  private static func value(of first: xmlNodePtr?) -> String {
    var result = ""
    var node = first
    while let current = node {
      if isText(current) { result += text(current.pointee.content) }
      node = current.pointee.next
    }
    return result
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
