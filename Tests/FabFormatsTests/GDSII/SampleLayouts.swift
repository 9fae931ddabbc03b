import FabFormats
import FabGeometry
import FabLayout
import FabRecipe

/// Layouts that use everything a file format must carry.
enum SampleLayouts {
  static let levels = [
    LayoutLevel(name: LevelName("FTO"), gdsLayer: 0, color: "#4477aa"),
    LayoutLevel(name: LevelName("AU"), gdsLayer: 5, color: "#ccbb44"),
  ]

  /// A hierarchy with an array, a mirrored, a turned and a magnified reference, labels and arcs.
  static let rich: Layout = {
    let au = LevelName("AU")
    let fto = LevelName("FTO")
    let leaf = Cell(
      name: CellName("LEAF"),
      shapes: [
        Layer(fto): [Polygon(Box(0, 0, 2_000_000, 500_000))],
        Layer(au): [
          Polygon(Outline([Point(0, 0), Point(900_001, 17), Point(400_000, 700_003)])),
          Polygon(Box(1_000_000, 0, 1_100_000, 100_000)),
        ],
      ],
      labels: [Label("WL1", on: Layer(au), at: Point(5, -7))]
    )
    let marks = Cell(
      name: CellName("MARKS"),
      shapes: [
        Layer(au, .registration): [
          Polygon(Outline(center: Point(40_000_000, 0), radius: 1_500_000)),
          Polygon(Outline(slotAt: Point(-40_000_000, 0), length: 2_000_000, radius: 1_500_000)),
        ],
        Layer(au, .marking): [
          Polygon(Outline(Box(0, 0, 3_000_000, 2_000_000), cornerRadius: 200_000))
        ],
      ]
    )
    let top = Cell(
      name: CellName("TOP"),
      shapes: [
        Layer(au, .sheet): [Polygon(Outline(center: .zero, radius: 60_000_000))],
        Layer(au, .reference): [Polygon(Outline(center: .zero, radius: 50_000_000))],
      ],
      labels: [Label("pcu-fab", on: Layer(fto), at: Point(-1, 2))],
      references: [
        Reference(
          to: leaf.name,
          Transform(offset: Point(-9_000_000, -9_000_000)),
          grid: Reference.Grid(
            columns: 3,
            rows: 2,
            columnStep: Point(5_000_000, 0),
            rowStep: Point(0, 6_000_001)
          ),
          name: "A1"
        ),
        Reference(
          to: leaf.name,
          Transform(offset: Point(12_345_678, 3), rotation: 90, isMirrored: true),
          name: "S1"
        ),
        Reference(
          to: leaf.name,
          Transform(offset: Point(3, 20_000_000), rotation: 30.5, magnification: 1.25)
        ),
        Reference(to: marks.name, Transform()),
      ]
    )
    return Layout(name: "rich", levels: levels, cells: [leaf, marks, top])
  }()

  /// A frame with two round and one angular hole.
  static let frame = Polygon(
    Outline(Box(-10_000_000, -10_000_000, 10_000_000, 10_000_000)),
    holes: [
      Outline(center: Point(-5_000_000, 1), radius: 2_000_000),
      Outline(center: Point(5_000_000, 5_000_000), radius: 2_000_000),
      Outline([Point(1_000_000, -3_000_000), Point(7_000_001, -9_000_000), Point(0, -8_000_000)]),
    ]
  )

  /// One cell with one layer of shapes.
  static func layout(of polygons: [Polygon]) -> Layout {
    let cell = Cell(name: CellName("TOP"), shapes: [Layer(LevelName("AU")): polygons])
    return Layout(name: "one", levels: levels, cells: [cell])
  }
}
