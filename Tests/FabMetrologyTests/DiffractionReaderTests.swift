import FabDiagnostics
import FabMetrology
import Testing

@Suite struct DiffractionReaderTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    "'Id: \"W7\" Comment: \"\"\n13.60 100\n13.62 110\n", "13.60\t100\r\n13.62\t110\r\n",
    "  13.60   100\n  13.62   110\n", "13,60 100\n13,62 110\n",
  ])
  func twoColumnsAreAScan(text: String) throws {
    let reading = try BrukerXYReader.read(name: "s.xy", bytes: bytes(text))
    #expect(reading.values.map(\.angles) == [[13.6, 13.62]])
    #expect(reading.values.map(\.counts) == [[100, 110]])
    #expect(reading.refused.isEmpty)
  }

  @Test func badPointsAreRefused() throws {
    let reading = try BrukerXYReader.read(
      name: "s.xy",
      bytes: bytes("13.6 100\n13.6 100\nabc 5\n200 5\n13.7 1 2\n13.8 nan\n13.9 7\n")
    )
    #expect(reading.values[0].angles == [13.6, 13.9])
    #expect(reading.refused.map(\.line) == [2, 3, 4, 5, 6])
  }

  @Test func rangesOfKeysAndCountsAreScans() throws {
    let text = """
      ; (Raw scan)
      _FILEVERSION = 2
      _SAMPLE = 'W7'
      _WL1 = 1.540600
      _WL2 = 1.544390
      _STEPTIME = 0.5
      _STEPSIZE = 0.02
      _START = 13.6
      _COUNTS
       100 110
       120
      _START = 20
      _2THETACPS
      20.00 10
      20.02 12
      """
    let reading = try BrukerUXDReader.read(name: "s.uxd", bytes: bytes(text))
    #expect(reading.values.count == 2)
    #expect(reading.values[0].name == "W7")
    #expect(reading.values[0].counts == [100, 110, 120])
    #expect(abs(reading.values[0].angles[2] - 13.64) < 1e-9)
    #expect(reading.values[0].alpha1Wavelength == 1.5406)
    #expect(reading.values[0].alpha2Wavelength == 1.54439)
    // Counts a second are counts again.
    #expect(reading.values[1].counts == [5, 6])
    #expect(reading.values[1].angles == [20, 20.02])
  }

  @Test func countsWithoutAnglesAreRefused() {
    #expect(throws: DiagnosticError.self) {
      try BrukerUXDReader.read(name: "s.uxd", bytes: bytes("_COUNTS\n100 110\n"))
    }
    #expect(throws: DiagnosticError.self) {
      try BrukerUXDReader.read(name: "s.uxd", bytes: bytes("_START = 1\n_STEPSIZE = 1\n100 110\n"))
    }
  }
}
