/// Colours that all kinds of colour vision tell apart, also on paper.
///
/// > Source: M. Okabe, K. Ito, *Color Universal Design*, 2008; without its yellow, which white paper swallows.
public enum ChartColor: String, Hashable, Sendable, CaseIterable {
  /// Blue.
  case blue = "#0072b2"
  /// Vermilion.
  case vermilion = "#d55e00"
  /// Bluish green.
  case green = "#009e73"
  /// Reddish purple.
  case purple = "#cc79a7"
  /// Orange.
  case orange = "#e69f00"
  /// Sky blue.
  case skyBlue = "#56b4e9"
  /// Black.
  case black = "#000000"
  /// Grey, for what stays in the background.
  case grey = "#777777"

  /// The colour of the series at a place; grey is left to the background.
  static func ofSeries(_ index: Int) -> ChartColor {
    let colors = allCases.filter { $0 != .grey }
    return colors[index % colors.count]
  }
}
