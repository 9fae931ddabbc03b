import Foundation

/// GDSII files made record by record, independent of our writer.
enum StreamBytes {
  /// Returns a file with structures, in a unit of 1 nm.
  static func file(_ structures: Data...) -> Data { file(structures) }

  /// Returns a file with structures, in a unit of 1 nm.
  static func file(_ structures: [Data]) -> Data {
    let units: [UInt8] = [
      0x3E, 0x41, 0x89, 0x37, 0x4B, 0xC6, 0xA7, 0xF0, 0x39, 0x44, 0xB8, 0x2F, 0xA0, 0x9B, 0x5A,
      0x54,
    ]
    let head =
      record(0x00, 2, Data([0x02, 0x58])) + record(0x01, 2, Data(count: 24)) + name(0x02, "LIB")
      + record(0x03, 5, Data(units))
    return structures.reduce(head, +) + record(0x04, 0)
  }

  /// Returns a structure.
  static func structure(_ title: String, _ content: Data) -> Data {
    record(0x05, 2, Data(count: 24)) + name(0x06, title) + content + record(0x07, 0)
  }

  /// Returns a reference to a structure.
  static func reference(_ title: String, at offset: Int = 0) -> Data {
    record(0x0A, 0) + name(0x12, title) + record(0x10, 3, integers([offset, offset]))
      + record(0x11, 0)
  }

  /// Returns a square of 1 µm on layer 5.
  static func square(_ corner: Int) -> Data {
    let (a, b) = (corner, corner + 1000)
    return record(0x08, 0) + record(0x0D, 2, Data([0, 5])) + record(0x0E, 2, Data([0, 0]))
      + record(0x10, 3, integers([a, a, b, a, b, b, a, b, a, a])) + record(0x11, 0)
  }

  private static func record(_ type: UInt8, _ encoding: UInt8, _ data: Data = Data()) -> Data {
    let length = data.count + 4
    return Data([UInt8(length >> 8), UInt8(length & 0xFF), type, encoding]) + data
  }

  private static func name(_ type: UInt8, _ text: String) -> Data {
    let bytes = Data(text.utf8)
    return record(type, 6, bytes.count.isMultiple(of: 2) ? bytes : bytes + Data([0]))
  }

  private static func integers(_ values: [Int]) -> Data {
    Data(values.flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } })
  }
}
