import Foundation
import Testing

/// `pcu-fab layout` on good input: what it prints and what it writes.
@Suite struct LayoutOutputTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func number(_ object: [String: Any], _ key: String) -> Int? {
    (object[key] as? NSNumber)?.intValue
  }

  private func findings(_ report: [String: Any]) throws -> [Any] {
    let rules = try #require(report["rules"] as? [[String: Any]])
    return rules.flatMap { $0["findings"] as? [Any] ?? ["no list"] }
  }

  @Test func writesTheDefaultWaferAndSaysWhere() throws {
    let result = try work.tool("layout", "--wafer", "4in", "--out", "X")
    result.expect(0)
    #expect(result.output.contains("wafer-4in-101: 101 PCUs on a 4in wafer"))
    #expect(result.output.contains("296 contacts, 54 insulated crossings"))
    #expect(result.output.contains("rules: 16 of 16 clean"))
    #expect(result.output.contains("wrote 27 files to X; every mask file was read back"))
    #expect(work.names() == ["X"])
    let levels = ["0-FTO", "1-INS", "2-HTL", "3-PVK", "4-ETL", "5-AU", "6-AG"]
    let perLevel = levels.flatMap { ["\($0).cut.svg", "\($0).dxf", "\($0).view.svg"] }
    let common = [
      "composite.svg", "manifest.json", "wafer-4in-101.gds", "wafer-4in-101.lyp", "wafer-map.csv",
      "wafer-map.svg",
    ]
    #expect(work.names("X") == (perLevel + common).sorted())
  }

  @Test func reportsAsJSONWithTheDocumentedKeys() throws {
    let result = try work.tool("layout", "--wafer", "4in", "--out", "X", "--json")
    result.expect(0)
    let report = try result.object()
    let expected = ["pcus": 101, "arrays": 9, "singles": 20, "contacts": 296, "crossings": 54]
    for (key, value) in expected { #expect(number(report, key) == value, "\(key)") }
    #expect((report["wafer"] as? [String: Any])?["size"] as? String == "4in")
    for key in ["layoutHash", "recipeHash", "floorPlanHash"] {
      let hash = try #require(report[key] as? String)
      #expect(hash.count == 64 && hash.allSatisfy(\.isHexDigit), "\(key)")
    }
    let masks = try #require(report["masks"] as? [[String: Any]])
    #expect(masks.compactMap { $0["name"] as? String }.count == 7)
    for mask in masks {
      for key in ["level", "name", "apertures", "areaMm2", "openFraction", "files"] {
        #expect(mask[key] != nil, "a mask lacks '\(key)'")
      }
    }
    let rules = try #require(report["rules"] as? [[String: Any]])
    #expect(rules.count == 16)
    #expect(rules.allSatisfy { $0["id"] is String && $0["verdict"] as? String == "clean" })
    #expect(try findings(report).isEmpty)
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["name"] as? String } + ["manifest.json"] == work.fileOrder("X"))
    #expect(try work.bytes("X/manifest.json") == result.outputBytes)
  }

  @Test func overlapsHaveTheAreasOfTheCell() throws {
    let result = try work.tool("layout", "--out", "X", "--formats", "gds", "--json")
    let overlaps = try #require(try result.object()["overlaps"] as? [[String: Any]])
    let areas = Dictionary(
      overlaps.map { ($0["component"] as? String ?? "", $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let expected = [
      "diode": 0.64, "multistate-memristor": 0.35, "binary-memristor": 0.12, "crossing": 0.2,
    ]
    for (component, area) in expected {
      for key in ["minimumAreaMm2", "maximumAreaMm2"] {
        let value = try #require((areas[component]?[key] as? NSNumber)?.doubleValue)
        #expect(abs(value - area) <= 1e-6, "\(component) \(key)")
      }
    }
  }

  @Test(arguments: [
    (["--formats", "svg"], ["svg", "csv", "json"]),
    (["--formats", "dxf", "--dxf", "r12"], ["dxf", "csv", "json"]),
    (["--formats", "gds"], ["gds", "lyp", "csv", "json"]),
    (["--formats", "gds,dxf"], ["gds", "lyp", "dxf", "csv", "json"]),
  ])
  func writesTheFormatsThatWereAskedFor(options: [String], endings: [String]) throws {
    try work.tool(["layout", "--out", "X"] + options).expect(0)
    let found = Set(work.names("X").map { String($0.split(separator: ".").last ?? "") })
    #expect(found == Set(endings))
    if options.contains("r12") {
      let drawing = try work.text("X/5-AU.dxf")
      #expect(drawing.contains("AC1009"))
      #expect(!drawing.contains("LWPOLYLINE"))
    }
  }

  @Test(
    arguments: ["2in": 18, "3in": 63, "4in": 126, "6in": 342, "8in": 648, "12in": 1611]
      .sorted { $0.value < $1.value }
  )
  func fillsEveryWaferSize(size: String, pcus: Int) throws {
    let result = try work.tool(
      "layout",
      "--wafer",
      size,
      "--fill",
      "--out",
      "X",
      "--formats",
      "gds",
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    #expect(number(report, "pcus") == pcus)
    #expect(number(report, "arrays") == pcus / 9)
    #expect(try findings(report).isEmpty)
  }

  @Test func fillsWithArraysOfAnotherSize() throws {
    let result = try work.tool(
      "layout",
      "--fill",
      "--arrays",
      "4x4",
      "--out",
      "X",
      "--formats",
      "gds",
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    let arrays = try #require(number(report, "arrays"))
    #expect(arrays > 4)
    #expect(number(report, "pcus") == arrays * 16)
    #expect(report["name"] as? String == "wafer-4in-fill-4x4")
  }

  @Test func takesAnotherPitch() throws {
    let wide = ["layout", "--pitch", "5.2 mm", "--out", "X", "--formats", "gds", "--json"]
    let result = try work.tool(wide)
    result.expect(0)
    #expect(number(try result.object(), "pcus") == 101)
    let usual = try work.tool("layout", "--out", "Y", "--formats", "gds", "--json").object()
    #expect(try result.object()["layoutHash"] as? String != usual["layoutHash"] as? String)
    // The same pitch in another spelling gives the same masks.
    let same = try work.tool(
      "layout",
      "--pitch",
      "5000um",
      "--out",
      "Z",
      "--formats",
      "gds",
      "--json"
    )
    #expect(try same.object()["layoutHash"] as? String == usual["layoutHash"] as? String)
  }

  @Test func drawsASecondRecipe() throws {
    let result = try work.tool(
      "layout",
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml"),
      "--floor-plan",
      Checkout.path("Layouts/pin-diode-4in.yaml"),
      "--out",
      "X",
      "--json"
    )
    result.expect(0)
    let report = try result.object()
    #expect(number(report, "pcus") == 0)
    #expect(number(report, "devices") == 76)
    #expect(number(report, "contacts") == 152)
    #expect(try findings(report).isEmpty)
    let masks = try #require(report["masks"] as? [[String: Any]])
    #expect(masks.compactMap { $0["name"] as? String } == ["ITO", "ACTIVE", "METAL"])
    let overlaps = try #require(report["overlaps"] as? [[String: Any]])
    #expect(overlaps.map { $0["component"] as? String } == ["diode"])
  }
}

extension WorkFolder {
  /// The files of a folder with the manifest last, as the report lists them.
  fileprivate func fileOrder(_ relative: String) -> [String] {
    names(relative).filter { $0 != "manifest.json" } + ["manifest.json"]
  }
}
