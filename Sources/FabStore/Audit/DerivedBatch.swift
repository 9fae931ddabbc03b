/// The rows that follow from one entry, hashed as they are read.
struct DerivedBatch {
  /// The name of the entry.
  let name: String
  private(set) var rows = 0
  private let digest = RunningDigest()

  /// Begins a batch.
  init(name: String) { self.name = name }

  /// Takes in the row that a statement stands at, from a column on.
  ///
  /// Columns go by name and those that are NULL are left out: a version of the schema may add some, and old digests stay.
  mutating func add(_ row: RawStatement, from first: Int32 = 0) {
    row.eachValue(from: first) { column, value in
      digest.add(column)
      switch value {
      case .integer(let value):
        digest.add(1)
        digest.add(UInt64(bitPattern: value))
      case .number(let value):
        digest.add(2)
        digest.add(value.bitPattern)
      case .text(let bytes):
        digest.add(3)
        digest.addText(bytes)
      case .blob(let bytes):
        digest.add(4)
        digest.addText(bytes)
      }
    }
    // No column has an empty name.
    digest.add("")
    rows += 1
  }

  /// What the audit keeps of it.
  var entry: [String: JSONValue] {
    ["rows": .integer(Int64(rows)), "digest": .text(digest.hexadecimal)]
  }
}
