import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import FabXML

extension SVGWalk {
  /// Up to which width, in millimetres, a line without a filled inside counts as a contour [ours].
  static let widestContour = 0.1

  /// Appends the areas of a shape to its layer.
  mutating func append(_ element: XMLElement, _ state: SVGState) throws(DiagnosticError) {
    let place = document.place(of: element)
    guard state.isVisible else {
      tally.add(.hidden, at: place)
      return
    }
    let contours = try syntax(element) { () throws(SVGSyntaxError) in
      try SVGShape.contours(of: element)
    }
    guard !contours.isEmpty else { return }
    let layer: Layer
    if let known = state.layer {
      layer = known
    } else {
      let stem = document.file.svgFileStem
      tally.add(.noLayer(stem), at: place)
      layer = Layer(LevelName(stem))
      levels.add(layer.level, gdsLayer: nil, color: nil)
    }
    var builder = SVGOutlineBuilder(transform: state.transform)
    var outlines: [Outline] = []
    do {
      for contour in contours {
        let isReference = layer.purpose == .reference
        if let outline = try builder.outline(contour, keepsOpen: isReference) {
          outlines.append(outline)
        }
      }
    } catch {
      switch error {
      case .overflow(let point):
        throw DiagnosticError(
          Diagnostic(
            .coordinateOverflow,
            at: place,
            "the point (\(point.x), \(point.y)) of '\(element.name)' leaves the range of ±2.147 m",
            fixes: ["check the units of the drawing"]
          )
        )
      }
    }
    for (finding, count) in builder.findings.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      tally.add(finding, at: place, count: count)
    }
    let scale = abs(state.transform.determinant).squareRoot()
    if layer.purpose.isOpening, !state.isFilled, state.isStroked,
      state.strokeWidth * scale > Self.widestContour
    {
      tally.add(.wideStroke, at: place)
    }
    // Beyond half the coordinate range areas can't be computed.
    if let far = outlines.first(where: { !Region.accepts(Polygon($0)) }) {
      throw DiagnosticError(
        Diagnostic(
          .coordinateOverflow,
          at: place,
          "a contour of '\(element.name)' at \(far.boundingBox.millimetres) lies beyond ±1.07 m, where "
            + "areas can't be compared",
          fixes: ["check the units of the drawing"]
        )
      )
    }
    let areas = SVGAreas(outlines, rule: state.fillRule)
    tally.add(.flattenedOverlap, at: place, count: areas.flattenedGroups)
    let crossing = state.fillRule == .evenodd ? SVGFinding.crossingItself : .ambiguousCrossing
    tally.add(crossing, at: place, count: areas.selfCrossings)
    shapes[layer, default: []] += areas.polygons
  }
}
