import FabXML

extension XMLWriter {
  /// Writes a text.
  func label(
    _ text: String,
    x: Double,
    y: Double,
    size: Double,
    anchor: String = "start",
    color: String = "#000000",
    weight: String = "normal"
  ) {
    element(
      "text",
      [
        "x": PictureNumber.text(x), "y": PictureNumber.text(y),
        "font-size": PictureNumber.text(size), "text-anchor": anchor, "fill": color,
        "font-weight": weight,
      ],
      text: text
    )
  }

  /// Writes a box.
  func box(
    x: Double,
    y: Double,
    width: Double,
    height: Double,
    fill: String = "none",
    opacity: Double = 1,
    stroke: String = "none",
    strokeWidth: Double = 0.1
  ) {
    element(
      "rect",
      [
        "x": PictureNumber.text(x), "y": PictureNumber.text(y),
        "width": PictureNumber.text(width), "height": PictureNumber.text(height), "fill": fill,
        "fill-opacity": PictureNumber.text(opacity), "stroke": stroke,
        "stroke-width": PictureNumber.text(strokeWidth),
      ]
    )
  }

  /// Writes a straight line.
  func line(
    _ x1: Double,
    _ y1: Double,
    _ x2: Double,
    _ y2: Double,
    stroke: String = "#000000",
    strokeWidth: Double = 0.15
  ) {
    element(
      "line",
      [
        "x1": PictureNumber.text(x1), "y1": PictureNumber.text(y1), "x2": PictureNumber.text(x2),
        "y2": PictureNumber.text(y2), "stroke": stroke,
        "stroke-width": PictureNumber.text(strokeWidth),
      ]
    )
  }

  /// Writes a circle.
  func circle(
    x: Double,
    y: Double,
    radius: Double,
    fill: String = "none",
    stroke: String = "none",
    strokeWidth: Double = 0.2
  ) {
    element(
      "circle",
      [
        "cx": PictureNumber.text(x), "cy": PictureNumber.text(y),
        "r": PictureNumber.text(radius), "fill": fill, "stroke": stroke,
        "stroke-width": PictureNumber.text(strokeWidth),
      ]
    )
  }
}
