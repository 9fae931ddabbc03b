/// Colours for levels that came from a file without any [ours].
enum LevelPalette {
  /// Eight colours that differ in hue and in lightness, as `#rrggbb`.
  static let colors = [
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#997700", "#777777",
  ]

  /// Returns the colour of a layer number, or of its index.
  static func color(ofLayer number: Int) -> String {
    colors[number % colors.count]
  }
}
