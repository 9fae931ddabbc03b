extension MapRows {
  /// Returns the rows of a map as text, the top row first.
  ///
  /// - Precondition: The map was checked: every place has a code, its own or that of no device.
  static func texts(of map: BinMap) -> [String] {
    (0..<map.grid.rows).reversed()
      .map { row in
        (0..<map.grid.columns)
          .map { column in
            let code = map[GridPlace(column: column, row: row)] ?? map.nullCode
            return code.map(map.codeType.text(of:)) ?? ""
          }
          .joined(separator: map.codeType.separator)
      }
  }
}
