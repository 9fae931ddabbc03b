extension Safetensors {
  /// Reads a file.
  ///
  /// The bytes of the arrays must follow one another from the first byte behind the header to the last of the file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limits: What is refused.
  /// - Throws: ``SafetensorsError`` with the name of the array; nothing is read beyond the bytes, and nothing that a
  ///   length promises is allocated before the bytes are there.
  public init(
    _ bytes: [UInt8],
    limits: SafetensorsLimits = SafetensorsLimits()
  ) throws(SafetensorsError) {
    guard bytes.count >= 8 else { throw .truncated(found: bytes.count, needed: 8) }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
    guard length <= UInt64(limits.headerBytes) else {
      throw .headerTooLong(found: length, limit: limits.headerBytes)
    }
    guard length <= UInt64(bytes.count - 8) else {
      throw .truncated(found: bytes.count, needed: length + 8)
    }
    let dataStart = 8 + Int(length)
    let header = try SafetensorsHeader(Array(bytes[8..<dataStart]))
    guard header.entries.count <= limits.tensorCount else {
      throw .tooManyTensors(found: header.entries.count, limit: limits.tensorCount)
    }
    self.init(metadata: header.metadata)
    var expected = 0
    for entry in header.entries.sorted(by: Self.precedes) {
      guard entry.start == expected else {
        throw .notContiguous(name: entry.name, start: entry.start, expected: expected)
      }
      guard entry.end <= bytes.count - dataStart else {
        throw .lengthMismatch(found: bytes.count - dataStart, expected: entry.end)
      }
      expected = entry.end
      let part = Array(bytes[(dataStart + entry.start)..<(dataStart + entry.end)])
      let array = Entry(name: entry.name, type: entry.type, shape: entry.shape, bytes: part)
      if !limits.allowsNotFinite, let index = array.firstNotFinite {
        throw .notFinite(name: entry.name, index: index)
      }
      add(array)
    }
    guard expected == bytes.count - dataStart else {
      throw .lengthMismatch(found: bytes.count - dataStart, expected: expected)
    }
  }

  /// By place; arrays without elements stand before the one that starts there.
  private static func precedes(
    _ left: SafetensorsHeader.Entry,
    _ right: SafetensorsHeader.Entry
  ) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension Safetensors.Entry {
  /// The index of the first number that is NaN or infinite.
  var firstNotFinite: Int? {
    // All bits of the exponent are set.
    switch type {
    case .f32:
      bytes.withUnsafeBytes { raw in
        (0..<shape.count)
          .first {
            UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
              & 0x7F80_0000 == 0x7F80_0000
          }
      }
    case .f64:
      bytes.withUnsafeBytes { raw in
        (0..<shape.count)
          .first {
            UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
              & 0x7FF0_0000_0000_0000 == 0x7FF0_0000_0000_0000
          }
      }
    case .u64, .i64, .u32, .i32, .u8: nil
    }
  }
}
