import Foundation
import Testing

@Suite struct ExtractCommandTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  @Test func theShippedWaferIsItsSchematic() throws {
    let result = try work.tool("extract")
    result.expect(0)
    #expect(result.output.contains("404 devices on 316 nets, 54 insulated crossings"))
    #expect(result.output.contains("schematic: matches, 404 devices"))
  }

  @Test func theWrittenFileIsTheSameCircuit() throws {
    let result = try work.tool(
      "extract",
      Checkout.masks + "/wafer-4in-101.gds",
      "--floor-plan",
      Checkout.path("Layouts/wafer-4in-101.yaml"),
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    let list = try #require(report["deviceList"] as? [[String: Any]])
    #expect(list.count == 404)
    let one = try #require(list.first { $0["site"] as? String == "A5.R2C3" })
    #expect(one["block"] as? String == "A5")
    #expect(one["row"] as? Int == 2 && one["column"] as? Int == 3)
    let counts = [
      "diode": 202, "multistateMemristor": 101, "binaryMemristor": 101, "parasitic": 0,
    ]
    #expect(report["devices"] as? [String: Int] == counts)
    #expect(report["pcus"] as? Int == 101)
    #expect(report["nets"] as? Int == 316)
    #expect(report["crossings"] as? Int == 54)
    #expect((report["parasitics"] as? [Any])?.isEmpty == true)
    let lvs = try #require(report["lvs"] as? [String: Any])
    #expect(lvs["verdict"] as? String == "match")
    #expect((lvs["differences"] as? [Any])?.isEmpty == true)
    #expect(lvs["isAnchored"] as? Bool == true)
  }

  @Test func withoutFloorPlanNothingIsCompared() throws {
    let result = try work.tool("extract", Checkout.masks + "/wafer-4in-101.gds")
    result.expect(0)
    #expect(result.output.contains("schematic: not compared"))
    let json = try work.tool("extract", Checkout.masks + "/wafer-4in-101.gds", "--json")
    let report = try json.object()
    let lvs = try #require(report["lvs"] as? [String: Any])
    #expect(lvs["verdict"] as? String == "not run")
    #expect((lvs["differences"] as? [Any])?.isEmpty == true)
    // PCUs are recognised by their circuit, so they are counted without a floor plan too.
    #expect(report["pcus"] as? Int == 101)
  }

  @Test func aLostMemristorIsNamedWithItsPlace() throws {
    try work.writePlan(
      replacing: "fiducials:",
      with: "pcu:\n  multistateTab: [3.95 mm, 1.2 mm, 4.2 mm, 1.7 mm]\n\nfiducials:",
      to: "my.yaml"
    )
    let layout = try work.tool(
      "layout",
      "--floor-plan",
      "my.yaml",
      "--out",
      "out",
      "--formats",
      "gds",
      "--allow-findings"
    )
    layout.expect(1)
    let result = try work.tool(
      "extract",
      "out/wafer-4in-101.gds",
      "--floor-plan",
      Checkout.path("Layouts/wafer-4in-101.yaml")
    )
    result.expect(1)
    #expect(result.error.contains("missing-device A1.R1C1.M1"))
    #expect(result.error.contains("(-25.0, 22.0)-(-20.0, 27.0) mm"))
    #expect(result.error.contains("[schematic-mismatch]"))
    #expect(result.error.contains("81 more differences"))
    #expect(result.output.contains("schematic: 101 differences"))
  }

  @Test func theCircuitIsWrittenForSPICEOnce() throws {
    let result = try work.tool("extract", "--spice", "wafer.cir")
    result.expect(0)
    let text = try work.text("wafer.cir")
    #expect(text.hasPrefix("* "))
    #expect(text.hasSuffix(".op\n.end\n"))
    #expect(text.contains(".subckt PCU"))
    // 101 PCUs, each an instance.
    #expect(text.split(separator: "\n").count { $0.hasPrefix("X") } == 101)
    #expect(!text.contains(work.path))
    try work.tool("extract", "--spice", "wafer.cir")
      .expectRefusal(2, "wafer.cir", "[foreign-output]")
    try work.tool("extract", "--spice", "wafer.cir", "--force").expect(0)
    #expect(try work.text("wafer.cir") == text)
  }

  @Test func aParasiticDeviceIsNamedWithItsStack() throws {
    // The films of M1 begin inside the overlap: a part of it has none.
    try work.writePlan(
      replacing: "fiducials:",
      with: "pcu:\n  multistateFilms: [3.4 mm, 0.95 mm, 4.05 mm, 1.95 mm]\n\nfiducials:",
      to: "my.yaml"
    )
    let arguments = ["--floor-plan", "my.yaml", "--out", "out", "--formats", "gds"]
    try work.tool(["layout", "--allow-findings"] + arguments).expect(1)
    let result = try work.tool("extract", "out/wafer-4in-101.gds")
    result.expect(1)
    #expect(result.error.contains("found FTO/AU, expected one of"))
    #expect(result.error.contains("[parasitic-device]"))
    #expect(result.output.contains("101 parasitics"))
  }

  @Test func aLayoutFileOfOtherDevicesShowsParasitics() throws {
    let layout = try work.tool(
      "layout",
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml"),
      "--floor-plan",
      Checkout.path("Layouts/pin-diode-4in.yaml"),
      "--out",
      "out",
      "--formats",
      "gds"
    )
    layout.expect(0)
    // Its third level is the PCU recipe's hole transport level: no conductor, so nothing is a device.
    let wrong = try work.tool("extract", "out/pin-diode-4in.gds")
    #expect(wrong.output.contains("0 devices"))
    let right = try work.tool(
      "extract",
      "out/pin-diode-4in.gds",
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml"),
      "--floor-plan",
      Checkout.path("Layouts/pin-diode-4in.yaml")
    )
    right.expect(0)
    #expect(right.output.contains("schematic: matches"))
  }
}
