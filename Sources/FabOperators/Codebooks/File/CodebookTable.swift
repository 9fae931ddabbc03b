/// A table of a codebook: a name, extents and numbers.
public struct CodebookTable: Hashable, Sendable {
  /// The numbers, row-major.
  public enum Values: Hashable, Sendable {
    /// In single precision, `f32`.
    case single([Float])
    /// In double precision, `f64`.
    case double([Double])
  }

  /// The operator's name, a slash, and what the table is of.
  public let name: String
  /// The extents, outermost first.
  public let shape: [Int]
  /// The numbers.
  public let values: Values

  /// The numbers, little-endian.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    switch values {
    case .single(let numbers):
      result.reserveCapacity(4 * numbers.count)
      for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { result += $0 } }
    case .double(let numbers):
      result.reserveCapacity(8 * numbers.count)
      for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { result += $0 } }
    }
    return result
  }

  /// The type as files name it.
  public var type: String {
    switch values {
    case .single: "f32"
    case .double: "f64"
    }
  }
}
