/// What is wrong with an attribute; the reader adds where.
struct SVGSyntaxError: Error {
  /// What was found and expected, without a final period.
  var text: String
  /// Whether a number is beyond all limits, rather than no number at all.
  var isNotFinite = false
  /// Whether the content is correct SVG that masks have no use for.
  var isUnsupported = false
}
