import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import FabXML

/// Goes through a drawing and collects shapes by layer.
struct SVGWalk {
  let document: XMLDocument
  var shapes: [Layer: [Polygon]] = [:]
  var levels = SVGLevels()
  var tally = SVGTally()

  private let elementsByID: [String: XMLElement]
  /// Whether layers are those that Inkscape labels; otherwise the outermost groups are layers.
  let hasLabelledLayers: Bool
  private var openReferences: [String] = []
  private let ambiguousIDs: Set<String>
  private var depth = 0
  private var visited = 0

  /// The most elements, uses expanded, that a drawing may have [ours]; a wafer of ours has some thousand.
  static let elementLimit = 1_000_000

  /// How deep elements may lie inside one another, uses expanded [ours]: libxml2's limit and some more.
  static let depthLimit = 300

  init(document: XMLDocument) {
    self.document = document
    var ambiguous: Set<String> = []
    var elements: [String: XMLElement] = [:]
    var hasLayers = false
    var open = [document.root]
    while let element = open.popLast() {
      if let id = element.attribute("id") {
        if elements[id] == nil { elements[id] = element } else { ambiguous.insert(id) }
      }
      hasLayers = hasLayers || element.svgLayerLabel != nil
      open += element.children.reversed()
    }
    elementsByID = elements
    ambiguousIDs = ambiguous
    hasLabelledLayers = hasLayers
  }

  /// Returns what was read.
  func result() throws(DiagnosticError) -> ReadLayout {
    let diagnostics = tally.diagnostics
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(diagnostics)
    }
    let stem = document.file.svgFileStem
    let cell = Cell(name: CellName(stem), shapes: shapes)
    return ReadLayout(
      layout: Layout(name: stem, levels: levels.layoutLevels, cells: [cell]),
      warnings: diagnostics
    )
  }

  /// Visits an element of any kind.
  mutating func visit(_ element: XMLElement, _ state: SVGState) throws(DiagnosticError) {
    visited += 1
    guard visited <= Self.elementLimit else {
      throw DiagnosticError(
        Diagnostic(
          .tooManyNodes,
          at: document.place(of: element),
          "the drawing has more than \(Self.elementLimit) elements with all uses expanded",
          fixes: ["use fewer copies of groups that use other groups"]
        )
      )
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw DiagnosticError(
        Diagnostic(
          .tooManyNodes,
          at: document.place(of: element),
          "elements lie more than \(Self.depthLimit) levels deep with all uses expanded",
          fixes: ["dissolve groups that only contain another group"]
        )
      )
    }
    guard element.namespace == SVGNamespace.svg else {
      if !SVGNamespace.notes.contains(element.namespace) {
        tally.add(.foreignElement(element.name), at: document.place(of: element))
      }
      return
    }
    switch element.name {
    case "g", "a":
      guard let inner = try inherit(element, state) else { return }
      try visitChildren(of: element, inner)
    case "svg":
      guard let inner = try inherit(element, state) else { return }
      let placed = try syntax(element) { () throws(SVGSyntaxError) in
        try SVGViewport.nested(element, size: nil)
      }
      try visitChildren(of: element, inner.moved(by: placed))
    case "use":
      guard let inner = try inherit(element, state) else { return }
      try follow(element, inner)
    case "path", "rect", "circle", "ellipse", "polygon", "polyline":
      guard let inner = try inherit(element, state) else { return }
      try append(element, inner)
    case "defs", "symbol", "title", "desc", "metadata", "view", "marker", "clipPath", "mask",
      "filter":
      // Drawn only where something refers to them, which is reported there.
      break
    case "linearGradient", "radialGradient", "pattern", "solidColor":
      tally.add(.unusedPaint(element.name), at: document.place(of: element))
    case "style":
      visitStyleSheet(element)
    default:
      guard try inherit(element, state) != nil else { return }
      tally.add(.unsupportedElement(element.name), at: document.place(of: element))
    }
  }

  mutating func visitChildren(of element: XMLElement, _ state: SVGState) throws(DiagnosticError) {
    for child in element.children { try visit(child, state) }
  }

  /// Runs a parser of attributes and says where it failed.
  func syntax<Value>(
    _ element: XMLElement,
    _ parse: () throws(SVGSyntaxError) -> Value
  ) throws(DiagnosticError) -> Value {
    do {
      return try parse()
    } catch {
      let code: DiagnosticCode =
        error.isNotFinite ? .notFinite : error.isUnsupported ? .unsupportedContent : .corruptFile
      throw DiagnosticError(
        Diagnostic(code, at: document.place(of: element), "in '\(element.name)', \(error.text)")
      )
    }
  }

  private mutating func visitStyleSheet(_ element: XMLElement) {
    let text = element.text.lowercased()
    guard text.contains("{") else { return }
    let properties = [
      "display", "visibility", "transform", "clip-path", "mask", "filter", "fill-rule",
    ]
    let words = Set(text.split { !$0.isLetter && $0 != "-" })
    let found = properties.filter { words.contains(Substring($0)) }
    for name in found {
      tally.add(.unsupportedProperty("style sheet: \(name)"), at: document.place(of: element))
    }
    if found.isEmpty { tally.add(.styleSheet, at: document.place(of: element)) }
  }

  private mutating func follow(_ element: XMLElement, _ state: SVGState) throws(DiagnosticError) {
    let reference =
      element.attribute("href") ?? element.attribute("href", namespace: SVGNamespace.xlink) ?? ""
    guard reference.hasPrefix("#"), let target = elementsByID[String(reference.dropFirst())] else {
      throw DiagnosticError(
        Diagnostic(
          .unknownReference,
          at: document.place(of: element),
          "'use' refers to '\(reference)', which isn't an element of this file",
          fixes: ["embed the element, or delete the reference"]
        )
      )
    }
    guard !ambiguousIDs.contains(String(reference.dropFirst())) else {
      throw DiagnosticError(
        Diagnostic(
          .duplicateName,
          at: document.place(of: element),
          "'use' refers to '\(reference)', but several elements have that id",
          fixes: ["give each of them an id of its own"]
        )
      )
    }
    guard !openReferences.contains(reference) else {
      throw DiagnosticError(
        Diagnostic(
          .referenceCycle,
          at: document.place(of: element),
          "'\(reference)' uses itself: "
            + (openReferences + [reference]).joined(separator: " -> "),
          fixes: ["delete one of the uses"]
        )
      )
    }
    openReferences.append(reference)
    defer { openReferences.removeLast() }
    var inner = state
    let offset = try syntax(element) { () throws(SVGSyntaxError) in
      SVGAffine(e: try element.svgLength("x") ?? 0, f: try element.svgLength("y") ?? 0)
    }
    inner = inner.moved(by: offset)
    guard target.name == "symbol" else {
      try visit(target, inner)
      return
    }
    guard let own = try inherit(target, inner) else { return }
    let placed = try syntax(target) { () throws(SVGSyntaxError) in
      try SVGViewport.nested(target, size: element)
    }
    try visitChildren(of: target, own.moved(by: placed))
  }
}

extension SVGState {
  /// Returns the state inside another system of coordinates.
  func moved(by transform: SVGAffine) -> SVGState {
    var result = self
    result.transform = self.transform.concatenated(with: transform)
    return result
  }
}
