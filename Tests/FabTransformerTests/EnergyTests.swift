import FabDiagnostics
import FabTransformer
import Foundation
import Testing

/// What networks cost.
@Suite struct EnergyTests {
  private let model: EnergyModel

  init() throws {
    model = EnergyModel(
      OperationCounts(try NetworkText.network(NetworkText.block)),
      parameters: try Self.parameters(try Self.shippedText())
    )
  }

  private static func shippedText() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Energy/estimates.yaml").standardizedFileURL
    return try String(contentsOf: path, encoding: .utf8)
  }

  private static func parameters(
    _ text: String,
    base: EnergyParameters? = nil
  ) throws -> EnergyParameters {
    try EnergyParameters.read(SourceText(name: "energy.yaml", text: text), base: base)
  }

  @Test func theBlockCostsWhatTheFormulasSay() {
    let (n, d, f, h) = (194.0, 256.0, 2048.0, 8.0)
    let (statics, dynamics) = (4 * n * d * d + 2 * n * d * f, 2 * n * n * d)
    let gpu = 2 * (statics + dynamics) * 350 / 35.58e12
    #expect(abs(model.gpu.joules / gpu - 1) < 1e-12)
    let conversions = statics / 64
    let accelerator =
      statics * 0.3e-12 + conversions * (40e-12 + 6e-12 + 5.3e-12) + dynamics * 1e-12
      + n * n * h * 50e-12 + n * f * 10e-12 + 2 * n * d * 20e-12
    #expect(abs(model.accelerator.joules / accelerator - 1) < 1e-12)
    let unit = 2e-6 * 0.7 * 2e-6
    let pcu =
      (statics + dynamics) * 0.3e-12 + (7 * n * n * h + n * f + 3 * 2 * n * d) * unit
    #expect(abs(model.pcu.joules / pcu - 1) < 1e-12)
  }

  @Test func thePapersFiguresAreNear() throws {
    for platform in [model.gpu, model.accelerator, model.pcu] {
      let paper = try #require(platform.paperJoules)
      #expect(abs(platform.joules / paper - 1) < 0.01, "\(platform.name)")
    }
  }

  @Test func aParameterThatIsChangedChangesTheResult() throws {
    let changed = try Self.parameters(
      """
      format: pcu-fab energy 1
      name: mine
      macCurrent: {value: 1.2 uA, source: measured}
      """,
      base: model.parameters
    )
    let doubled = EnergyModel(model.counts, parameters: changed)
    let macs = Double(model.counts.staticMacs + model.counts.dynamicMacs)
    #expect(abs(doubled.pcu.joules - model.pcu.joules - macs * 0.3e-12) < 1e-12)
    #expect(changed.source(of: .macCurrent) == "measured")
    #expect(doubled.gpu.joules == model.gpu.joules)
  }

  @Test func theBudgetOfADynamicProductClosesTheSum() throws {
    let budget = try #require(model.dynamicProductBudget)
    let rest = model.pcu.terms.filter { $0.name != "dynamic products" }
      .reduce(0) { $0 + $1.joules }
    let sum = rest + Double(model.counts.dynamicMacs) * budget
    #expect(abs(sum - EnergyModel.paperPCU) < 1e-12)
  }

  @Test func sensitivityIsTheModelWithHalfAndTwice() throws {
    let sensitivity = EnergySensitivity(model)
    #expect(sensitivity.joules == model.pcu.joules)
    #expect(sensitivity.bars.map(\.span) == sensitivity.bars.map(\.span).sorted(by: >))
    var parameters = model.parameters
    parameters[.operatorVoltage] *= 2
    let bar = try #require(sensitivity.bars.first { $0.parameter == .operatorVoltage })
    #expect(bar.doubled == EnergyModel(model.counts, parameters: parameters).pcu.joules)
  }

  @Test func simulatedCellsTakeTheCurrentsOfTheOperators() throws {
    let platform = try #require(try model.simulatedCells(MappingChoices()))
    let statics = try #require(platform.terms.first { $0.name == "static products" })
    // Two cells; weights of 0.1 to 1 of 100 µS, inputs of 0 to 0.1 V, 14 µs.
    let expected = 2 * 0.55 * 100e-6 * 0.1 * 0.1 / 3 * 14e-6
    #expect(abs(statics.joulesEach / expected - 1) < 1e-12)
    // Three diodes at 0.2 to 2 µA and some 0.3 V, for 14 µs.
    let products = try #require(platform.terms.first { $0.name == "dynamic products" })
    #expect((5e-12...30e-12).contains(products.joulesEach))
    var choices = MappingChoices()
    choices.settlingSeconds /= 2
    let quick = try #require(try model.simulatedCells(choices))
    #expect(abs(quick.joules / platform.joules - 0.5) < 1e-12)
  }

  @Test func programmingIsTwoMemristorsAWeight() {
    let cost = ProgrammingCost(model.counts, parameters: model.parameters)
    #expect(cost.memristors == 2 * 1_310_720)
    #expect(abs(cost.secondsInTurn / (2 * 1_310_720 * 50 * 0.02) - 1) < 1e-12)
    #expect(abs(cost.joules / (2 * 1_310_720 * 50 * 10e-6 * 0.02) - 1) < 1e-12)
  }

  @Test(arguments: [
    ("macCurrent: {value: 0.6 uA", "macCurrent: {value: 0.6 V", "a current"),
    ("acceleratorRows: {value: 64", "acceleratorRows: {value: 0", "greater than zero"),
    ("gpuPower: {value: 350 W", "gpuPower: {value: -350 W", "'value' must be"),
    ("macSettling:", "macSetling:", "macSettling"),
    ("energy 1", "energy 7", "pcu-fab energy 1"),
    ("softmaxPCUs: {value: 7", "softmaxPCUs: {value: nan", "finite"),
  ])
  func defectsAreNamed(_ part: String, _ replacement: String, _ expected: String) throws {
    let shipped = try Self.shippedText()
    let text = shipped.replacing(part, with: replacement)
    #expect(text != shipped)
    do {
      _ = try EnergyParameters.read(SourceText(name: "energy.yaml", text: text))
      Issue.record("the file was read")
    } catch {
      #expect(
        error.diagnostics.contains { $0.place != nil && $0.summary.contains(expected) },
        "\(error.diagnostics.map(\.summary))"
      )
    }
  }
}
