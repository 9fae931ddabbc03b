import FabTestSupport
import Foundation
import Testing

/// `extract` on GDSII files of the default wafer that are broken on purpose.
@Suite struct ExtractDefectTests {
  private static let shipped = Result { try DefaultWafer() }
  private static let plan = Checkout.path("Layouts/wafer-4in-101.yaml")

  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func write(_ defect: LayoutDefect) throws {
    try work.write(try Self.shipped.get().gds(with: defect), to: "broken.gds")
  }

  @Test(arguments: LayoutDefect.allCases)
  func everyDefectIsReported(_ defect: LayoutDefect) throws {
    try write(defect)
    let result = try work.tool("extract", "broken.gds", "--floor-plan", Self.plan, "--json")
    result.expect(1)
    let lvs = try #require(try result.object()["lvs"] as? [String: Any])
    #expect(lvs["verdict"] as? String == "mismatch")
    let differences = try #require(lvs["differences"] as? [[String: Any]])
    let kinds = Dictionary(grouping: differences) { $0["kind"] as? String ?? "" }
    let expected = defect.expected.map { ($0.kind, $0.count) }
    #expect(kinds.mapValues(\.count) == Dictionary(uniqueKeysWithValues: expected))
    let first = try #require(defect.expected.first)
    #expect(result.error.contains("\(first.kind) \(first.first)"))
    #expect(result.error.contains("[schematic-mismatch]"))
  }

  @Test func marksEveryDifferenceWithNumberAndName() throws {
    try write(.shiftedSilver)
    let arguments = ["extract", "broken.gds", "--floor-plan", Self.plan, "--markers", "d.svg"]
    let result = try work.tool(arguments)
    result.expect(1)
    #expect(result.output.contains("wrote d.svg"))
    let picture = try work.text("d.svg")
    #expect(picture.contains(">1  missing-device A1.R1C1.M2"))
    #expect(picture.contains(">101  missing-device S20.M2"))
    #expect(picture.contains("109 findings; places in mm"))
    // A number beside each place.
    for number in [1, 41, 101] { #expect(picture.contains(">\(number)</text>")) }
    try work.tool(arguments).expectRefusal(2, "d.svg", "[foreign-output]")
    try work.tool(arguments + ["--force"]).expect(1)
    #expect(try work.text("d.svg") == picture)
  }

  @Test func marksParasiticsWithoutFloorPlan() throws {
    try write(.lostInsulator)
    try work.tool("extract", "broken.gds", "--markers", "d.svg").expect(1)
    let picture = try work.text("d.svg")
    #expect(picture.contains("parasitic devices"))
    #expect(picture.contains(">1  FTO/AU at ("))
  }

  @Test func aCleanWaferHasAPictureWithoutMarks() throws {
    let result = try work.tool("extract", "--markers", "d.svg")
    result.expect(0)
    #expect(try work.text("d.svg").contains(">0 findings;"))
  }

  @Test func aRecipeOfOtherLevelsIsNamed() throws {
    let other = try work.tool(
      "extract",
      Checkout.masks + "/wafer-4in-101.gds",
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml")
    )
    other.expect(1)
    // The file has four more levels than the recipe; what is read as metal lies bare on the ITO.
    #expect(other.error.contains("has no level 'L4': its shapes make no device"))
    #expect(other.error.contains("found ITO/METAL, expected one of ITO/ACTIVE/METAL"))
    // The floor plan has PCUs, which this recipe can't make.
    let meant = try work.tool(
      "extract",
      Checkout.masks + "/wafer-4in-101.gds",
      "--recipe",
      Checkout.path("Recipes/pin-diode.yaml"),
      "--floor-plan",
      Self.plan
    )
    meant.expectRefusal(2, "pin-diode.yaml", "[missing-role]")
  }
}
