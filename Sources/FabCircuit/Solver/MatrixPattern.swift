/// The entries of a sparse matrix by column, and where each one lies.
struct MatrixPattern {
  /// Where the entries of each column begin, and the number of all.
  let columnStarts: [Int32]
  /// The row of each entry.
  let rows: [Int32]
  private let size: Int

  /// Creates the pattern of a set of entries; those of the row or column `size`, ground, are left out.
  init(size: Int, entries: [(row: Int, column: Int)]) {
    self.size = size
    var columns: [[Int32]] = Array(repeating: [], count: size)
    for entry in entries where entry.row < size && entry.column < size {
      columns[entry.column].append(Int32(entry.row))
    }
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    for column in columns {
      var last: Int32 = -1
      for row in column.sorted() where row != last {
        rows.append(row)
        last = row
      }
      starts.append(Int32(rows.count))
    }
    columnStarts = starts
    self.rows = rows
  }

  /// The number of entries; also the slot of all that ground would have.
  var count: Int { rows.count }

  /// Returns the slot of an entry.
  ///
  /// - Precondition: The pattern has it, or its row or column is ground.
  func slot(_ row: Int, _ column: Int) -> Int {
    guard row < size, column < size else { return count }
    var low = Int(columnStarts[column])
    var high = Int(columnStarts[column + 1])
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    precondition(
      low < Int(columnStarts[column + 1]) && rows[low] == row,
      "the pattern has no entry (\(row), \(column))"
    )
    return low
  }

  /// Returns the slots of a conductance between two rows.
  func slots(_ one: Int, _ two: Int) -> ConductorSlots {
    ConductorSlots(
      oneOne: slot(one, one),
      twoTwo: slot(two, two),
      oneTwo: slot(one, two),
      twoOne: slot(two, one)
    )
  }
}
