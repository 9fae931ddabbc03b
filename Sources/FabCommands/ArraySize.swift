import ArgumentParser

/// Rows and columns typed as `4x4`.
struct ArraySize: ExpressibleByArgument {
  let rows: Int
  let columns: Int

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard
      parts.count == 2, let rows = Int(parts[0]), let columns = Int(parts[1]),
      (1...1000).contains(rows), (1...1000).contains(columns)
    else { return nil }
    self.rows = rows
    self.columns = columns
  }
}
