import FabReports
import FabXML
import Testing

@Suite struct ChartTests {
  private func root(_ svg: [UInt8]) throws -> XMLElement {
    try XMLDocument.parse(file: "chart.svg", bytes: svg).root
  }

  private func all(_ element: XMLElement) -> [XMLElement] {
    [element] + element.children.flatMap(all)
  }

  private func texts(_ panel: ChartPanel, width: Double = 120) throws -> [String] {
    try all(root(panel.svg(width: width))).filter { $0.name == "text" }.map(\.text)
  }

  private func numbers(_ path: String) -> [Double] {
    path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
  }

  private func line(
    _ y: [Double],
    x: ChartAxis = ChartAxis("x"),
    scale: ChartScale = .linear
  ) -> ChartPanel {
    let xs = y.indices.map(Double.init)
    return .line(
      LineChart(
        title: "t",
        x: x,
        y: ChartAxis("current", unit: "A", scale: scale),
        series: [ChartSeries("s", x: xs, y: y, drawing: .lineAndPoints)]
      )
    )
  }

  @Test(arguments: SampleCharts.all.indices)
  func equalInputGivesEqualBytes(index: Int) throws {
    let panel = SampleCharts.all[index]
    #expect(panel.svg() == panel.svg())
    #expect(try texts(panel).contains { $0.hasPrefix("n = ") })
    #expect(try texts(panel).contains { $0.hasPrefix(panel.title.prefix(10)) })
  }

  @Test(arguments: SampleCharts.all.indices)
  func nothingLeavesThePage(index: Int) throws {
    let panel = SampleCharts.all[index]
    for element in all(try root(panel.svg(width: 120, height: 85))) {
      guard let path = element.attribute("d"), !path.contains("h0") else { continue }
      for value in numbers(path) { #expect((0...120).contains(value), "\(path.prefix(60))") }
    }
  }

  @Test func thousandsOfPointsAreOnePath() throws {
    let elements = all(try root(ChartPanel.scatter(SampleCharts.scatter).svg()))
    let dots = elements.filter { ($0.attribute("d") ?? "").count > 20_000 }
    #expect(dots.count == 1)
    #expect(elements.count < 80)
  }

  @Test func labelsCarryUnitsWithPrefixes() throws {
    #expect(try texts(line([0, 1e-9, 2e-9])).contains("current (nA)"))
    #expect(try texts(line([0, 1e-9, 2e-9])).contains("1.0"))
    #expect(try texts(line([0, 3, 5])).contains("current (A)"))
    #expect(try texts(line([0, 3e90])).contains("current (10⁹⁰ A)"))
    #expect(try texts(line([1e-9, 1e-3], scale: .logarithmic)).contains("10⁻⁶"))
    #expect(try texts(line([1e-9, 1e-3], scale: .logarithmic)).contains("current (A)"))
    #expect(try texts(line([-1, 1])).contains("\u{2212}1.0"))
  }

  @Test func narrowLogAxesHaveTwoLabelsAtLeast() throws {
    for top in [1.02, 1.2, 2, 5, 9, 12, 99, 150] {
      let labels = try texts(line([1, top], scale: .logarithmic))
        .filter { Double($0.replacing("\u{2212}", with: "-")) != nil }
      // Both axes together.
      #expect(labels.count >= 4, "up to \(top): \(labels)")
    }
  }

  @Test func whatCannotBeShownIsCounted() throws {
    let values = [1, .nan, 2, .infinity, -1, 0, 3]
    #expect(try texts(line(values)).contains("n = 7; 2 points not finite"))
    let logarithmic = try texts(line(values, scale: .logarithmic))
    #expect(
      logarithmic.contains(
        "n = 7; 2 points not finite; 2 points not above zero, where a log axis ends"
      )
    )
    let narrow = try texts(line([1, 2, 3], x: ChartAxis("x", range: 0...1)))
    #expect(narrow.contains("n = 3; 1 point outside the range"))
  }

  @Test func aPointThatIsNotFiniteBreaksTheLine() throws {
    let svg = line([1, 2, .nan, 3, 4]).svg()
    let path = all(try root(svg))
      .first {
        $0.attribute("stroke") == "#0072b2" && $0.attribute("stroke-linejoin") != nil
          && ($0.attribute("d") ?? "").contains("L")
      }
    #expect(path?.attribute("d")?.count { $0 == "M" } == 2)
  }

  @Test func emptyChartsSaySo() throws {
    let axis = ChartAxis("x", unit: "V")
    let panels: [ChartPanel] = [
      line([]), line([.nan]), line([-1], scale: .logarithmic),
      .scatter(ScatterChart(title: "t", x: axis, y: axis, groups: [])),
      .heatMap(
        HeatMap(
          title: "t",
          columns: .names("c", []),
          rows: .steps(axis, 0...1),
          values: [],
          color: axis
        )
      ),
      .histogram(Histogram(title: "t", x: axis, values: [])),
      .histogram(Histogram(title: "t", x: axis, values: [.nan])),
    ]
    for panel in panels { #expect(try texts(panel).contains("no data"), "\(panel)") }
    _ = try root(ChartPage(rows: []).svg())
  }

  private static let extremes: [[Double]] = [
    [.greatestFiniteMagnitude, -.greatestFiniteMagnitude], [.leastNonzeroMagnitude, 1],
    [0, .leastNonzeroMagnitude],
    [1, 1 + 1e-15], [1e100, -1e100], [0, 0], [1e-99, 1e99], [-0.0],
  ]

  @Test(arguments: ChartScale.allCases)
  func extremeValuesStayOnThePage(scale: ChartScale) throws {
    for values in Self.extremes {
      let axis = ChartAxis("v", scale: scale)
      let panels: [ChartPanel] = [
        line(values, scale: scale), .histogram(Histogram(title: "t", x: axis, values: values)),
        .heatMap(
          HeatMap(
            title: "t",
            columns: .names("c", ["a"]),
            rows: .names("r", []),
            values: [values],
            color: axis,
            map: .diverging,
            decimals: 1
          )
        ),
      ]
      for panel in panels { #expect(!panel.svg().isEmpty) }
    }
  }

  @Test func textsAreEscaped() throws {
    let axis = ChartAxis("<a & b>", unit: "\"V\"")
    let chart = LineChart(title: "<script>&", x: axis, y: axis, series: [])
    let text = String(decoding: ChartPanel.line(chart).svg(), as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(try texts(.line(chart)).contains("<script>&"))
  }

  @Test func inlineDrawingsHaveNoDeclarationAndNoIdentifiers() {
    let page = ChartPage(rows: [SampleCharts.all])
    let text = page.inlineSVG()
    #expect(text.hasPrefix("<svg"))
    #expect(!text.contains(" id="))
  }

  @Test func histogramsCountEveryValueOnce() throws {
    let panel = ChartPanel.histogram(
      Histogram(title: "t", x: ChartAxis("v"), values: [1, 1, 1, 2, 3], binCount: 2)
    )
    let bars = all(try root(panel.svg())).filter { $0.attribute("fill") == "#56b4e9" }
    #expect(bars.count == 1)
    // 1...2 with three values; 2...3 with two: the last edge belongs to the last interval.
    #expect(bars[0].attribute("d")?.count { $0 == "M" } == 2)
  }

  @Test func panelsStandInRowsAndColumns() throws {
    let page = ChartPage(
      title: "page",
      subtitles: ["made from a sample"],
      rows: [[line([1, 2]), line([3, 4])], [line([5, 6])]],
      panelWidth: 60,
      panelHeight: 50
    )
    let root = try root(page.svg())
    #expect(root.attribute("width") == "120mm")
    #expect(root.attribute("height") == "113.2mm")
    let texts = all(root).filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("made from a sample"))
    #expect(texts.count { $0 == "t" } == 3)
  }
}
