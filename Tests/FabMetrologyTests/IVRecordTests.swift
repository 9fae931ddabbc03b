import FabDiagnostics
import FabMetrology
import Testing

@Suite struct IVRecordTests {
  private func read(_ text: String) throws -> IVRecord {
    try IVRecord.read(name: "m.csv", bytes: Array(text.utf8))
  }

  private func refusal(_ text: String) -> [Diagnostic] {
    do {
      _ = try read(text)
      return []
    } catch {
      return (error as? DiagnosticError)?.diagnostics ?? []
    }
  }

  @Test(arguments: [
    "Voltage (V),Current (A)", "V,I", "\"V (V)\",\"I (A)\"", "voltage/V,current/A", "V [V],I [A]",
    "Voltage(mV),Current(uA)", "mV,nA", "V_d (V),I_d (µA)", "bias (V),i (μA)", "U/V,I/pA",
    "Voltage 1 (V),Current 1 (mA)", "AV,AI", "time (s),V (V),I (A)", "I (nA),V (mV)",
  ])
  func headingsAreUnderstood(header: String) throws {
    let scales = [
      "mV": 1e-3, "mA": 1e-3, "uA": 1e-6, "µA": 1e-6, "μA": 1e-6, "nA": 1e-9, "pA": 1e-12,
    ]
    let names = header.split(separator: ",")
    // The current is the column whose unit or name is one of a current.
    let isCurrent = names.map { name in
      name.contains("A)") || name.contains("A]") || name.hasSuffix("A") || name == "I"
        || name == "AI"
    }
    let values = isCurrent.map { $0 ? "2" : "5" }
    let record = try read("\(header)\n\(values.joined(separator: ","))\n")
    func scale(_ index: Int) -> Double {
      scales.first { names[index].contains($0.key) }?.value ?? 1
    }
    let current = try #require(isCurrent.firstIndex(of: true))
    let voltage = try #require(isCurrent.lastIndex(of: false))
    #expect(record.currents.map(Float.init) == [Float(2 * scale(current))])
    #expect(record.voltages.map(Float.init) == [Float(5 * scale(voltage))])
  }

  @Test(arguments: [
    "V (V),I (A)\n0.5,1e-9\n", "V (V);I (A)\n0,5;1e-9\n", "V (V)\tI (A)\n0,5\t1,0e-9\n",
    "V (V);I (A)\r\n0.5;1e-9\r\n", "\u{FEFF}V (V),I (A)\n0.5,1e-9\n",
    "# comment\n\n  # another, one\nV (V),I (A)\n0.5,1e-9", "V I\n0.5   1e-9\n",
    "sep=;\nV (V);I (A)\n0.5;1e-9\n", "Setup,run 7\nSMU1\nV (V),I (A)\n0.5,1e-9\n",
    "V (V),I (A),note\n0.5,1e-9,\"a, b\"\n", "V (V),I (A),\n0.5,1e-9,,\n",
    "V (mV),I (nA)\n500,1\n", "0.5,1e-9\n", "V (V),I (A)\r0.5,1e-9\r",
    "V (V),I (A)\n+0.5,1.0E-09\n",
  ])
  func formsOfOneRowGiveOnePoint(text: String) throws {
    let record = try read(text)
    #expect(record.voltages == [0.5])
    #expect(record.currents == [1e-9])
    #expect(record.refusedRows == 0)
  }

  @Test(arguments: [true, false]) func sixteenBitTextIsRead(isLittle: Bool) throws {
    let units = Array("\u{FEFF}V (V);I (µA)\r\n0,5;2\r\n".utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    let record = try IVRecord.read(name: "m.csv", bytes: bytes)
    #expect(record.voltages == [0.5])
    #expect(record.currents == [2e-6])
    #expect(throws: DiagnosticError.self) {
      try IVRecord.read(name: "m.csv", bytes: bytes.dropLast())
    }
  }

  @Test func overflowMarksAreNeverScaled() throws {
    let record = try read("V (mV),I (pA)\n1,9.91E37\n2,-9.9e37\n3,nan\n4,-inf\n5,NaN\n")
    #expect(record.currents[0] == 9.91e37)
    #expect(record.currents[1] == -9.9e37)
    #expect(record.currents[2].isNaN)
    #expect(record.currents[3] == -.infinity)
    #expect(record.voltages == [0.001, 0.002, 0.003, 0.004, 0.005])
    #expect(record.lines == [2, 3, 4, 5, 6])
    #expect(record.messages.isEmpty)
  }

  @Test func refusedRowsAreNamedWithTheirPlace() throws {
    let record = try read("V (V);I (nA)\n1;2\nabc;3\n2;\n;5\n3;4;5\n1.000,5;6\n4;1,2,3\n5;6\n")
    #expect(record.voltages == [1, 5])
    #expect(record.refusedRows == 6)
    let texts = record.messages.map(TextRenderer(usesColor: false).text)
    #expect(texts.count == 6)
    #expect(texts[0].hasPrefix("m.csv:3:1: warning: this row is left out: found 'abc', expected a"))
    #expect(texts[0].contains("voltage in V [malformed-row]"))
    #expect(texts[1].hasPrefix("m.csv:4:2: warning: this row is left out: found nothing, expected"))
    #expect(texts[1].contains("a current in nA"))
    #expect(texts[2].hasPrefix("m.csv:5:1: "))
    #expect(
      texts[3].hasPrefix("m.csv:6:5: warning: this row is left out: found 3 values, expected 2")
    )
    #expect(texts[4].hasPrefix("m.csv:7:1: warning: this row is left out: found '1.000,5'"))
    #expect(texts[5].contains("1 more rows were refused, 6 in all"))
  }

  @Test func manyRefusedRowsAreCounted() throws {
    let record = try read("V (V),I (A)\n1,1\n" + String(repeating: "x,1\n", count: 1000))
    #expect(record.messages.count == 6)
    #expect(record.messages[5].summary == "995 more rows were refused, 1000 in all")
  }

  @Test func decimalCommasBetweenCommasAreRefused() throws {
    let messages = refusal("V (V),I (A)\n0,5,1,2e-9\n0,6,1,3e-9\n")
    #expect(messages.map(\.code) == [.malformedRow, .malformedRow, .noMeasurement])
    #expect(messages[0].summary.contains("decimal commas need semicolons or tabs"))
    // Without a header four columns are no two.
    #expect(refusal("0,5,1,2e-9\n").map(\.code) == [.unknownColumn])
  }

  @Test func withoutHeaderTwoColumnsAreAssumed() throws {
    let record = try read("0.1,1e-9\n0.2,2e-9\n")
    #expect(record.messages.map(\.code) == [.assumedColumns])
    #expect(record.messages[0].severity == .note)
    #expect(record.lines == [1, 2])
  }

  @Test func aMissingUnitIsAssumedAndSaid() throws {
    let record = try read("voltage,current (nA)\n1,2\n")
    #expect(record.messages.map(\.summary) == ["'voltage' states no unit; V is assumed"])
  }

  @Test func headingsThatContradictThemselvesAreErrors() {
    #expect(refusal("voltage (kg),current (A)\n1,2\n").map(\.code) == [.unknownUnit])
    #expect(refusal("voltage (A),current (V)\n1,2\n").map(\.code) == [.wrongDimension])
    #expect(refusal("x,y\n1,2\n").map(\.code) == [.unknownColumn])
    #expect(refusal("V (V),J (mA/cm2)\n1,2\n").map(\.code) == [.unknownColumn])
    #expect(refusal("1,2,3\n").map(\.code) == [.unknownColumn])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "V (V),I (A)\n"])
  func filesWithoutPointsSaySo(text: String) {
    #expect(refusal(text).map(\.code) == [.noMeasurement])
  }

  @Test func onePointIsAPoint() throws {
    #expect(try read("V (V),I (A)\n1,2").voltages == [1])
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(throws: DiagnosticError.self) {
      try IVRecord.read(name: "m.csv", bytes: [0x56, 0xFF, 0x0A])
    }
    #expect(refusal("\u{0}\u{1}\u{2}").map(\.code) == [.corruptFile])
  }
}
