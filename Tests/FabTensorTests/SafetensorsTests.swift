import FabDiagnostics
import FabTensor
import Foundation
import Testing

@Suite struct SafetensorsTests {
  /// A file with a header as given.
  private static func file(_ header: String, data: Int = 0) -> [UInt8] {
    let text = Array(header.utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return length + text + [UInt8](repeating: 0, count: data)
  }

  private static func sample() -> Safetensors {
    var file = Safetensors(metadata: ["seed": "7"])
    file.add("b.weight", Tensor<Float>([2, 3]) { Float($0) / 4 - 0.5 })
    file.add(
      "a \"quoted\"\n\t\r\u{8}\u{c}\u{1}\u{7f}/\\\u{e9}",
      Tensor<Double>([3]) { Double($0) / 7 }
    )
    file.add("steps", integers: [UInt64.max, 5], shape: [2])
    file.add(.init(name: "bytes", type: .u8, shape: [3], bytes: [1, 2, 255]))
    file.add(.init(name: "empty", type: .i32, shape: [0, 4], bytes: []))
    file.add(.init(name: "long", type: .i64, shape: [], bytes: [1, 0, 0, 0, 0, 0, 0, 128]))
    file.add(.init(name: "short", type: .i32, shape: [1, 1], bytes: [254, 255, 255, 255]))
    return file
  }

  @Test func readsWhatItWrites() throws {
    let bytes = Self.sample().encoded()
    #expect(bytes == Self.sample().encoded())
    let read = try Safetensors(bytes)
    #expect(read == Self.sample())
    #expect(try read.tensor("b.weight", of: Float.self).values[5] == 0.75)
    #expect(try read.integers("steps") == [UInt64.max, 5])
    #expect(try Safetensors(Safetensors().encoded()).entries.isEmpty)
    // The numbers start at a multiple of 8, each array at a multiple of its element's size.
    var start = 0
    for entry in read.sorted {
      #expect(start % entry.type.size == 0)
      start += entry.bytes.count
    }
    #expect((bytes.count - start) % 8 == 0)
  }

  @Test func refusesTruncatedFilesAtEveryLength() {
    let bytes = Self.sample().encoded()
    for count in bytes.indices {
      #expect(throws: SafetensorsError.self) { try Safetensors(Array(bytes[..<count])) }
    }
    #expect(throws: SafetensorsError.self) { try Safetensors(bytes + [0]) }
  }

  @Test func refusesLengthsThatPromiseTooMuch() {
    let huge = [UInt8](repeating: 0xFF, count: 8) + Array("{}".utf8)
    #expect(throws: SafetensorsError.headerTooLong(found: .max, limit: 100_000_000)) {
      try Safetensors(huge)
    }
    let long: [UInt8] = [0, 0xE1, 0xF5, 0x05, 0, 0, 0, 0] + Array("{}".utf8)
    #expect(throws: SafetensorsError.truncated(found: 10, needed: 100_000_008)) {
      try Safetensors(long)
    }
    let limits = SafetensorsLimits(headerBytes: 10)
    #expect(throws: SafetensorsError.headerTooLong(found: 11, limit: 10)) {
      try Safetensors(Self.file("{         }"), limits: limits)
    }
    var two = Safetensors()
    two.add("a", Tensor<Float>([1]))
    two.add("b", Tensor<Float>([1]))
    #expect(throws: SafetensorsError.tooManyTensors(found: 2, limit: 1)) {
      try Safetensors(two.encoded(), limits: SafetensorsLimits(tensorCount: 1))
    }
  }

  @Test(
    arguments: [
      ("", 0), ("[]", 0), ("{", 0), ("nonsense", 0), ("{\"a\":1}", 0), ("{\"a\":null}", 0),
      ("{\"a\":{}}", 0), ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", 4),
      // Not JSON though it begins so, and deep nesting.
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}x", 4),
      ("{\"a\":" + String(repeating: "[", count: 100_000), 0),
      // A key too many.
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"more\":1}}", 4),
      // Types and extents.
      ("{\"a\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}", 4),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}", 0),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4),
      // Offsets.
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}", 4),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}", 4),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8),
      ("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 8),
      (
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[9223372036854775803,9223372036854775807]}}",
        4
      ),
      // Overlap.
      (
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8
      ),
      // A name twice, plain and escaped; a key twice.
      (
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
          + "\"\\u0061\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4
      ),
      ("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4),
      ("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", 0),
      // Metadata that aren't texts.
      ("{\"__metadata__\":{\"k\":1}}", 0), ("{\"__metadata__\":[]}", 0),
    ]
  )
  func refusesMalformedHeaders(_ header: String, _ data: Int) {
    do {
      _ = try Safetensors(Self.file(header, data: data))
      Issue.record("'\(header.prefix(200))' was taken")
    } catch {
      // Every refusal has a message.
      #expect(!error.diagnostic(file: "x.safetensors").summary.isEmpty)
    }
  }

  @Test func takesTheSameHeadersMadeWell() throws {
    let header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
    #expect(try Safetensors(Self.file(header, data: 4)).entries["a"]?.shape == [1])
    let text =
      "{\"__metadata__\":{\"k\":\"1: \\\"{\\\\\"},\"b\":{\"shape\":[0],\"data_offsets\":[0,0],\"dtype\":\"I64\"}}  "
    #expect(try Safetensors(Self.file(text)).metadata == ["k": "1: \"{\\"])
  }

  @Test func refusesBytesThatAreNotUTF8() {
    var bytes = Self.file(
      "{\"aa\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
      data: 4
    )
    bytes[10] = 0xFF
    #expect(throws: SafetensorsError.self) { try Safetensors(bytes) }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func refusesWeightsThatAreNotFinite(_ number: Float) throws {
    var file = Safetensors()
    file.add("weight", Tensor<Float>([2, 2], values: [1, 2, number, 4]))
    #expect(throws: SafetensorsError.notFinite(name: "weight", index: 2)) {
      try Safetensors(file.encoded())
    }
    var wide = Safetensors()
    wide.add("weight", Tensor<Double>([2], values: [1, Double(number)]))
    #expect(throws: SafetensorsError.notFinite(name: "weight", index: 1)) {
      try Safetensors(wide.encoded())
    }
    let allowed = SafetensorsLimits(allowsNotFinite: true)
    #expect(try Safetensors(file.encoded(), limits: allowed).entries.count == 1)
  }

  private static let interpreter = Python.having("safetensors.numpy, numpy")

  @Test(.enabled(if: interpreter != nil, "the Python module safetensors isn't installed"))
  func theReferenceReadsAndWritesTheSame() throws {
    let script = """
      import json, sys, numpy
      from safetensors.numpy import load, save
      data = sys.stdin.buffer.read()
      arrays = load(data)
      again = save(arrays, metadata={"seed": "7"})
      print(json.dumps({"same": again == data, "again": list(again),
        "sums": {k: [str(v.dtype), list(v.shape), float(v.astype(numpy.float64).sum())] for k, v in arrays.items()}}))
      """
    let bytes = Self.sample().encoded()
    let interpreter = try #require(Self.interpreter)
    let output = try Python.output(of: script, input: bytes, by: interpreter)
    struct Found: Decodable {
      var same: Bool
      var again: [UInt8]
    }
    let found = try JSONDecoder().decode(Found.self, from: Data(output.utf8))
    #expect(found.same)
    #expect(try Safetensors(found.again) == Self.sample())
    #expect(output.contains("\"b.weight\": [\"float32\", [2, 3], 0.75]"))
    #expect(output.contains("\"long\": [\"int64\", [], -9.223372036854776e+18]"))
    #expect(output.contains("\"short\": [\"int32\", [1, 1], -2.0]"))
  }
}
