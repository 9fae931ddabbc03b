import FabDiagnostics
import FabMetrology
import Testing

@Suite struct InstrumentFormatTests {
  @Test(arguments: [
    ("s.txt", "\"A\"\n\"Wavelength nm.\",\"Abs.\"\n800,1\n", InstrumentFormat.uvProbe),
    ("s.uxd", "_START = 1\n_COUNTS\n1 2\n", .brukerUXD),
    ("s.txt", "'Id: x\n13.6 100\n", .brukerXY), ("s.xy", "13.6 100\n13.7 100\n", .brukerXY),
    ("s.brml", "PK\u{3}\u{4}", .brukerBRML), ("b.txt", "0,0.1,1e-9,1,0.2,2e-9\n", .keithleyBuffer),
    ("k.csv", "x,y\nVoltage (V),Current (A)\n1,2\n", .sourceMeter),
    ("a.csv", "Dimension1,2\nDataName,V,I\nDataValue,1,2\n", .dataName),
    ("q.log", "Time,Rate,Thickness,Frequency\n0,1,2,3\n", .depositionLog),
    ("t.csv", "wafer,site,characteristic,value\nW,A,t,1\n", .siteTable),
    ("t.csv", "site;edge (nm)\nA;770,1\n", .siteTable),
  ])
  func formatsAreTold(name: String, text: String, format: InstrumentFormat) throws {
    #expect(try InstrumentFormat.detect(name: name, bytes: Array(text.utf8)) == format)
  }

  @Test(arguments: ["", "hello\n", "a,b\n1,2\n", "RAW1.01\0\0", "1,2\n3,4\n5,6\n"])
  func anythingElseIsRefused(text: String) {
    #expect(throws: DiagnosticError.self) {
      try InstrumentFormat.detect(name: "x.csv", bytes: Array(text.utf8))
    }
  }
}
