import FabMetrology

/// Numbers the sets that the rows of a table belong to.
struct SetShape {
  /// The characteristics.
  let meanings: Int
  /// The components, and none.
  let components: Int
  /// The days, and none.
  let days: Int

  /// Whether wafers and characteristics alone tell sets apart.
  var isNarrow: Bool { components == 1 && days == 1 }

  /// The number of the set of a row; different rows of one set have one number.
  func key(_ row: Int, _ table: SiteTable, _ times: SiteTableTimes) -> Int {
    let narrow =
      Int(max(0, table.waferIndices[row])) * meanings
      + Int(max(0, table.characteristicIndices[row]))
    guard !isNarrow else { return narrow }
    let component = SiteTableSets.index(row, of: table.componentIndices).map { $0 + 1 } ?? 0
    return (narrow * components + component) * days + times.dayIndex(ofRow: row)
  }
}
