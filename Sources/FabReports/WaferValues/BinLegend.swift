import FabXML

/// The legend of the bins that occur: passing ones first, then failing ones by count, with counts.
struct BinLegend {
  /// A line.
  struct Line {
    let look: BinLook
    let text: String
    let count: Int
    /// How many tiles of components have the bin, where no site has it.
    var tiles = 0
  }

  let lines: [Line]
  /// What the counts sum to.
  let summary: String

  /// Counts sites of one wafer or several.
  init(_ sites: [WaferSiteBin], _ palette: BinPalette) {
    let counted = sites.filter { !$0.isExcluded }
    let found = counted.map { palette.bin($0.bin, of: WaferBin.unit) }
    let groups = WaferBin.Quality.allCases.map { quality in
      palette.bins.filter { $0.quality == quality }
        .map { bin in (bin: bin, count: found.count { $0 == bin }) }
        .sorted {
          quality == .fail
            ? ($1.count, $0.bin.code) < ($0.count, $1.bin.code) : $0.bin.code < $1.bin.code
        }
    }
    var tiles: [WaferBin: Int] = [:]
    for component in counted.flatMap(\.components) {
      guard let bin = palette.bin(component.bin, of: component.name) else { continue }
      tiles[bin, default: 0] += 1
    }
    var lines = groups.flatMap { $0 }
      .map {
        Line(
          look: palette.look(of: $0.bin),
          text: $0.bin.text,
          count: $0.count,
          tiles: $0.count > 0 ? 0 : tiles[$0.bin, default: 0]
        )
      }
      .filter { $0.count > 0 || $0.tiles > 0 }
    let without = found.count { $0 == nil }
    if without > 0 {
      lines.append(Line(look: BinPalette.missing, text: "no bin", count: without))
    }
    self.lines = lines
    let passed = groups[0].reduce(0) { $0 + $1.count }
    let judged = passed + groups[1].reduce(0) { $0 + $1.count }
    let share =
      judged > 0
      ? " (\(SignificantText.text(100 * Double(passed) / Double(judged), digits: 3))\u{A0}%)" : ""
    let excluded = sites.count - counted.count
    summary =
      "n = \(judged) judged; \(passed) pass\(share)"
      + (excluded > 0 ? "; \(excluded) at the edge, not counted" : "")
  }

  /// Writes the legend and returns where it ends.
  @discardableResult
  func draw(x: Double, y: Double, width: Double, on writer: XMLWriter) -> Double {
    var y = y
    for line in lines {
      line.look.draw(
        in: ChartBox(x: x, y: y - 2.4, width: 4, height: 3),
        strokeWidth: 0.1,
        on: writer
      )
      writer.label(
        TextFit.cut(line.text, width: width - 14, size: 2.5),
        x: x + 5.5,
        y: y,
        size: 2.5
      )
      let count =
        line.tiles == 0 ? "\(line.count)" : "\(line.tiles) tile\(line.tiles == 1 ? "" : "s")"
      writer.label(count, x: x + width, y: y, size: 2.5, anchor: "end")
      y += 4.4
    }
    return y
  }
}
