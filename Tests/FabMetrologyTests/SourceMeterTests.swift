import FabDiagnostics
import FabMetrology
import Testing

@Suite struct SourceMeterTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func interleavedTriplesAreFound() throws {
    let record = try KeithleyBufferReader.read(
      name: "b.txt",
      bytes: bytes("0.0,0.1,1e-9,0.5,0.2,2e-9,1.0,0.1,9.91E+37\r\n")
    )
    #expect(record.voltages == [0.1, 0.2, 0.1])
    #expect(record.currents == [1e-9, 2e-9, 9.91e37])
    #expect(record.flags == [[], [], .notMeasured])
    #expect(record.messages.map(\.code) == [.assumedColumns])
  }

  @Test func theLayoutCanBeStated() throws {
    let text = bytes("0,1e-9,0.1,2e-9,0.2,3e-9")
    #expect(try KeithleyBufferReader.read(name: "b", bytes: text).voltages == [0, 0.1, 0.2])
    let swapped = try KeithleyBufferReader.read(name: "b", bytes: text, layout: .currentVoltage)
    #expect(swapped.currents == [0, 0.1, 0.2])
    #expect(swapped.messages.isEmpty)
    let timed = try KeithleyBufferReader.read(
      name: "b",
      bytes: text,
      layout: .timeVoltageCurrent
    )
    #expect(timed.voltages == [1e-9, 0.2])
  }

  @Test(arguments: ["", "1,2,3,4,5", "1,x", "1,nan", "1,0x10", "1,\0"])
  func whatIsNoBufferIsRefused(text: String) {
    #expect(throws: DiagnosticError.self) {
      try KeithleyBufferReader.read(name: "b", bytes: bytes(text))
    }
  }

  @Test func runsSideBySideKeepTheirOrder() throws {
    let reading = try SourceMeterTableReader.read(
      name: "k.csv",
      bytes: bytes(
        "KickStart,1.9\nInstrument,2612A\n"
          + "Voltage (mV),Current (nA),Compliance,Voltage (mV),Current (nA),Compliance\n"
          + "0,0,0,0,5,0\n100,1.1,1,100,6,0\n0,0.5,0,,,\n"
      )
    )
    #expect(reading.values.map(\.voltages) == [[0, 0.1, 0], [0, 0.1]])
    #expect(reading.values[0].currents == [0, 1.1e-9, 0.5e-9])
    #expect(reading.values[0].flags == [[], .compliance, []])
    #expect(reading.values[1].currents == [5e-9, 6e-9])
    #expect(reading.refused.isEmpty)
  }

  @Test func badRowsAreRefused() throws {
    let reading = try SourceMeterTableReader.read(
      name: "k.csv",
      bytes: bytes("V (V),I (A)\n1,1\n1,5,2\nx,1\n2\n3,3\n")
    )
    #expect(reading.values[0].voltages == [1, 3])
    #expect(reading.refused.map(\.line) == [3, 4, 5])
  }

  @Test func blocksOfDataValuesAreCurves() throws {
    let reading = try DataNameReader.read(
      name: "a.csv",
      bytes: bytes(
        "SetupTitle, IV\nDimension1, 2, 2\nDimension2, 2, 2\nDataName, Vd, Id\nDataUnit, V, uA\n"
          + "DataValue, 0, 1\nDataValue, 1, 2\nDataValue, 0, 3\nDataValue, 1, x\nDataValue, 1, 4\n"
      )
    )
    #expect(reading.values.map(\.voltages) == [[0, 1], [0, 1]])
    #expect(reading.values.map(\.currents) == [[1e-6, 2e-6], [3e-6, 4e-6]])
    #expect(reading.refused.map(\.line) == [9])
    #expect(throws: DiagnosticError.self) {
      try DataNameReader.read(name: "a.csv", bytes: bytes("DataValue,1,2\n"))
    }
  }

  @Test func defectiveTextIsRefusedForPlainRecordsToo() {
    for text in ["V,I\n1,\0\n", "V,I\n\"1,2\n", "V,I\n" + String(repeating: "1", count: 5_000_000)]
    {
      #expect(throws: DiagnosticError.self) { try IVRecord.read(name: "m", bytes: bytes(text)) }
    }
  }
}
