import Foundation
import Testing

/// `verify` on layouts that are as they should be, and its files.
@Suite struct VerifyCommandTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test func theShippedWaferWillCompute() throws {
    let result = try work.tool("verify", "--units", "60", "--json")
    result.expect(0)
    let report = try result.object()
    #expect(report["verdict"] as? String == "pass")
    let steps = try #require(report["steps"] as? [[String: Any]])
    let ids = steps.compactMap { $0["id"] as? String }
    #expect(ids == ["rules", "extraction", "lvs", "circuits", "operators"])
    #expect(steps.allSatisfy { $0["verdict"] as? String == "pass" })
    #expect(report["pcus"] as? Int == 101)
    #expect(report["usablePcus"] as? Int == 101)
    let operators = try #require(report["operators"] as? [[String: Any]])
    #expect(operators.count == 16)
    func places(_ name: String) -> Int? {
      operators.first { $0["name"] as? String == name }?["placements"] as? Int
    }
    // 20 singles and nine arrays: three columns an array; 101 PCUs one by one.
    #expect(places("vmm") == 27)
    #expect(places("softplus") == 101)
    #expect(try #require(places("multiplier")) >= 30)
    #expect(try #require(places("softmaxComposed")) == 4)
    for one in operators {
      for key in ["meanRelativeErrorPercent", "worstPlacementPercent", "limitMetric", "units"] {
        #expect(one[key] != nil, "\(key) of \(one["name"] ?? "")")
      }
    }
  }

  @Test func aMaskFileIsVerifiedLikeItsFloorPlan() throws {
    let plan = try work.tool("verify", "--units", "20", "--operators", "vmm", "--json")
    let file = try work.tool(
      "verify",
      Checkout.masks + "/wafer-4in-101.gds",
      "--units",
      "20",
      "--operators",
      "vmm",
      "--json"
    )
    file.expect(0)
    let one = try #require(try plan.object()["operators"] as? [[String: Any]])
    let other = try #require(try file.object()["operators"] as? [[String: Any]])
    let key = "meanRelativeErrorPercent"
    #expect(one[0][key] as? Double == other[0][key] as? Double)
  }

  @Test func writesReportPicturesSwitchPlanAndProbes() throws {
    let arguments = ["verify", "--units", "20", "--operators", "divider,vmm", "--out", "v"]
    let result = try work.tool(arguments)
    result.expect(0)
    #expect(result.output.contains("wrote 6 files to v"))
    let names = ["divider.svg", "probes.csv", "switch-plan.csv", "verify.html", "verify.json"]
    #expect(work.names("v") == (names + ["vmm.svg"]).sorted())
    let probes = try work.text("v/probes.csv").split(separator: "\n")
    #expect(probes.count == 297)
    #expect(probes[0] == "contact,kind,xMm,yMm,net")
    let plan = try work.text("v/switch-plan.csv").split(separator: "\n")
    #expect(plan[0] == "operator,step,purpose,drive,channel,line,contact")
    // SMU-A on row 1 and LOW on row 4; the first contact is column 1 of slot 1.
    #expect(plan[1].contains(",1101,SMU-A,S01.CL2"))
    #expect(plan[2].contains(",1402,LOW,S01.CL1"))
    let page = try work.text("v/verify.html")
    #expect(page.contains("Switch plan") && page.contains("5.66") && page.contains("<svg"))
    // The same again gives the same bytes; the folder is recognised as ours.
    let before = try work.bytes("v/verify.html")
    try work.tool(arguments).expect(0)
    #expect(try work.bytes("v/verify.html") == before)
  }

  @Test func neighboursInAnArrayAreSwitchedOff() throws {
    // 21 units: all singles, and one of an array, which shares lines with four others.
    let result = try work.tool(
      "verify",
      "--units",
      "2",
      "--operators",
      "softmaxComposed,vmm",
      "--json"
    )
    result.expect(0)
    let plan = try #require(try result.object()["switchPlan"] as? [[String: Any]])
    func sites(_ name: String) -> Set<String> {
      let steps = plan.filter { $0["operator"] as? String == name }
        .compactMap { $0["purpose"] as? String }
      return Set(
        steps.filter { $0.contains("smallest conductance") }
          .compactMap { $0.split(separator: ":").first.map(String.init) }
      )
    }
    #expect(sites("softmaxComposed") == ["A1.R1C2", "A1.R1C3", "A1.R2C1", "A1.R3C1"])
    // Other columns of a crossbar hold weights.
    #expect(sites("vmm").isEmpty)
  }

  @Test func whatOthersPutIntoTheFolderIsKept() throws {
    try work.makeFolder("v")
    try work.write("mine", to: "v/notes.txt")
    let arguments = ["verify", "--units", "2", "--operators", "vmm", "--out", "v"]
    let refused = try work.tool(arguments)
    refused.expect(2)
    #expect(refused.error.contains("[foreign-output]"))
    #expect(work.names("v") == ["notes.txt"])
    try work.tool(arguments + ["--force"]).expect(0)
    #expect(try work.text("v/notes.txt") == "mine")
  }

  @Test func limitsStandInTheFloorPlan() throws {
    try work.writePlan(
      replacing: "fiducials:",
      with: "operatorLimits:\n  divider: 3 %\n  multiplier: none\n\nfiducials:",
      to: "strict.yaml"
    )
    let result = try work.tool(
      "verify",
      "strict.yaml",
      "--units",
      "60",
      "--operators",
      "divider,multiplier"
    )
    result.expect(1)
    #expect(result.error.contains("divider errs by"))
    #expect(result.error.contains("its limit is 3.00 %"))
    #expect(result.output.contains("no limit"))
    // Limits are no part of the masks.
    let one = try work.tool("layout", "--floor-plan", "strict.yaml", "--out", "m", "--json")
    let other = try work.tool("layout", "--out", "n", "--json")
    #expect(
      try one.object()["layoutHash"] as? String == other.object()["layoutHash"] as? String
    )
    try work.writePlan(
      replacing: "fiducials:",
      with: "operatorLimits: {dividr: 3 %, vmm: 1 mm}\n\nfiducials:",
      to: "wrong.yaml"
    )
    let wrong = try work.tool("verify", "wrong.yaml", "--units", "2")
    wrong.expect(2)
    #expect(wrong.error.contains("wrong.yaml:"))
    #expect(wrong.error.contains("[wrong-dimension]"))
    try work.writePlan(
      replacing: "fiducials:",
      with: "operatorLimits: {dividr: 3 %}\n\nfiducials:",
      to: "unknown.yaml"
    )
    let unknown = try work.tool("verify", "unknown.yaml", "--units", "2")
    unknown.expect(2)
    #expect(unknown.error.contains("no operator 'dividr'; did you mean 'divider'?"))
  }

  @Test func filmsOfSitesShiftTheirDevices() throws {
    let sites = (1...9)
      .flatMap { a in
        (1...3).flatMap { r in (1...3).map { "A\(a).R\(r)C\($0)" } }
      }
    let all = sites + (1...20).map { $0 < 10 ? "S0\($0)" : "S\($0)" }
    func mean(shift: Int, status: Int32) throws -> Double {
      let rows = all.map { "\($0),\(shift)\n" }.joined()
      try work.write("site,edgeShiftNm\n" + rows, to: "films.csv")
      let result = try work.tool(
        "verify",
        "--units",
        "300",
        "--operators",
        "exponential",
        "--spread",
        "none",
        "--readout-spread",
        "0 %",
        "--films",
        "films.csv",
        "--json"
      )
      #expect(result.end == .exit(status))
      let operators = try #require(try result.object()["operators"] as? [[String: Any]])
      return try #require(operators[0]["meanRelativeErrorPercent"] as? Double)
    }
    let nominal = try mean(shift: 0, status: 0)
    let shifted = try mean(shift: 5, status: 1)
    // 5 nm at 1.6 eV are 10.3 meV, 20 % of n k T: all currents are a fifth larger.
    #expect(shifted - nominal > 15 && shifted - nominal < 25)
    try work.write("site,edgeShiftNm\nS01,1\nX9,1\n", to: "films.csv")
    let unknown = try work.tool("verify", "--units", "2", "--films", "films.csv")
    unknown.expectRefusal(2, "films.csv:3:1", "the layout has no site 'X9'")
    try work.write("site,edgeShiftNm\nS01,1\n", to: "films.csv")
    let partial = try work.tool(
      "verify",
      "--units",
      "2",
      "--operators",
      "vmm",
      "--films",
      "films.csv"
    )
    #expect(partial.error.contains("100 of 101 sites aren't in the file"))
  }

  @Test func aWaferWithoutPCUsHasNothingToPlace() throws {
    let result = try work.tool(
      "verify",
      Checkout.path("Layouts/pin-diode-4in.yaml"),
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml"),
      "--operators",
      "divider",
      "--units",
      "2"
    )
    result.expect(1)
    #expect(result.output.contains("no operator is placed"))
    #expect(result.error.contains("divider needs 3 PCUs that share no line; 0 are there"))
  }

  @Test func argumentsThatCannotBeAreRefused() throws {
    try work.tool("verify", "--units", "0").expectRefusal(64, "--units")
    try work.tool("verify", "--matrix", "2x16").expectRefusal(64, "--matrix", "2 rows")
    try work.tool("verify", "none.gds").expectRefusal(2, "none.gds", "[not-readable]")
    let plan = Checkout.path("Layouts/wafer-4in-101.yaml")
    try work.tool("verify", plan, "--floor-plan", plan).expectRefusal(64, "two floor plans")
  }
}
