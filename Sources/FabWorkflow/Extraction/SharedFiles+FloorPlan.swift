extension SharedFiles {
  /// Returns the path of the floor plan that says what a layout file should be: the one that was named, else the tool's own.
  ///
  /// - Parameters:
  ///   - named: The floor plan that was named, if any.
  ///   - file: The layout file; without one the floor plan makes the layout itself.
  /// - Returns: The path; `nil` where nothing is named and the tool's own layout is meant.
  func floorPlan(named: String?, of file: String?) -> String? {
    if let named { return named }
    guard file != nil else { return nil }
    return paths(in: "Layouts", prefix: "wafer-4in-", suffix: ".yaml").first
  }
}
