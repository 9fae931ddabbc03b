import FabTestSupport
import Foundation
import Testing

/// `verify` on layouts that are broken on purpose: each is caught at the right step with the right sentence.
@Suite struct VerifyDefectTests {
  private static let shipped = Result { try DefaultWafer() }

  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private struct Outcome {
    let verdicts: [String: String]
    let report: [String: Any]
    let error: String
  }

  private func verify(_ defect: LayoutDefect, operators: String = "vmm,softplus") throws -> Outcome
  {
    try work.write(try Self.shipped.get().gds(with: defect), to: "broken.gds")
    let result = try work.tool(
      "verify",
      "broken.gds",
      "--units",
      "5",
      "--operators",
      operators,
      "--json"
    )
    result.expect(1)
    let report = try result.object()
    #expect(report["verdict"] as? String == "fail")
    let steps = try #require(report["steps"] as? [[String: Any]])
    let pairs = steps.compactMap { step in
      (step["id"] as? String).flatMap { id in (step["verdict"] as? String).map { (id, $0) } }
    }
    return Outcome(
      verdicts: Dictionary(uniqueKeysWithValues: pairs),
      report: report,
      error: result.error
    )
  }

  private func unusable(_ outcome: Outcome) -> [String: String] {
    let list = outcome.report["unusablePcus"] as? [[String: Any]] ?? []
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { one in
        (one["site"] as? String).flatMap { site in (one["reason"] as? String).map { (site, $0) } }
      }
    )
  }

  @Test func aShiftedSilverMaskLeavesNoPCU() throws {
    let outcome = try verify(.shiftedSilver)
    #expect(outcome.verdicts["rules"] == "fail")
    #expect(outcome.verdicts["extraction"] == "fail")
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.verdicts["operators"] == "fail")
    #expect(outcome.error.contains("missing-device A1.R1C1.M2: found"))
    #expect(outcome.error.contains("vmm needs 3 PCUs that share no line; 0 are there"))
    #expect(unusable(outcome).count == 101)
    #expect(unusable(outcome)["S07"] == "its devices don't make a PCU")
  }

  @Test func aLostInsulatorIsFoundByRulesAndExtraction() throws {
    let outcome = try verify(.lostInsulator)
    #expect(outcome.verdicts["rules"] == "fail")
    #expect(outcome.verdicts["extraction"] == "fail")
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.error.contains("without an insulator"))
    // Word line 2 and bit line 2 of A5 are one net: their five PCUs can't be used, the other operators go on.
    let broken = unusable(outcome)
    #expect(Set(broken.keys) == ["A5.R1C2", "A5.R2C1", "A5.R2C2", "A5.R2C3", "A5.R3C2"])
    #expect(outcome.verdicts["operators"] == "pass")
  }

  @Test func aHalvedApertureMakesHalfADiodeAndAParasitic() throws {
    let outcome = try verify(.halvedAperture)
    #expect(outcome.verdicts["extraction"] == "fail")
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.error.contains("area A5.R2C2.D1"))
    #expect(outcome.error.contains("FTO/PVK/ETL/AU"))
    #expect(unusable(outcome)["A5.R2C2"] != nil)
    #expect(outcome.verdicts["operators"] == "pass")
  }

  @Test func shortedConfigurePadsAreMergedNets() throws {
    let outcome = try verify(.shortedConfigureLines)
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.error.contains("merged-nets A5.R2C2.CL1 A5.R2C2.CL2"))
    #expect(Set(unusable(outcome).keys) == ["A5.R2C2"])
  }

  @Test func areasOffEverywhereAreFoundWhereNothingElseIs() throws {
    let outcome = try verify(.enlargedTabs)
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.error.contains("area A1.R1C1.M1"))
    // Larger memristors still compute.
    #expect(outcome.verdicts["operators"] == "pass")
    #expect(unusable(outcome).isEmpty)
  }

  @Test(arguments: [LayoutDefect.lostLevel, .partialMasks, .noMasks])
  func aWaferWithoutPCUsPlacesNothing(_ defect: LayoutDefect) throws {
    let outcome = try verify(defect, operators: "divider")
    #expect(outcome.verdicts["lvs"] == "fail")
    #expect(outcome.verdicts["operators"] == "fail")
    #expect(outcome.error.contains("[operator-not-placed]"))
    #expect(outcome.error.contains("divider needs 3 PCUs"))
  }
}
