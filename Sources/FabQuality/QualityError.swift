/// Why values have no figure, chart or model.
public enum QualityError: Error, Hashable, Sendable {
  /// A value is NaN or infinite; it's never averaged in.
  case notFinite(index: Int)
  /// There are fewer values than the method needs.
  case tooFew(found: Int, needed: Int)
  /// Two lists that belong together differ in length.
  case mismatched(found: Int, expected: Int)
  /// A parameter lies outside its range.
  case outOfRange(parameter: String, found: Double, expected: String)
  /// All values are equal: a spread of zero gives neither limits nor ratios.
  case noSpread
  /// The sites lie on too few lines or rings for the surface.
  case degenerateSites
  /// The rules don't belong to the kind of chart.
  case unfitRule(ControlRule, ControlStatistic)
}

extension QualityError {
  /// Throws where a value is NaN or infinite.
  static func check(_ values: [Double]) throws(QualityError) {
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .notFinite(index: index)
    }
  }
}
