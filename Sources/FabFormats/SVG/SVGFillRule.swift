/// Which side of crossing or nested contours is inside.
enum SVGFillRule: String {
  case nonzero
  case evenodd
}
