/// The four entries of a matrix to which the conductance between two rows adds.
struct ConductorSlots {
  /// Diagonal of the first row.
  let oneOne: Int
  /// Diagonal of the second row.
  let twoTwo: Int
  /// First row, second column.
  let oneTwo: Int
  /// Second row, first column.
  let twoOne: Int

  /// Adds a conductance.
  @inline(__always)
  func add(_ conductance: Double, to values: inout [Double]) {
    values[oneOne] += conductance
    values[twoTwo] += conductance
    values[oneTwo] -= conductance
    values[twoOne] -= conductance
  }
}
