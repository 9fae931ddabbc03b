public import FabOperators

extension LayoutCapacity {
  /// Counts what the usable units of a layout offer.
  ///
  /// - Parameters:
  ///   - name: The layout's name.
  ///   - pcus: The units that work.
  public init(name: String, pcus: [PlaceablePCU]) {
    var order: [String] = []
    var blocks: [String: [PlaceablePCU]] = [:]
    for pcu in pcus {
      if blocks[pcu.block] == nil { order.append(pcu.block) }
      blocks[pcu.block, default: []].append(pcu)
    }
    /// The extents of a block that is a crossbar with every place filled; `nil` for others.
    func extents(_ members: [PlaceablePCU]) -> (rows: Int, columns: Int)? {
      let rows = Set(members.map(\.wordNet)).count
      let columns = Set(members.map(\.bitNet)).count
      guard rows > 1 || columns > 1, rows * columns == members.count else { return nil }
      return (rows, columns)
    }
    let arrays = order.compactMap { block in blocks[block].flatMap(extents) }
    let largest = arrays.max { $0.rows * $0.columns < $1.rows * $1.columns } ?? (0, 0)
    let uses = OperatorPlacement(of: .multiplier, on: pcus).seats.count
    self.init(
      name: name,
      arrayRows: largest.rows,
      arrayColumns: largest.columns,
      arrayCount: arrays.count { $0 == largest },
      pcuCount: pcus.count,
      independentPCUs: uses * OperatorName.multiplier.modes.count
    )
  }
}
