/// A group of a DXF file: a code and a value.
struct DXFGroup {
  /// What the value means.
  let code: Int
  /// The value without blanks around it.
  let value: String
  /// The line of the value, from 1.
  let line: Int
}
