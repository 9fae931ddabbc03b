/// Builds GDSII records by hand, as other tools write them, independent of our writer.
struct ForeignStream {
  var bytes: [UInt8] = []

  static func text(_ value: String) -> [UInt8] {
    let characters = Array(value.utf8)
    return characters.count.isMultiple(of: 2) ? characters : characters + [0]
  }

  static func words(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  static func integers(_ values: [Int]) -> [UInt8] {
    values.flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
  }

  mutating func add(_ type: UInt8, _ encoding: UInt8, _ data: [UInt8] = []) {
    bytes += Self.words([data.count + 4]) + [type, encoding] + data
  }

  /// HEADER, BGNLIB, LIBNAME, UNITS with a database unit of 1 nm or the given bytes.
  init(
    unit: [UInt8] = [0x39, 0x44, 0xB8, 0x2F, 0xA0, 0x9B, 0x5A, 0x54]
  ) {
    add(0x00, 2, Self.words([600]))
    add(0x01, 2, Self.words(Array(repeating: 0, count: 12)))
    add(0x02, 6, Self.text("LIB"))
    add(0x03, 5, [0x3E, 0x41, 0x89, 0x37, 0x4B, 0xC6, 0xA7, 0xF0] + unit)
  }

  mutating func structure(_ name: String, _ content: (inout ForeignStream) -> Void) {
    add(0x05, 2, Self.words(Array(repeating: 0, count: 12)))
    add(0x06, 6, Self.text(name))
    content(&self)
    add(0x07, 0)
  }

  mutating func boundary(layer: Int = 1, datatype: Int = 0, _ coordinates: [Int]) {
    add(0x08, 0)
    add(0x0D, 2, Self.words([layer]))
    add(0x0E, 2, Self.words([datatype]))
    add(0x10, 3, Self.integers(coordinates))
    add(0x11, 0)
  }

  mutating func path(type: Int?, width: Int, extensions: (Int, Int)? = nil, _ coordinates: [Int]) {
    add(0x09, 0)
    add(0x0D, 2, Self.words([1]))
    add(0x0E, 2, Self.words([0]))
    if let type { add(0x21, 2, Self.words([type])) }
    add(0x0F, 3, Self.integers([width]))
    if let extensions {
      add(0x30, 3, Self.integers([extensions.0]))
      add(0x31, 3, Self.integers([extensions.1]))
    }
    add(0x10, 3, Self.integers(coordinates))
    add(0x11, 0)
  }

  mutating func reference(_ name: String, at coordinates: [Int] = [0, 0]) {
    add(0x0A, 0)
    add(0x12, 6, Self.text(name))
    add(0x10, 3, Self.integers(coordinates))
    add(0x11, 0)
  }

  /// The bytes with ENDLIB.
  var finished: [UInt8] {
    var copy = self
    copy.add(0x04, 0)
    return copy.bytes
  }
}
