/// A picture of a report, also a file of its own.
struct ReportFigure {
  /// The name of the file, without its ending.
  let name: String
  /// The picture.
  let svg: [UInt8]
  /// What it shows.
  let caption: String
}
