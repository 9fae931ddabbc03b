/// An equation that a solution doesn't obey.
struct Imbalance: Equatable {
  /// Its row: a node's currents, or the voltages of a source.
  let row: Int
  /// What is left, in ampere or volt.
  let residual: Double
  /// What may be left.
  let bound: Double
}
