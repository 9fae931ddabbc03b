import FabDiagnostics
import FabLayout
import FabReports
import Foundation

/// Pictures of invented data on the shipped wafer: the tests' input.
struct SamplePictures {
  let layout: WaferLayout

  init() throws { layout = try ShippedWafer.layout() }

  var wafer: Wafer { layout.plan.wafer }

  /// A dome with a tilt and some scatter that is the same every time; one site in 17 has no value.
  func values(_ seed: Int) -> [WaferSiteValue] {
    layout.pcus.enumerated()
      .map { index, site in
        let box = site.box.millimetres
        let (x, y) = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        let scatter: Double = sin(Double(index * 37 + seed * 101)) * 1.5
        let tilt: Double = 0.08 * x * Double(seed % 3 - 1)
        let value: Double = 495 - 0.012 * (x * x + y * y) + tilt + scatter
        return WaferSiteValue(
          site,
          value: index % 17 == seed ? nil : value,
          isExcluded: site.name == "S06"
        )
      }
  }

  static let bins = [
    WaferBin(code: 1, name: "good", quality: .pass),
    WaferBin(code: 2, name: "good, M1 range narrow", quality: .pass),
    WaferBin(code: 10, name: "D1 shorted", quality: .fail),
    WaferBin(code: 11, name: "D2 leaks", quality: .fail),
    WaferBin(code: 12, name: "M2 doesn't switch", quality: .fail),
    WaferBin(code: 13, name: "no contact", quality: .fail),
    WaferBin(code: 90, name: "not probed", quality: .skip),
  ]

  func siteBins(_ seed: Int, hasComponents: Bool) -> [WaferSiteBin] {
    layout.pcus.enumerated()
      .map { index, site in
        let roll = (index * 29 + seed * 13) % 23
        let code =
          [10, 11, 11, 12, 12, 12, 2, 2, 90].indices.contains(roll)
          ? [10, 11, 11, 12, 12, 12, 2, 2, 90][roll] : 1
        let components = ["D1", "D2", "M1", "M2"]
          .map { name in
            WaferSiteBin.Component(
              name: name,
              bin: (name == "D1" && code == 10) || (name == "D2" && code == 11)
                || (name == "M2" && code == 12) ? code : code == 90 ? nil : 1
            )
          }
        return WaferSiteBin(
          site,
          bin: index == 40 ? nil : code,
          components: hasComponents ? components : [],
          isExcluded: site.name == "S06"
        )
      }
  }

  var value: WaferValuePicture {
    WaferValuePicture(
      title: "W2026-07: thickness of PVK",
      subtitles: ["run R118, recipe pcu-mapbi3 6ad1c2, UV-2600"],
      wafer: wafer,
      sites: values(1),
      quantity: ChartAxis("thickness", unit: "nm", range: 475...495)
    )
  }

  var difference: WaferValuePicture {
    .difference(
      title: "W2026-07: thickness of PVK, measured against predicted",
      wafer: wafer,
      measured: values(1),
      predicted: values(0),
      quantity: ChartAxis("thickness", unit: "nm")
    )
  }

  func binPicture(hasComponents: Bool) -> WaferBinPicture {
    WaferBinPicture(
      title: "W2026-07: bins",
      subtitles: ["rules pcu-bins 3"],
      wafer: wafer,
      sites: siteBins(1, hasComponents: hasComponents),
      palette: BinPalette([Self.bins])
    )
  }

  var valueGallery: WaferGalleryPicture {
    WaferGalleryPicture(
      title: "L12: thickness of PVK",
      subtitles: ["one scale for all wafers"],
      wafer: wafer,
      content: .values(
        (0..<6)
          .map { seed in
            WaferGalleryPicture.Entry(name: "W2026-0\(seed)", sites: values(seed))
          },
        quantity: ChartAxis("thickness", unit: "nm"),
        map: .sequential
      )
    )
  }

  var binGallery: WaferGalleryPicture {
    WaferGalleryPicture(
      title: "L12: bins",
      wafer: wafer,
      content: .bins(
        (0..<3)
          .map { seed in
            WaferGalleryPicture.Entry(
              name: "W2026-0\(seed)",
              sites: siteBins(seed, hasComponents: false)
            )
          },
        palette: BinPalette([Self.bins])
      )
    )
  }

  static let individuals: ControlChartPicture = {
    func points(_ range: Range<Int>, mean: Double) -> [ControlChartPicture.Point] {
      range.map { index in
        let jump: Double = index == 17 ? 9 : index == 33 ? -8 : 0
        let value: Double = mean + sin(Double(index * 71)) * 2.2 + jump
        return ControlChartPicture.Point(
          label: "W\(index + 1)",
          value: value,
          lower: mean - 6,
          upper: mean + 6,
          tags: abs(value - mean) > 6 ? ["1"] : index == 24 ? ["2", "5"] : []
        )
      }
    }
    return ControlChartPicture(
      title: "Absorption edge: individuals of wafer means",
      statistic: ChartAxis("edge", unit: "nm"),
      phases: [
        ControlChartPicture.Phase(name: "baseline", center: 786, points: points(0..<22, mean: 786)),
        ControlChartPicture.Phase(
          name: "new PbI2 lot",
          center: 784,
          points: points(22..<40, mean: 784)
        ),
      ],
      remark: "limits frozen from 22 wafers"
    )
  }()

  static let ewma = ControlChartPicture(
    title: "EWMA (λ 0.2, L 3)",
    statistic: ChartAxis("z", unit: "nm"),
    phases: [
      ControlChartPicture.Phase(
        center: 0,
        points: (0..<25)
          .map { index in
            let share: Double = 1 - pow(0.8, 2 * Double(index + 1))
            let half: Double = 3 * (0.2 / 1.8 * share).squareRoot()
            let value = 0.06 * Double(index) - 0.3
            return ControlChartPicture.Point(
              label: "\(index + 1)",
              value: value,
              lower: -half,
              upper: half,
              tags: value > half ? ["E"] : []
            )
          }
      )
    ]
  )

  static let cusum = ControlChartPicture(
    title: "CUSUM (k 0.5, h 5)",
    statistic: ChartAxis("sum", unit: "σ"),
    phases: [
      ControlChartPicture.Phase(
        center: 0,
        points: (0..<25)
          .map { index in
            let value = max(0, 0.4 * Double(index) - 4)
            return ControlChartPicture.Point(
              label: "\(index + 1)",
              value: value,
              companion: min(0, -1.5 + 0.2 * Double(index)),
              lower: -5,
              upper: 5,
              tags: value > 5 ? ["C+"] : []
            )
          }
      )
    ]
  )

  static let box: BoxPlot = {
    func values(_ run: Int) -> [Double] {
      (0..<(run == 4 ? 3 : 24))
        .map { index in
          let wave: Double = sin(Double(index * 13 + run)) + 0.3 * Double(run)
          return 1e-4 + 1e-5 * wave + (index == 7 ? 4e-5 : 0)
        }
    }
    return BoxPlot(
      title: "M1 conductance by run",
      grouping: "run (n)",
      quantity: ChartAxis("conductance", unit: "S"),
      groups: (0..<5).map { BoxPlot.Group("R11\($0)", values: values($0)) },
      references: [ChartReference("lower limit of the bins", at: 0.9e-4, on: .vertical)]
    )
  }()

  static let pareto = ParetoChart(
    title: "Failing bins of lot L12",
    kind: "bin",
    categories: [
      ParetoChart.Category("D2 leaks", count: 11),
      ParetoChart.Category("M2 doesn't switch", count: 31),
      ParetoChart.Category("D1 shorted", count: 7), ParetoChart.Category("no contact", count: 0),
      ParetoChart.Category("M1 range", count: 11),
    ]
  )

  static func runSheet(steps: Int, isDone: Bool) -> RunSheet {
    RunSheet(
      run: "R118-pvk",
      state: isDone ? "done" : "planned",
      recipe: "pcu-mapbi3, version 4",
      recipeHash: "6ad1c2f0e5b7a8d94c3b2a1908f7e6d5c4b3a29180f7e6d5c4b3a291",
      equipment: "evaporator EV-2, oven OV-1",
      operatorName: isDone ? "K. Sato" : "",
      times: isDone ? "2026-11-24 09:10 to 17:45" : "",
      wafers: (1...6).map { "W2026-0\($0) (slot \($0))" },
      materialLots: ["PbI2 LOT-7781", "MAI B-22", "C60 2025-3", "BCP 11", "Au G4", "Ag S2"],
      steps: (1...steps)
        .map { number in
          RunSheetStep(
            number: number,
            name: number % 3 == 0 ? "anneal on the hotplate in the glove box" : "deposit PbI2",
            planned: number % 3 == 0 ? "100 °C for 10 min" : "250 nm at 1 Å/s",
            actual: isDone ? (number % 3 == 0 ? "101 °C for 10 min" : "243 nm at 0.97 Å/s") : "",
            deviation: isDone
              ? (number == 5 ? .outside("\u{2212}2.8 % thickness") : .within("+1 °C")) : .none,
            initials: isDone ? "KS" : ""
          )
        },
      notes: [
        "Shutter opened 4 s late at step 4; the QCM log is attached.",
        "Next run: tooling factor 1.07.",
      ]
    )
  }

  static func genealogy(wafers: Int) -> GenealogyPicture {
    var nodes = ["PbI2 LOT-7781", "MAI B-22", "C60 2025-3", "Au G4"].enumerated()
      .map {
        GenealogyNode(
          id: "m\($0)",
          layer: 0,
          title: $1,
          detail: "opened 2026-10-0\($0 + 1)",
          isHighlighted: $0 == 0
        )
      }
    var edges: [GenealogyEdge] = []
    for run in 0..<4 {
      nodes.append(
        GenealogyNode(id: "r\(run)", layer: 1, title: "R11\(run)", detail: "pcu-mapbi3 v4")
      )
      edges.append(GenealogyEdge(from: "m\((3 - run) % 4)", to: "r\(run)"))
      edges.append(GenealogyEdge(from: "m\(run % 2)", to: "r\(run)"))
    }
    for wafer in 0..<wafers {
      nodes.append(
        GenealogyNode(id: "w\(wafer)", layer: 2, title: "W2026-\(wafer)", detail: "lot L12")
      )
      edges.append(GenealogyEdge(from: "r\((wafer * 7) % 4)", to: "w\(wafer)"))
      nodes.append(
        GenealogyNode(id: "b\(wafer)", layer: 3, title: "101 PCUs", detail: "\(90 - wafer) pass")
      )
      edges.append(GenealogyEdge(from: "w\(wafer)", to: "b\(wafer)"))
    }
    return GenealogyPicture(
      title: "Where PbI2 LOT-7781 went",
      subtitles: ["forwards from the material lot"],
      layers: ["material lot", "run", "wafer", "PCUs"],
      nodes: nodes,
      edges: edges
    )
  }
}
