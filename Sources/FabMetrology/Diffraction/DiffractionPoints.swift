/// The points of a scan while its file is read.
struct DiffractionPoints {
  var angles: [Double] = []
  var counts: [Double] = []

  /// Refuses an angle that isn't one, or doesn't go on.
  static func check(_ angle: Double, after last: Double?, _ row: IVRow) throws(RowRefusal) {
    guard !(-10...180).contains(angle) || angle <= last ?? -.infinity else { return }
    throw RowRefusal(
      line: row.line,
      column: row.cells[0].column,
      length: row.cells[0].text.count,
      found: last.map { "\(angle) after \($0)" } ?? "\(angle)",
      expected: "ascending angles of -10...180 degree"
    )
  }
}
