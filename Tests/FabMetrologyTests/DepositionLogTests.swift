import FabDiagnostics
import FabMetrology
import Testing

@Suite struct DepositionLogTests {
  private func read(_ text: String) throws -> InstrumentReading<DepositionLog> {
    try DepositionLogReader.read(name: "q.log", bytes: Array(text.utf8))
  }

  @Test func aLogWithUnitsIsRead() throws {
    let reading = try read(
      "Time (s),Rate (Å/s),Thickness (kÅ),Frequency (Hz)\n"
        + "0,0.00,0.000,5990000\n1,1.00,0.001,5989990\n2,1.20,0.002,5989980\nStop Log,12:00\n"
    )
    let log = try #require(reading.values.first)
    #expect(log.times == [0, 1, 2])
    #expect(log.thicknesses.map { ($0 * 1e6).rounded() } == [0, 100_000, 200_000])
    #expect(log.frequencies.last == 5_989_980)
    // Waiting before the shutter opens doesn't count.
    #expect(abs((log.meanRate ?? 0) - 1.1) < 1e-12)
    #expect(abs((log.rateDeviation ?? 0) - 0.02.squareRoot()) < 1e-9)
    #expect(log.metadata == ["Stop Log 12:00"])
    #expect(reading.messages.isEmpty)
  }

  @Test(arguments: [
    ("nm", 2.0), ("\u{C5}", 0.2), ("\u{212B}", 0.2), ("A\u{30A}", 0.2), ("A", 0.2),
    ("k\u{212B}", 200), ("µm", 2000),
  ])
  func unitsOfThicknessAreFolded(unit: String, thickness: Double) throws {
    let log = try read("Time [s]\tThickness [\(unit)]\n0\t1\n1\t2\n").values[0]
    #expect(abs((log.endThickness ?? 0) - thickness) < 1e-9 * thickness)
  }

  @Test func aThicknessWithoutUnitIsAssumedLoudly() throws {
    let reading = try read("Time,Rate,Thickness,Frequency\n0,1,0.5,6000000\n")
    #expect(reading.values[0].endThickness == 50)
    #expect(reading.messages.filter { $0.severity == .warning }.map(\.code) == [.assumedColumns])
  }

  @Test func badRowsAndUnitsAreRefused() throws {
    let reading = try read("Time (s),Rate (A/s)\n0,1\n1,x\n2,1,5\n1,1\n0.5,1\n")
    #expect(reading.refused.map(\.line) == [3, 4, 6])
    #expect(throws: DiagnosticError.self) { try read("Time (s),Rate (kg)\n0,1\n") }
    #expect(throws: DiagnosticError.self) { try read("Time (s),Rate (A/s)\n") }
    #expect(throws: DiagnosticError.self) { try read("a,b\n1,2\n") }
  }

  @Test func aLineALayerIsASummary() throws {
    let line =
      "\"06/02/24\",\"10:11\",\"P1\",12,1,\"PbI2\",300,260,250,2.501,1.02,0.03,21.5,20.1,128\r\n"
    let reading = try LayerSummaryReader.read(name: "d.csv", bytes: Array((line + "x\r\n").utf8))
    let log = reading.values[0]
    #expect(log.name == "PbI2")
    #expect(abs((log.endThickness ?? 0) - 250.1) < 1e-9)
    #expect(log.meanRate == 1.02)
    #expect(log.rateDeviation == 0.03)
    #expect(log.metadata.last == "termination = 128 (normal)")
    #expect(reading.refused.map(\.line) == [2])
  }
}
