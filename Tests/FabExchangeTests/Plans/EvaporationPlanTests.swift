import FabDiagnostics
import FabExchange
import Testing

@Suite struct EvaporationPlanTests {
  private static let heading =
    "Material name,Organic,Base pressure,Pressure start,Pressure end,Source temperature start,"
    + "Source temperature end,Substrate temperature,Thickness [nm],Rate start [A/s],"
    + "Rate target [A/s],Tooling factor,Tool/GB name,Notes"

  private func messages(_ text: String) -> [Diagnostic] {
    refusal { _ = try EvaporationPlan.read(file: "p.csv", bytes: Array(text.utf8)) }
  }

  @Test func plansComeBack() throws {
    var c60 = EvaporationPlanRow(material: "C60")
    c60.isOrganic = true
    c60.basePressure = 1e-6
    c60.pressureStart = 2e-6
    c60.pressureEnd = 3e-6
    c60.sourceTemperatureStart = 380
    c60.sourceTemperatureEnd = 401.5
    c60.substrateTemperature = -5
    c60.thickness = 23
    c60.rateStart = 0.1
    c60.rateTarget = 0.3
    c60.toolingFactor = 1.07
    c60.tool = "GB 2"
    c60.notes = "=shutter, \"late\""
    var gold = EvaporationPlanRow(material: "Au")
    gold.isOrganic = false
    let rows = [c60, gold]
    let bytes = try EvaporationPlan.bytes(of: rows)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(Self.heading + "\r\n"))
    #expect(try EvaporationPlan.read(file: "p.csv", bytes: bytes) == rows)
  }

  @Test func headingsMayStandInAnyOrder() throws {
    let rows = try EvaporationPlan.read(
      file: "p.csv",
      bytes: Array("Thickness [nm],Material name\n250,PbI2\n".utf8)
    )
    #expect(rows.map(\.material) == ["PbI2"])
    #expect(rows[0].thickness == 250)
    #expect(rows[0].tool == nil)
  }

  @Test func defectsAreRefusedWithTheirLine() {
    #expect(
      messages("Material name,Thickness [Nm]\nC60,1").refuses(.unknownColumn, line: 1, "[nm]")
    )
    #expect(
      messages("Material name,Organic\nC60,yes\nAu,maybe").refuses(.unknownChoice, line: 3, "maybe")
    )
    #expect(messages("Material name,Notes\n,x").refuses(.missingKey, line: 2))
    #expect(messages("Material name,Tooling factor\nAu,-1").refuses(.outOfRange, line: 2))
    #expect(
      messages("Material name,Substrate temperature\nAu,-300").refuses(.outOfRange, line: 2)
    )
    #expect(messages("Material name,Thickness [nm]\nAu,80 nm").refuses(.notANumber, line: 2))
    var row = EvaporationPlanRow(material: "Au")
    row.thickness = .nan
    #expect(refusal { _ = try EvaporationPlan.bytes(of: [row]) }.map(\.code) == [.notFinite])
  }
}
