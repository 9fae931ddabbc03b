import FabDiagnostics
import FabMetrology
import Testing

@Suite struct SpectrumReaderTests {
  private func read(_ text: String) throws -> InstrumentReading<AbsorptionSpectrum> {
    try UVProbeReader.read(name: "s.txt", bytes: Array(text.utf8))
  }

  private func codes(_ text: String) -> [DiagnosticCode] {
    do {
      _ = try read(text)
      return []
    } catch {
      return (error as? DiagnosticError)?.diagnostics.map(\.code) ?? []
    }
  }

  @Test(arguments: [
    "\"W7 A1 - RawData\"\r\n\"Wavelength nm.\",\"Abs.\"\r\n850.00,0.125\r\n849.50,0.25\r\n",
    "\"W7 A1 - RawData\"\n\"Wavelength nm.\"\t\"Abs.\"\n850.00\t0.125\n849.50\t0.25\n",
    "\"W7 A1 - RawData\"\n\"Wavelength nm.\";\"Abs.\"\n850,00;0,125\n849,50;0,25\n",
    "W7 A1 - RawData\nWavelength (nm);Abs.\n850.00;0.125\n849.50;0.25\n",
  ])
  func formsOfOneSpectrumAreOne(text: String) throws {
    let reading = try read(text)
    let spectrum = try #require(reading.values.first)
    #expect(reading.values.count == 1)
    #expect(spectrum.name == "W7 A1 - RawData")
    #expect(spectrum.ordinate == .absorbance)
    #expect(spectrum.wavelengths == [850, 849.5])
    #expect(spectrum.values == [0.125, 0.25])
    #expect(spectrum.start == 850 && spectrum.stop == 849.5 && spectrum.step == -0.5)
    #expect(reading.refused.isEmpty)
  }

  @Test func severalSpectraStandSideBySide() throws {
    let reading = try read(
      "\"A1\",\"\",\"A2\",\"\"\n\"Wavelength nm.\",\"Abs.\",\"Wavelength nm.\",\"T%\"\n"
        + "800,0.1,800,10\n799,0.2,799,1\n798,4.0000,,\n"
    )
    #expect(reading.values.map(\.name) == ["A1", "A2"])
    #expect(reading.values[0].values == [0.1, 0.2, 4])
    #expect(reading.values[0].isSaturated == [false, false, true])
    #expect(reading.values[1].absorbances == [1, 2])
    #expect(reading.refused.isEmpty)
  }

  @Test func settingsAreKept() throws {
    let reading = try read(
      "Instrument:,UV-2600\nA1\nWavelength nm.,R%\n800,5\n799,6\n[Method]\nSlit,1.0\n"
    )
    #expect(reading.values[0].ordinate == .reflectance)
    #expect(reading.values[0].absorbances == nil)
    #expect(reading.values[0].metadata == ["Instrument: UV-2600", "[Method]", "Slit 1.0"])
    #expect(reading.refused.isEmpty)
  }

  @Test func everyBadRowIsRefused() throws {
    let reading = try read(
      "Wavelength nm.,Abs.\n800,0.1\n799,nan\n798,0x10\n797,inf\n796,0,5\n800,0.3\n800\n795,0.2\n"
    )
    #expect(reading.values[0].wavelengths == [800, 795])
    #expect(reading.refused.map(\.line) == [3, 4, 5, 6, 7, 8])
    #expect(reading.messages.count == 6)
    #expect(reading.refused[3].found == "3 values")
    #expect(reading.refused[4].expected == "wavelengths in one direction, each once")
  }

  @Test func decimalCommasBetweenCommasNeverGlue() {
    #expect(codes("Wavelength nm.,Abs.\n850,00,0,1234\n849,00,0,1235\n").last == .noMeasurement)
  }

  @Test func aCommaThatMayBeAThousandIsRefused() throws {
    #expect(codes("Wavelength nm.;Abs.\n800;1,234\n799;1,235\n") == [.notANumber])
    // One number that can only be a decimal decides for all.
    let reading = try read("Wavelength nm.;Abs.\n800;1,234\n799;1,2\n")
    #expect(reading.values[0].values == [1.234, 1.2])
    #expect(codes("Wavelength nm.;Abs.\n800;1,234.5\n") == [.notANumber])
  }

  @Test func whatIsNoTextIsRefused() {
    #expect(codes("") == [.unknownColumn])
    #expect(codes("Wavelength nm.,Abs.\n800,\0\n") == [.corruptFile])
    #expect(codes("Wavelength nm.,Abs.\n800,\"0.1\n") == [.malformedRow])
    let long = "Wavelength nm.,Abs.\n800," + String(repeating: "1", count: 5_000_000)
    #expect(codes(long) == [.fileTooLarge])
    #expect(codes(String(repeating: "1,", count: 1_000_000)) == [.fileTooLarge])
  }
}
