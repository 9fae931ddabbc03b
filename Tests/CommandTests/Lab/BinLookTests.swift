import Foundation
import Testing

@Suite struct BinLookTests {
  /// The lines that draw each site's cell in a picture, by the cell's title.
  private func cells(_ svg: String) -> [String: [String]] {
    var cells: [String: [String]] = [:]
    var title: String?
    for line in svg.split(separator: "\n") {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("<title>"), line.contains(": bin ") {
        title = line.replacing("<title>", with: "").replacing("</title>", with: "")
      } else if line == "</g>" {
        title = nil
      } else if let title {
        cells[title, default: []].append(line)
      }
    }
    return cells
  }

  /// Colour and lines of the boxes of a cell: of the PCU first, then of its components.
  private func looks(_ lines: [String]) -> [String] {
    var looks: [String] = []
    for line in lines {
      if line.hasPrefix("<rect"), line.contains("stroke=\"#555555\""),
        let fill = line.firstMatch(of: /fill="(#[0-9a-f]{6})"/)
      {
        looks.append(String(fill.1))
      } else if line.hasPrefix("<path"), let last = looks.indices.last,
        let ends = line.firstMatch(of: /d="M([-.0-9]+) ([-.0-9]+)L([-.0-9]+) ([-.0-9]+)/)
      {
        let numbers = [ends.1, ends.2, ends.3, ends.4].compactMap { Double($0) }
        let (dx, dy) = (numbers[2] - numbers[0], numbers[3] - numbers[1])
        let slope = dx == 0 ? "|" : dy == 0 ? "-" : dx * dy < 0 ? "/" : "\\"
        looks[last] += "\(slope)\(line.count { $0 == "M" })"
      }
    }
    return looks
  }

  /// The code in a title such as `A1.R1C1: bin 40`.
  private func code(_ title: String) -> String {
    title.components(separatedBy: ": bin ").last ?? ""
  }

  @Test func aBinHasOneLookInAllPicturesAndNoTwoAreAlike() throws {
    let lab = try Lab.measured()
    // Another binning in which every bin of the rules occurs.
    for table in ["bins", "binPasses", "binResults"] {
      try lab.tool("export", "csv", table, "--out", "\(table).csv").expect(0)
    }
    func rows(_ table: String) throws -> [[String]] {
      try lab.work.text("\(table).csv").split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let bins = Dictionary(grouping: try rows("bins").dropFirst(), by: { $0[1] })
      .mapValues { $0.map { $0[2] } }
    #expect(bins.count == 5)
    var passes = try rows("binPasses").filter { $0[0] != "L1-01" }
    passes[1][1] = "2"
    var results = try rows("binResults").filter { $0[0] != "L1-01" }
    var used: [String: Int] = [:]
    for index in results.indices.dropFirst() {
      let component = results[index][2]
      let codes = try #require(bins[component])
      results[index][1] = "2"
      results[index][5] = codes[used[component, default: 0] % codes.count]
      used[component, default: 0] += 1
    }
    try lab.work.makeFolder("pass")
    for (name, table) in [("binPasses", passes), ("binResults", results)] {
      let text = table.map { $0.joined(separator: ",") + "\n" }.joined()
      try lab.work.write(text, to: "pass/\(name).csv")
    }
    try lab.tool("load", "pass").expect(0)

    try lab.tool("report", "lot", "L1", "--figures", "figures").expect(0)
    try lab.tool("yield", "pattern", "L1-02", "--svg", "pattern.svg").expect(0)
    let report = cells(try lab.work.text("figures/bins-L1-02.svg"))
    #expect(report.count == 101)
    #expect(cells(try lab.work.text("pattern.svg")) == report)

    var byBin: [String: Set<String>] = [:]
    for (title, lines) in report {
      let looks = looks(lines)
      let parts = title.split(separator: ", ")
      #expect(looks.count == 5 && parts.count == 5)
      for (part, look) in zip(parts, looks) {
        byBin[code(String(part)), default: []].insert(look)
      }
    }
    // The rules give no code to two meanings, so the codes are the bins.
    #expect(Set(byBin.keys) == Set(bins.values.flatMap { $0 }))
    for (bin, looks) in byBin { #expect(looks.count == 1, "bin \(bin): \(looks)") }
    #expect(Set(byBin.values.flatMap { $0 }).count == byBin.count)
    // The gallery, where the wafer stands beside another, has the same colours.
    let gallery = cells(try lab.work.text("figures/gallery-bins.svg"))
    for (title, lines) in gallery {
      let bin = code(title)
      #expect(byBin[bin] == Set(looks(lines)), "bin \(bin)")
    }
  }
}
