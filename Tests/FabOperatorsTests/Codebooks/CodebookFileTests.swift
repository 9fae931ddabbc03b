import FabOperators
import Testing

@Suite struct CodebookFileTests {
  /// One entry of each kind, small.
  static func codebook() throws -> Codebook {
    var identity = CodebookIdentity(name: "test \"ü\"", source: .bench)
    identity.seed = .max
    identity.recipeHash = "ab12"
    let grid = CodebookGrid(curvePoints: 32, surfacePoints: 6, weightPoints: 3)
    return Codebook(
      identity: identity,
      entries: try [
        OperatorName.softplus, .exponential, .multiplier, .softmax, .softmaxTailCurrent, .vmm,
      ]
      .map { try CodebookFixture.entry($0, units: 6, grid: grid) }
    )
  }

  static func read(_ bytes: [UInt8]) throws(CodebookError) -> Codebook {
    try Codebook(bytes: bytes, hash: CodebookFixture.hash)
  }

  /// The file with a text of its header replaced.
  static func replacing(_ old: String, _ new: String, in bytes: [UInt8]) throws -> [UInt8] {
    let length = bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    let text = String(decoding: bytes[16..<16 + length], as: UTF8.self)
    try #require(text.contains(old), "the header has no \(old)")
    var header = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    while header.last == 0x20 { header.removeLast() }
    while (16 + header.count) % 64 != 0 { header.append(0x20) }
    let count = UInt32(header.count)
    let word = (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    return Array(bytes[..<12]) + word + header + Array(bytes[(16 + length)...])
  }

  @Test func whatWasWrittenIsRead() throws {
    let codebook = try Self.codebook()
    let bytes = codebook.encoded(hash: CodebookFixture.hash)
    #expect(bytes.starts(with: Array("PCUCODEB".utf8)))
    #expect(try Self.read(bytes) == codebook)
    #expect(try Self.codebook().encoded(hash: CodebookFixture.hash) == bytes)
    #expect(try Self.read(bytes).encoded(hash: CodebookFixture.hash) == bytes)
    #expect(
      codebook.entries.map(\.operation) == OperatorName.allCases.filter { codebook[$0] != nil }
    )
  }

  @Test func noShorterFileIsTaken() throws {
    let bytes = try Self.codebook().encoded(hash: CodebookFixture.hash)
    for length in [0, 7, 8, 12, 15, 16, 100, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
      #expect(throws: CodebookError.self, "\(length) bytes") {
        try Self.read(Array(bytes[..<length]))
      }
    }
    #expect(throws: CodebookError.self) { try Self.read(bytes + [0]) }
    #expect(throws: CodebookError.self) { try Self.read(bytes + Array(repeating: 0, count: 64)) }
  }

  @Test func noFlippedByteOfTheTablesIsTaken() throws {
    let bytes = try Self.codebook().encoded(hash: CodebookFixture.hash)
    let start = 16 + bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    for place in stride(from: start, to: bytes.count, by: 191) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: CodebookError.self, "byte \(place)") { try Self.read(damaged) }
    }
  }

  @Test func damageIsNamed() throws {
    let bytes = try Self.codebook().encoded(hash: CodebookFixture.hash)
    func expect(_ error: CodebookError, _ bytes: [UInt8]) {
      #expect(throws: error) { try Self.read(bytes) }
    }
    var other = bytes
    other[0] = 0
    expect(.notACodebook, other)
    other = bytes
    other[8] = 9
    expect(.unsupportedVersion(9), other)
    other = bytes
    other[15] = 0x7F
    let length = bytes[12..<15].reversed().reduce(0x7F) { $0 << 8 | Int($1) }
    expect(.truncated(found: bytes.count, needed: 16 + length), other)
    expect(
      .unknownOperator("cube"),
      try Self.replacing("\"operator\":\"softplus\"", "\"operator\":\"cube\"", in: bytes)
    )
    expect(
      .unknownKey("entries.0.colour"),
      try Self.replacing("\"failedUnitCount\"", "\"colour\":1,\"failedUnitCount\"", in: bytes)
    )
    expect(
      .unknownKey("identity.flat"),
      try Self.replacing("\"lot\"", "\"flat\":null,\"lot\"", in: bytes)
    )
    expect(
      .malformedHeader("'identity.lot' is missing"),
      try Self.replacing("\"lot\":\"\",", "", in: bytes)
    )
  }

  @Test func wrongExtentsAndNumbersAreNamed() throws {
    let bytes = try Self.codebook().encoded(hash: CodebookFixture.hash)
    // The first table is that of the multiplier: its means, 6 x 6.
    let name = "multiplier/means"
    #expect(throws: CodebookError.self) {
      try Self.read(try Self.replacing("\"shape\":[6,6]", "\"shape\":[6,-6]", in: bytes))
    }
    #expect(throws: CodebookError.self) {
      try Self.read(
        try Self.replacing("\"shape\":[6,6]", "\"shape\":[4611686018427387904,6]", in: bytes)
      )
    }
    #expect(throws: CodebookError.self) {
      try Self.read(try Self.replacing("\"shape\":[6,6]", "\"shape\":[6,5]", in: bytes))
    }
    #expect(throws: CodebookError.wrongTable(name: name, reason: "its shape [4, 9] isn't square")) {
      try Self.read(try Self.replacing("\"shape\":[6,6]", "\"shape\":[4,9]", in: bytes))
    }
    #expect(throws: CodebookError.wrongTable(name: name, reason: "it isn't there")) {
      try Self.read(try Self.replacing(name, "multiplier/mean", in: bytes))
    }
    let start = 16 + bytes[12..<16].reversed().reduce(0) { $0 << 8 | Int($1) }
    var damaged = bytes
    damaged.replaceSubrange(start + 16..<start + 24, with: [0, 0, 0, 0, 0, 0, 0xF8, 0x7F])
    #expect(throws: CodebookError.notFinite(table: name, index: 2)) { try Self.read(damaged) }
    damaged = bytes
    damaged[start] ^= 1
    let error = #expect(throws: CodebookError.self) { try Self.read(damaged) }
    guard case .wrongHash(let found, let expected) = error else {
      Issue.record("a changed table was taken: \(String(describing: error))")
      return
    }
    #expect(found == CodebookFixture.hash(Array(damaged[start...])) && found != expected)
  }
}
