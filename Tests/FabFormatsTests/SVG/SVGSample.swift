import FabGeometry
import FabLayout
import FabRecipe

/// A small mask set with everything that the profiles have to carry.
enum SVGSample {
  static let levels = [
    LayoutLevel(name: LevelName("FTO"), gdsLayer: 0, color: "#4477aa"),
    LayoutLevel(name: LevelName("AU"), gdsLayer: 5, color: "#ccbb44"),
  ]

  static let gold = LevelName("AU")
  static let glass = LevelName("FTO")

  /// A cell with straight and curved shapes, one with a hole, and two that overlap.
  static let device = Cell(
    name: CellName("PCU<&\"1>"),
    shapes: [
      Layer(gold): [
        Polygon(Box(0, 0, 1_000_001, 500_000)),
        Polygon(Outline(Box(2_000_000, 0, 3_000_000, 1_000_000), cornerRadius: 123_457)),
        Polygon(
          Outline(Box(-1_000_000, -3_000_000, 1_000_000, -1_000_000)),
          holes: [Outline(center: Point(100_001, -2_000_003), radius: 333_333)]
        ),
        Polygon(Outline([Point(0, 600_000), Point(700_000, 600_000), Point(1, 1_200_007)])),
      ],
      Layer(glass): [
        Polygon(Box(0, 0, 400_000, 400_000)), Polygon(Box(200_000, 200_000, 600_000, 600_000)),
      ],
      Layer(gold, .datatype(17)): [Polygon(Outline(center: Point(5, 7), radius: 1_500_000))],
    ]
  )

  static let array = Cell(
    name: CellName("ARRAY"),
    references: [
      Reference(
        to: device.name,
        Transform(offset: Point(-12_000_000, 5_000_000), rotation: 90, isMirrored: true),
        grid: Reference.Grid(
          columns: 3,
          rows: 2,
          columnStep: Point(8_000_000, 0),
          rowStep: Point(0, -9_000_000)
        ),
        name: "A1"
      ),
      Reference(to: device.name, Transform(offset: Point(1, -21_000_000), rotation: 270)),
      Reference(
        to: device.name,
        Transform(offset: Point(15_000_000, 15_000_000), rotation: 33, magnification: 1.5)
      ),
    ]
  )

  static let layout: Layout = {
    var shapes: [Layer: [Polygon]] = [:]
    for level in [gold, glass] {
      let outline = Outline(
        Box(-30_000_000, -30_000_000, 30_000_000, 30_000_000),
        cornerRadius: 2_000_000
      )
      shapes[Layer(level, .sheet)] = [Polygon(outline)]
      shapes[Layer(level, .registration)] = [
        Polygon(Outline(center: Point(-27_000_000, 0), radius: 1_010_000)),
        Polygon(Outline(slotAt: Point(27_000_000, 0), length: 1_000_000, radius: 1_010_000)),
      ]
    }
    shapes[Layer(gold, .marking)] = [Polygon(Box(-500_000, 27_000_000, 500_000, 27_300_000))]
    shapes[Layer(glass, .reference)] = [Polygon(Outline(center: .zero, radius: 25_000_000))]
    let top = Cell(
      name: CellName("WAFER"),
      shapes: shapes,
      references: [Reference(to: array.name, Transform())]
    )
    return Layout(name: "sample", levels: levels, cells: [device, array, top])
  }()
}
