import FabReports
import FabXML
import Foundation
import Testing

@Suite struct HTMLReportTests {
  private let report = HTMLReport(
    title: "Verification of <wafer> & \"masks\"",
    subtitles: ["recipe a519e2b10c71", "made by hand & <eye>"],
    blocks: [
      .heading("Summary", level: 2), .verdict(.passed, "16 rules"),
      .verdict(.notRun, "probe: no file"),
      .table(
        HTMLTable(
          caption: "errors",
          columns: [.init("operator"), .init("mean/%", isNumeric: true), .init("verdict")],
          rows: [
            ["divider", "5.66", .verdict(.passed)], ["<multiplier>", "6.61", .verdict(.failed)],
            ["softmax"],
          ]
        )
      ),
      .heading("Charts", level: 2),
      .charts(ChartPage(rows: [[SampleCharts.all[0]]]), caption: "a curve"),
      .charts(ChartPage(rows: [[SampleCharts.all[3]]]), caption: "a map"),
      .heading("Rest", level: 2), .heading("Detail", level: 3), .list(["one", "two & three"]),
      .list([]), .listing("a  b\nc <d>"), .paragraph("end\u{0}"),
    ]
  )

  private var text: String { String(decoding: report.html(), as: UTF8.self) }

  @Test func equalReportsHaveEqualBytes() {
    #expect(report.html() == report.html())
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
  }

  @Test func textsAreEscaped() {
    #expect(text.contains("<h1>Verification of &lt;wafer&gt; &amp; &quot;masks&quot;</h1>"))
    #expect(text.contains("&lt;multiplier&gt;"))
    #expect(text.contains("<pre>a  b\nc &lt;d&gt;</pre>"))
    #expect(text.contains("end\u{FFFD}"))
    #expect(!text.contains("\u{0}"))
  }

  @Test func nothingIsLoadedAndNothingRuns() {
    for word in ["<script", "<link", "http-equiv", "url(", "@import", "src=\"http"] {
      #expect(!text.contains(word), "\(word)")
    }
    // The name of the SVG namespace is no address that anything is loaded from.
    let addresses = text.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("http"))
  }

  @Test func verdictsAreWords() {
    #expect(text.contains("<span class=\"badge passed\">✓ passed</span>"))
    #expect(text.contains("<span class=\"badge not-run\">– not run</span>"))
  }

  @Test func numbersStandToTheRight() {
    #expect(text.contains("<th scope=\"col\" class=\"number\">mean/%</th>"))
    #expect(text.contains("<td class=\"number\">5.66</td>"))
    #expect(text.contains("<tr><td>softmax</td><td class=\"number\"></td><td></td></tr>"))
  }

  @Test func identifiersAreUniqueAndLinked() {
    let identifiers = text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(identifiers.count == 4)
    #expect(Set(identifiers).count == identifiers.count)
    for link in text.matches(of: /href="#([^"]*)"/) {
      #expect(identifiers.contains(String(link.1)))
    }
  }

  @Test func drawingsWithIdentifiersBecomeImages() {
    let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"/></svg>".utf8)
    let report = HTMLReport(title: "t", blocks: [.drawing(svg, caption: "x")])
    let text = String(decoding: report.html(), as: UTF8.self)
    #expect(text.contains("<img alt=\"x\" src=\"data:image/svg+xml;base64,"))
    #expect(!text.contains("id=\"a\""))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"),
      "needs xmllint"
    )
  )
  func anHTMLParserFindsNoFault() throws {
    let path = NSTemporaryDirectory() + "report-\(UUID().uuidString).html"
    try Data(report.html()).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = ["--html", "--noout", path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let messages = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(),
      as: UTF8.self
    )
    process.waitUntilExit()
    // Its parser is of HTML 4: elements that came later are all that it may complain about.
    let faults = messages.split(separator: "\n").filter { $0.contains("error") }
      .filter { line in
        !["main", "nav", "figure", "figcaption", "svg", "g", "path", "rect", "line", "text"]
          .contains { line.hasSuffix("Tag \($0) invalid") }
      }
    #expect(faults == [])
  }
}
