import FabDiagnostics
import FabExchange
import Testing

@Suite struct STDFTests {
  private func messages(_ bytes: [UInt8]) -> [Diagnostic] {
    refusal { _ = try STDF.read(file: "f.stdf", bytes: bytes) }
  }

  /// Where each record begins, with its length, type and subtype.
  private func records(_ bytes: [UInt8]) -> [(offset: Int, length: Int, kind: [UInt8])] {
    var found: [(Int, Int, [UInt8])] = []
    var offset = 0
    while offset + 4 <= bytes.count {
      let length = Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
      found.append((offset, length, Array(bytes[(offset + 2)..<(offset + 4)])))
      offset += 4 + length
    }
    return found
  }

  @Test func filesComeBack() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    let reading = try STDF.read(file: "f.stdf", bytes: bytes)
    var expected = SampleLot.file
    // A bin that occurs without a name is counted, and so comes back.
    expected.hardBins.append(STDFBin(number: 5, name: "", isPassed: nil))
    #expect(reading.file == expected)
    #expect(reading.skipped.isEmpty)
    #expect(reading.diagnostics.isEmpty)
    #expect(try STDF.bytes(of: reading.file) == bytes)
  }

  @Test func theBytesAreThoseOfTheSpecification() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    #expect(Array(bytes.prefix(6)) == [2, 0, 0, 10, 2, 4])
    let kinds = records(bytes).map { $0.kind }
    let part: [[UInt8]] = [[5, 10]]
    let result: [[UInt8]] = [[15, 10]]
    let end: [[UInt8]] = [[5, 20]]
    let first: [[UInt8]] = [[0, 10], [1, 10], [2, 30], [2, 10]]
    let wafer = part + result + result + result + end + part + result + end
    let bins: [[UInt8]] = [[1, 40], [1, 40], [1, 40], [1, 40], [1, 50]]
    let rest: [[UInt8]] = [[2, 20], [2, 10], [5, 10], [5, 20], [2, 20]]
    let tests: [[UInt8]] = [[10, 30], [10, 30], [10, 30]]
    #expect(kinds == first + wafer + rest + tests + bins + [[1, 30], [1, 20]])
  }

  @Test func unitsAreSpelledInASCII() throws {
    var file = SampleLot.file
    file.tests[2].unit = "µΩ"
    let read = try STDF.read(file: "f", bytes: try STDF.bytes(of: file))
    #expect(read.file.tests[2].unit == "uOhm")
  }

  /// Turns the numbers of a file around, record by record, from the fields that the specification lists.
  @Test func bothByteOrdersAreRead() throws {
    // FAR, MIR, PIR, PTR, PRR, MRR as a big-endian tester writes them, by hand.
    var bytes: [UInt8] = [0, 2, 0, 10, 1, 4]
    let lot: [UInt8] = [
      0, 0, 1, 0, 0, 0, 1, 5, 1, 32, 32, 32, 0xFF, 0xFF, 32, 2, 0x4C, 0x37, 1, 0x50,
    ]
    bytes += [0, UInt8(lot.count), 1, 10] + lot
    bytes += [0, 2, 5, 10, 1, 2]
    let result: [UInt8] = [0, 0, 3, 0xE9, 1, 2, 0, 0, 0x3F, 0xC0, 0, 0, 2, 0x76, 0x31]
    bytes += [0, UInt8(result.count), 15, 10] + result
    let part: [UInt8] = [1, 2, 0, 0, 1, 0, 3, 0, 4, 0xFF, 0xFE, 0, 7]
    bytes += [0, UInt8(part.count), 5, 20] + part
    bytes += [0, 3, 50, 10, 1, 2, 3, 0, 4, 1, 20, 0, 0, 2, 0]
    let read = try STDF.read(file: "f", bytes: bytes)
    #expect(read.file.lot.lot == "L7")
    #expect(read.file.lot.product == "P")
    #expect(read.file.lot.setUp == 256)
    #expect(read.file.lot.started == 261)
    #expect(read.file.lot.finished == 512)
    #expect(read.file.tests == [STDFTest(number: 1001, name: "v1", unit: "")])
    let found = try #require(read.file.wafers.first?.parts.first)
    #expect(found.results == [STDFResult(test: 1001, value: 1.5, isPassed: true)])
    #expect(found.hardBin == 3 && found.softBin == 4 && found.x == -2 && found.y == 7)
    #expect(read.skipped == ["50.10": 1])
    #expect(read.diagnostics.map(\.severity) == [.note])
  }

  @Test func everyTruncationIsRefusedWithItsByte() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    let starts = Set(records(bytes).map(\.offset))
    for count in 0..<bytes.count {
      let messages = messages(Array(bytes.prefix(count)))
      let message = try #require(messages.first, "\(count) bytes")
      #expect(message.code == .truncatedFile)
      guard case .record(_, let offset, _)? = message.place else {
        Issue.record("\(count): no place")
        continue
      }
      #expect(offset <= count)
      #expect(offset == count || starts.contains(offset), "\(count): \(offset)")
    }
  }

  @Test func corruptFilesNeverCrash() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    for index in bytes.indices {
      for mask: UInt8 in [1, 0x10, 0x80, 0xFF] {
        var bad = bytes
        bad[index] ^= mask
        _ = messages(bad)
      }
    }
  }

  @Test func brokenOrderIsRefusedAtItsRecord() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    func without(_ kind: [UInt8]) throws -> [UInt8] {
      let record = try #require(records(bytes).first { $0.kind == kind })
      var rest = bytes
      rest.removeSubrange(record.offset..<(record.offset + 4 + record.length))
      return rest
    }
    #expect(messages(try without([5, 10])).map(\.code) == [.corruptFile])
    #expect(messages(try without([5, 20])).map(\.code) == [.corruptFile])
    #expect(messages(try without([1, 10])).map(\.code) == [.corruptFile])
    #expect(messages(try without([1, 20])).map(\.code) == [.truncatedFile])
    #expect(messages(try without([0, 10])).map(\.code) == [.unknownFormat])
    #expect(messages(bytes + [0, 0, 5, 10]).map(\.code) == [.corruptFile])
    #expect(messages([2, 0, 0, 10, 2, 3]).map(\.code) == [.unknownFormat])
    #expect(messages([2, 0, 0, 10, 0, 4]).map(\.code) == [.unsupportedContent])
    #expect(messages([]).map(\.code) == [.truncatedFile])
    let small = refusal { _ = try STDF.read(file: "f", bytes: bytes, sizeLimit: 99) }
    #expect(small.map(\.code) == [.fileTooLarge])
  }

  @Test func countsThatDisagreeAreNamed() throws {
    let bytes = try STDF.bytes(of: SampleLot.file)
    let record = try #require(records(bytes).first { $0.kind == [2, 20] })
    var bad = bytes
    bad[record.offset + 4 + 6] = 77
    let diagnostics = try STDF.read(file: "f", bytes: bad).diagnostics
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.summary.contains("77 parts, but the file has 2") == true)
  }

  @Test func whatDoesNotFitIsNotWritten() {
    func codes(_ change: (inout STDFFile) -> Void) -> [DiagnosticCode] {
      var file = SampleLot.file
      change(&file)
      return refusal { _ = try STDF.bytes(of: file) }.map(\.code)
    }
    #expect(codes { _ in } == [])
    #expect(codes { $0.lot.lot = String(repeating: "x", count: 256) } == [.invalidName])
    #expect(codes { $0.wafers[0].id = "漢" } == [.invalidName])
    #expect(codes { $0.wafers[0].parts[0].hardBin = 40_000 } == [.outOfRange])
    #expect(codes { $0.wafers[0].parts[0].results[0].value = .nan } == [.notFinite])
    #expect(codes { $0.wafers[0].parts[0].results[0].test = 99 } == [.unknownReference])
    #expect(codes { $0.tests[1].number = 10 }.contains(.duplicateName))
    #expect(codes { $0.hardBins[1].number = 1 } == [.duplicateName])
    #expect(codes { $0.tests[0].low = .infinity } == [.notFinite])
  }

  /// What another reader takes from our bytes, field by field.
  @Test(.enabled(if: Python.has("pystdf.IO"), "pystdf isn't installed"))
  func anIndependentReaderAgrees() throws {
    let script = """
      import io, sys
      from pystdf.IO import Parser
      from pystdf import V4
      class Sink:
        def before_send(self, source, data): pass
        def after_send(self, source, data):
          record, fields = data
          names = record.fieldNames
          values = dict(zip(names, fields))
          wanted = {
            'Far': ['CPU_TYPE', 'STDF_VER'],
            'Mir': ['LOT_ID', 'PART_TYP', 'JOB_NAM', 'OPER_NAM', 'PROC_ID', 'DSGN_REV', 'START_T'],
            'Wcr': ['WAFR_SIZ', 'WF_UNITS', 'WF_FLAT', 'CENTER_X', 'POS_X', 'POS_Y'],
            'Wir': ['WAFER_ID', 'START_T'], 'Wrr': ['PART_CNT', 'GOOD_CNT', 'WAFER_ID', 'MASK_ID'],
            'Ptr': ['TEST_NUM', 'TEST_TXT', 'UNITS', 'TEST_FLG', 'OPT_FLAG'],
            'Prr': ['PART_ID', 'X_COORD', 'Y_COORD', 'HARD_BIN', 'SOFT_BIN', 'PART_FLG', 'NUM_TEST'],
            'Tsr': ['TEST_NUM', 'EXEC_CNT', 'FAIL_CNT', 'TEST_NAM', 'OPT_FLAG'],
            'Hbr': ['HBIN_NUM', 'HBIN_CNT', 'HBIN_PF', 'HBIN_NAM'],
            'Sbr': ['SBIN_NUM', 'SBIN_CNT', 'SBIN_PF'], 'Pcr': ['PART_CNT', 'GOOD_CNT'],
            'Mrr': ['FINISH_T'],
          }
          name = type(record).__name__
          shown = [str(values.get(key)) for key in wanted.get(name, [])]
          print(name + ' ' + '|'.join(shown))
        def before_begin(self, source): pass
        def after_begin(self, source): pass
        def before_complete(self, source): pass
        def after_complete(self, source): pass
        def before_cancel(self, *a): pass
        def after_cancel(self, *a): pass
      parser = Parser(inp=io.BytesIO(sys.stdin.buffer.read()))
      parser.addSink(Sink())
      parser.parse()
      """
    let printed = try Python.output(of: script, input: try STDF.bytes(of: SampleLot.file))
      .split(separator: "\n").map(String.init)
    #expect(
      printed == [
        "Far 2|4", "Mir L12|pcu|pcu-iv|ks|pcu-mapbi3|wafer-4in-101|1760000100",
        "Wcr 100.0|3|D|4|R|U", "Wir W1|1760000100", "Pir ",
        "Ptr 10|M1 conductance|S|0|14", "Ptr 11|D1 reverse current|A|64|78",
        "Ptr 12|contact|Ohm|0|206", "Prr A1.R1C1|0|8|1|101|0|3", "Pir ",
        "Ptr 10|M1 conductance|S|130|14", "Prr A1.R1C2|-1|8|2|65535|8|1", "Wrr 2|1|W1|6ad1",
        "Wir W2|0", "Pir ", "Prr S01|-32768|-32768|5|65535|16|0", "Wrr 1|0|W2|",
        "Tsr 10|2|1|M1 conductance|252", "Tsr 11|1|0|D1 reverse current|252",
        "Tsr 12|1|0|contact|252", "Hbr 1|1|P|good", "Hbr 2|1|F|leaky", "Hbr 9|0| |unused",
        "Hbr 5|1| |", "Sbr 101|1|P", "Pcr 3|1", "Mrr 1760009999",
      ]
    )
  }
}
