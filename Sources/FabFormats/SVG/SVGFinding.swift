import FabDiagnostics

/// Content of a drawing that isn't taken over as it stands; counted by kind.
enum SVGFinding: Hashable {
  case hidden
  case unsupportedElement(String)
  case unsupportedProperty(String)
  case unusedPaint(String)
  case styleSheet
  case foreignElement(String)
  case openContour
  case openReference
  case emptyContour
  case flattenedCurve
  case flattenedEllipse
  case flattenedOverlap
  case crossingItself
  case ambiguousCrossing
  case wideStroke
  case enlargedRadius
  case offGrid
  case noLayer(String)
  case missingUnit
  case unevenScale

  /// The code and severity of the message.
  var kind: (code: DiagnosticCode, severity: Severity) {
    switch self {
    case .unsupportedElement, .unsupportedProperty, .openContour, .ambiguousCrossing:
      (.unsupportedContent, .error)
    case .hidden, .unusedPaint, .styleSheet, .foreignElement, .openReference, .emptyContour,
      .flattenedCurve, .flattenedEllipse, .flattenedOverlap, .crossingItself, .wideStroke,
      .enlargedRadius, .unevenScale:
      (.unsupportedContent, .warning)
    case .offGrid: (.offGrid, .warning)
    case .noLayer: (.unknownLevel, .warning)
    case .missingUnit: (.missingUnit, .warning)
    }
  }

  /// Returns the message about `count` of them.
  func text(count: Int) -> String {
    let these = count == 1 ? "here" : "in \(count) places, first here"
    return switch self {
    case .hidden: "hidden content is left out \(these)"
    case .unsupportedElement(let name): "'\(name)' can't become an area of a mask, found \(these)"
    case .unsupportedProperty(let name): "'\(name)' changes areas and isn't read, found \(these)"
    case .unusedPaint(let name): "'\(name)' only paints and is left out \(these)"
    case .styleSheet: "a style sheet isn't read, found \(these)"
    case .foreignElement(let name): "'\(name)' isn't an element of SVG and is left out \(these)"
    case .openContour: "a contour isn't closed \(these)"
    case .openReference: "an open contour of a reference layer is left out \(these)"
    case .emptyContour: "a contour without area is left out \(these)"
    case .flattenedCurve: "Bézier curves became chords within 0.5 µm \(these)"
    case .flattenedEllipse: "elliptical arcs became chords within 0.5 µm \(these)"
    case .flattenedOverlap: "arcs of crossing contours became chords within 0.5 µm \(these)"
    case .crossingItself:
      "a contour crosses itself and is divided by the even-odd rule, arcs as chords, \(these)"
    case .ambiguousCrossing:
      "a contour crosses itself under the fill rule 'nonzero', which isn't read, \(these)"
    case .wideStroke:
      "a line wider than 0.1 mm is taken for the contour of the area inside it \(these)"
    case .enlargedRadius: "an arc's radius was too small for its ends and is enlarged \(these)"
    case .offGrid:
      "coordinates more than 0.001 nm off the grid of 1 nm were rounded \(these)"
    case .noLayer(let name): "shapes belong to no layer and go to the level '\(name)' \(these)"
    case .missingUnit:
      "the drawing states no size with a unit; 1 unit is taken for 1 px, 25.4 mm / 96"
    case .unevenScale:
      "width and height enlarge the drawing differently; the smaller scale is taken for both"
    }
  }

  /// What the user can do.
  var fix: String? {
    switch self {
    case .hidden: "show it, or delete it"
    case .unsupportedElement(let name):
      name == "text" || name == "line"
        ? "turn it into a path (in Inkscape: Path > Object to Path or Stroke to Path)" : "delete it"
    case .unsupportedProperty: "apply it to the paths, or delete it"
    case .styleSheet: "save with presentation attributes if it hides or transforms anything"
    case .openContour, .openReference: "join its ends"
    case .wideStroke: "turn the line into a path (in Inkscape: Path > Stroke to Path), or fill it"
    case .ambiguousCrossing: "unite the path with itself (in Inkscape: Path > Union)"
    case .noLayer: "put them into a layer named after their level, for instance 'AU'"
    case .missingUnit: "write width and height in mm"
    case .unevenScale: "give width and height the aspect of the viewBox"
    case .unusedPaint, .foreignElement, .emptyContour, .flattenedCurve, .flattenedEllipse,
      .flattenedOverlap, .crossingItself, .enlargedRadius, .offGrid:
      nil
    }
  }
}
