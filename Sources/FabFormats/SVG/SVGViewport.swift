import FabXML

/// Sizes and systems of coordinates of `svg` and `symbol` elements.
enum SVGViewport {
  /// What a unit of a drawing is.
  struct Scale {
    var millimetresPerUnit: Double
    /// Whether the drawing states no size with a unit.
    var isGuessed: Bool
    /// Whether width and height disagree.
    var isUneven: Bool
  }

  /// Returns the scale of the outermost element.
  static func scale(of root: XMLElement) throws(SVGSyntaxError) -> Scale {
    let pixel = SVGLength.millimetresPerPixel
    let width = try size("width", of: root)
    let height = try size("height", of: root)
    guard let box = try viewBox(of: root) else {
      // Without a viewBox a unit is a pixel, whatever the page's size is.
      return Scale(millimetresPerUnit: pixel, isGuessed: true, isUneven: false)
    }
    let scales = [(width, box.width), (height, box.height)]
      .compactMap { length, units in length.map { $0.millimetres / units } }
    guard let smaller = scales.min(), let larger = scales.max() else {
      return Scale(millimetresPerUnit: pixel, isGuessed: true, isUneven: false)
    }
    // The size has at most the digits of its text, so a difference within 1e-4 is rounding.
    return Scale(
      millimetresPerUnit: scales[0] <= larger && larger - smaller <= 1e-4 * larger
        ? scales[0] : smaller,
      isGuessed: !(width?.hasUnit ?? false) && !(height?.hasUnit ?? false),
      isUneven: larger - smaller > 1e-4 * larger
    )
  }

  /// Returns the system of coordinates inside a nested `svg`, or a `symbol` with the size of its `use`.
  static func nested(
    _ element: XMLElement,
    size use: XMLElement?
  ) throws(SVGSyntaxError) -> SVGAffine {
    let x = use == nil ? try element.svgLength("x") ?? 0 : 0
    let y = use == nil ? try element.svgLength("y") ?? 0 : 0
    guard let box = try viewBox(of: element) else { return SVGAffine(e: x, f: y) }
    var width = try element.svgLength("width")
    var height = try element.svgLength("height")
    if let use {
      width = try use.svgLength("width") ?? width
      height = try use.svgLength("height") ?? height
    }
    guard let width, let height else {
      throw SVGSyntaxError(
        text: "a viewBox without width and height has no size",
        isUnsupported: true
      )
    }
    var (scaleX, scaleY) = (width / box.width, height / box.height)
    let aspect = element.attribute("preserveAspectRatio") ?? "xMidYMid meet"
    switch aspect {
    case "none": break
    case "xMidYMid", "xMidYMid meet":
      let scale = min(scaleX, scaleY)
      (scaleX, scaleY) = (scale, scale)
    default:
      throw SVGSyntaxError(
        text: "preserveAspectRatio '\(aspect)' isn't read; 'none' and 'xMidYMid meet' are",
        isUnsupported: true
      )
    }
    return SVGAffine(
      a: scaleX,
      d: scaleY,
      e: x + (width - scaleX * box.width) / 2 - scaleX * box.x,
      f: y + (height - scaleY * box.height) / 2 - scaleY * box.y
    )
  }

  private static func size(
    _ name: String,
    of root: XMLElement
  ) throws(SVGSyntaxError) -> (millimetres: Double, hasUnit: Bool)? {
    guard let text = root.attribute(name), text != "auto" else { return nil }
    let length = try SVGLength(text)
    guard length.unit != "%" else { return nil }
    guard let millimetres = length.millimetres, millimetres > 0 else {
      throw SVGSyntaxError(text: "\(name) '\(text)' isn't a positive length in mm, cm, in or px")
    }
    return (millimetres, !length.unit.isEmpty)
  }

  private static func viewBox(
    of element: XMLElement
  ) throws(SVGSyntaxError) -> (x: Double, y: Double, width: Double, height: Double)? {
    guard let text = element.attribute("viewBox") else { return nil }
    var scanner = SVGScanner(text)
    let x = try scanner.number()
    let y = try scanner.number()
    let width = try scanner.number()
    let height = try scanner.number()
    guard scanner.isAtEnd, width > 0, height > 0 else {
      throw SVGSyntaxError(text: "viewBox '\(text)' isn't x, y, positive width and height")
    }
    return (x, y, width, height)
  }
}
