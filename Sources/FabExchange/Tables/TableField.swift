/// A field of a line of comma-separated text, with its place.
struct TableField {
  var text: String
  var isQuoted: Bool
  /// The line on which it begins, from 1.
  var line: Int
  /// The column in characters at which it begins, from 1.
  var column: Int
}
