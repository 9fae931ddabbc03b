import FabCircuit
import FabReports

/// The picture of an array: what voltage is left at the cells, and the error of each column.
struct CrossbarPicture {
  private let study: CrossbarStudy

  /// The most rows and columns that are drawn; larger arrays are drawn as means of blocks.
  private static let drawn = 64

  init(_ study: CrossbarStudy) {
    self.study = study
  }

  func svg() -> [UInt8] {
    let (rows, columns) = (study.request.rows, study.request.columns)
    return ChartPage(
      title: "\(rows) x \(columns) cells: what the lines cost",
      subtitles: ["seed \(study.request.seed)"],
      rows: [[.heatMap(map), .line(errors)]]
    )
    .svg()
  }

  /// Row 1 at the top, as the array is drawn; the sources are at the left, the virtual grounds at the bottom.
  private var map: HeatMap {
    let (rows, columns) = (study.request.rows, study.request.columns)
    let (height, width) = (min(rows, Self.drawn), min(columns, Self.drawn))
    var sums = Array(repeating: (0.0, 0), count: height * width)
    for cell in study.cellVoltageRatios.indices {
      let (row, column) = (cell / columns, cell % columns)
      let place = row * height / rows * width + column * width / columns
      sums[place].0 += study.cellVoltageRatios[cell]
      sums[place].1 += 1
    }
    let values = (0..<height).reversed()
      .map { row in
        (0..<width)
          .map { column in
            let (sum, count) = sums[row * width + column]
            return 100 * sum / Double(max(1, count))
          }
      }
    return HeatMap(
      title: "voltage across the cells over the source's",
      columns: .steps(ChartAxis("column"), 0.5...Double(columns) + 0.5),
      rows: .steps(ChartAxis("row, from the bottom"), 0.5...Double(rows) + 0.5),
      values: values,
      color: ChartAxis("voltage left", unit: "%"),
      remark: rows > height || columns > width ? "means of blocks of cells" : ""
    )
  }

  private var errors: LineChart {
    LineChart(
      title: "error of the columns",
      x: ChartAxis("column"),
      y: ChartAxis("output over ideal, less one", unit: "%"),
      series: [
        ChartSeries(
          "",
          points: study.relativeErrors.enumerated()
            .map { ChartPoint(Double($0 + 1), 100 * $1) },
          drawing: study.relativeErrors.count > 100 ? .line : .lineAndPoints
        )
      ]
    )
  }
}
