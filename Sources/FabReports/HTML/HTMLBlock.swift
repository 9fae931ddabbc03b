/// A part of a report, in the order in which it is read.
public enum HTMLBlock: Hashable, Sendable {
  /// A heading: level 2 for parts of the report, 3 for parts of these; other levels count as the nearer one.
  case heading(String, level: Int)
  /// A paragraph.
  case paragraph(String)
  /// A list of short texts.
  case list([String])
  /// A table.
  case table(HTMLTable)
  /// A verdict with what it is about.
  case verdict(HTMLVerdict, String)
  /// Charts, and what they show.
  case charts(ChartPage, caption: String)
  /// A drawing as SVG bytes, and what it shows.
  case drawing([UInt8], caption: String)
  /// A text that keeps its line breaks and columns.
  case listing(String)
}
