import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import FabXML

extension SVGWalk {
  /// Visits the outermost element: size, units and everything inside.
  mutating func visitRoot() throws(DiagnosticError) {
    let root = document.root
    let scale = try syntax(root) { () throws(SVGSyntaxError) in try SVGViewport.scale(of: root) }
    if scale.isGuessed { tally.add(.missingUnit, at: document.place(of: root)) }
    if scale.isUneven { tally.add(.unevenScale, at: document.place(of: root)) }
    let millimetres = scale.millimetresPerUnit
    let base = SVGState(transform: SVGAffine(a: millimetres, d: -millimetres))
    guard let state = try inherit(root, base) else { return }
    for child in root.children {
      var state = state
      if !hasLabelledLayers, child.name == "g",
        let name = child.attribute("data-name") ?? child.attribute("id")
      {
        // Illustrator writes spaces of layer names as underscores.
        let label = name.hasPrefix("layer-") ? String(name.dropFirst(6)) : name
        state.layer = open(label.replacing("_x20_", with: " ").replacing("_", with: " "), child)
      }
      try visit(child, state)
    }
  }

  /// Returns what the children of an element inherit, or `nil` if the element isn't displayed.
  mutating func inherit(
    _ element: XMLElement,
    _ state: SVGState
  ) throws(DiagnosticError) -> SVGState? {
    var result = state
    let style = element.svgStyle
    func property(_ name: String) -> String? { style[name] ?? element.attribute(name) }
    if property("display") == "none" {
      tally.add(.hidden, at: document.place(of: element))
      return nil
    }
    if let visibility = property("visibility"), visibility != "inherit" {
      result.isVisible = visibility == "visible"
    }
    for name in ["clip-path", "mask", "filter"] {
      guard let value = property(name), value != "none" else { continue }
      tally.add(.unsupportedProperty(name), at: document.place(of: element))
    }
    for name in ["transform", "translate", "rotate", "scale", "d"] where style[name] != nil {
      tally.add(.unsupportedProperty("style: \(name)"), at: document.place(of: element))
    }
    if property("transform-origin") != nil {
      tally.add(.unsupportedProperty("transform-origin"), at: document.place(of: element))
    }
    if let rule = property("fill-rule"), rule != "inherit" {
      guard let known = SVGFillRule(rawValue: rule) else {
        throw DiagnosticError(
          Diagnostic(
            .corruptFile,
            at: document.place(of: element),
            "'\(rule)' isn't a fill rule, which is 'nonzero' or 'evenodd'"
          )
        )
      }
      result.fillRule = known
    }
    // Paint matters only for a warning, so what isn't understood of it keeps its default.
    if let fill = property("fill"), fill != "inherit" { result.isFilled = fill != "none" }
    if let stroke = property("stroke"), stroke != "inherit" { result.isStroked = stroke != "none" }
    if let text = property("stroke-width"), let width = (try? SVGLength(text))?.userUnits {
      result.strokeWidth = width
    }
    if let text = element.attribute("transform") {
      let affine = try syntax(element) { () throws(SVGSyntaxError) in
        try SVGTransformList.affine(text)
      }
      result = result.moved(by: affine)
    }
    if let label = element.svgLayerLabel { result.layer = open(label, element) }
    return result
  }

  /// Returns the layer of a label and remembers what its group says about the level.
  private mutating func open(_ label: String, _ element: XMLElement) -> Layer {
    let layer = SVGLayerLabel.layer(named: label)
    levels.add(
      layer.level,
      gdsLayer: element.attribute("layer", namespace: SVGNamespace.mask).flatMap { Int($0) },
      color: element.attribute("color", namespace: SVGNamespace.mask)
    )
    return layer
  }
}
