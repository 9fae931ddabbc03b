/// A part of one line of a text file, with that line for the excerpt.
public struct SourceRange: Hashable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// Where the range begins.
  public let start: SourcePosition
  /// How many characters it covers; at least 1.
  public let length: Int
  /// The text of the line, without its line end.
  public let line: String

  /// Creates a range of `length` characters.
  public init(file: String, start: SourcePosition, length: Int, line: String) {
    self.file = file
    self.start = start
    self.length = max(1, length)
    self.line = line
  }
}
