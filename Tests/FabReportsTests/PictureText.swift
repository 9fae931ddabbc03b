import FabXML

/// What a picture contains, read back as XML.
struct PictureText {
  let elements: [FabXML.XMLElement]
  let root: FabXML.XMLElement

  init(_ svg: [UInt8]) throws {
    root = try XMLDocument.parse(file: "picture.svg", bytes: svg).root
    func all(_ element: FabXML.XMLElement) -> [FabXML.XMLElement] {
      [element] + element.children.flatMap(all)
    }
    elements = all(root)
  }

  /// All texts that are seen.
  var texts: [String] { elements.filter { $0.name == "text" }.map(\.text) }

  /// The rectangles that a viewer names as `title`, which stands before them in their group.
  func boxes(named title: String) -> [FabXML.XMLElement] {
    elements.filter { group in
      group.name == "g" && group.children.first?.name == "title"
        && group.children.first?.text.hasPrefix(title + ":") == true
    }
    .flatMap { $0.children.filter { $0.name == "rect" } }
  }

  func number(_ name: String, of element: FabXML.XMLElement) -> Double {
    element.attribute(name).flatMap { Double($0) } ?? .nan
  }
}
