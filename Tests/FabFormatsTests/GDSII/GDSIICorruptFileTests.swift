import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabNumerics
import Testing

@Suite struct GDSIICorruptFileTests {
  private func failure(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try GDSIIReader().layout(from: bytes, file: "f.gds")
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func saysWhereTheFileEnds() {
    var stream = ForeignStream()
    stream.structure("A") { $0.boundary([0, 0, 1, 0, 1, 1]) }
    let bytes = stream.finished
    for count in 0..<bytes.count {
      let found = failure(Array(bytes.prefix(count)))
      #expect(found?.code == .truncatedFile, "\(count) bytes")
    }
    #expect(failure(bytes) == nil)
  }

  @Test(arguments: [
    ([0x00, 0x05, 0x00, 0x02, 0x02, 0x58] as [UInt8], "f.gds:byte 0", "the length 5"),
    ([0x00, 0x00, 0x00, 0x00] as [UInt8], "f.gds:byte 0", "the length 0"),
    ([0x00, 0x06, 0x5A, 0x02, 0x02, 0x58] as [UInt8], "f.gds:byte 0", "record type 90"),
    (
      [0x00, 0x06, 0x00, 0x03, 0x02, 0x58] as [UInt8], "f.gds:byte 0", "data type 3; 2 is expected"
    ),
    ([0x00, 0x04, 0x04, 0x00] as [UInt8], "f.gds:byte 0 (ENDLIB)", "begins with HEADER"),
    (
      [0x00, 0x06, 0x00, 0x02, 0x02, 0x58, 0x00, 0x04, 0x04, 0x00] as [UInt8],
      "f.gds:byte 6 (ENDLIB)", "BGNLIB is expected"
    ),
  ])
  func namesTheRecordThatIsWrong(bytes: [UInt8], heading: String, text: String) {
    let found = failure(bytes)
    #expect(found?.code == .corruptFile)
    #expect(found?.place?.heading == heading)
    #expect(found?.summary.contains(text) == true, "\(found?.summary ?? "no message")")
  }

  @Test func refusesFieldsOutOfPlace() {
    var stream = ForeignStream()
    stream.structure("A") { stream in
      stream.add(0x08, 0)
      stream.add(0x12, 6, ForeignStream.text("A"))
      stream.add(0x11, 0)
    }
    #expect(failure(stream.finished)?.place?.heading == "f.gds:byte 100 (SNAME)")
    var second = ForeignStream()
    second.structure("A") { stream in
      stream.add(0x08, 0)
      stream.add(0x0D, 2, ForeignStream.words([1]))
      stream.add(0x0D, 2, ForeignStream.words([1]))
      stream.add(0x11, 0)
    }
    #expect(failure(second.finished)?.summary == "BOUNDARY has a second LAYER")
  }

  @Test func refusesTwoStructuresOfOneName() {
    var stream = ForeignStream()
    stream.structure("A") { $0.boundary([0, 0, 1, 0, 1, 1]) }
    stream.structure("A") { $0.boundary([0, 0, 1, 0, 1, 1]) }
    #expect(failure(stream.finished)?.code == .duplicateName)
  }

  /// Whatever the bytes, the reader gives a layout that can be measured, or a message.
  @Test func survivesDamagedFiles() throws {
    let bytes = try GDSIIWriter().file(of: SampleLayouts.rich).bytes
    var foreign = ForeignStream()
    foreign.structure("P") { stream in
      for type in [0, 1, 2, 4] {
        stream.path(
          type: type,
          width: 2000,
          extensions: (5, -7),
          [0, 0, 9000, 0, 9000, 9000, 0, 1]
        )
      }
      stream.boundary([0, 0, 10, 0, 10, 10])
      stream.reference("Q")
    }
    foreign.structure("Q") { $0.boundary([0, 0, 10, 0, 10, 10]) }
    var random = SplitMix64(seed: 20_260)
    var layouts = 0
    var errors = 0
    for round in 0..<6000 {
      var damaged = round.isMultiple(of: 2) ? bytes : foreign.finished
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damage(&damaged, using: &random)
      }
      do throws(DiagnosticError) {
        let read = try GDSIIReader(levels: SampleLayouts.levels).layout(from: damaged, file: "f")
        layouts += 1
        let shapes = try read.layout.flattened(file: "f", limit: 2000)
        for polygon in shapes.values.joined() where polygon.outer.vertices.count < 100 {
          _ = polygon.flattened()
        }
      } catch {
        errors += 1
        #expect(error.diagnostics.allSatisfy { !$0.summary.isEmpty })
      }
    }
    #expect(layouts > 500 && errors > 500, "\(layouts) layouts, \(errors) errors")
  }

  private func damage(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let position = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[position] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(position...)
    case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
    case 4:
      let end = min(bytes.count, position + Int.random(in: 1...64, using: &random))
      bytes.append(contentsOf: bytes[position..<end])
    default:
      // Extreme values where a coordinate or a real may stand.
      let extremes: [UInt8] = [0x7F, 0x80, 0xFF, 0x00]
      let value = extremes[Int.random(in: 0..<4, using: &random)]
      for index in position..<min(bytes.count, position + 4) { bytes[index] = value }
    }
  }
}
