package import FabGeometry
package import FabLayout
import FabRecipe

/// A mistake that breaks the default wafer, made on its merged shapes.
///
/// Coordinates of a cell are those of ``PCUCellParameters``, in micrometres from its lower left corner.
package enum LayoutDefect: String, CaseIterable, Sendable {
  /// The silver mask lies 0.4 mm too far up: its electrodes miss the islands.
  case shiftedSilver
  /// The insulator of the crossing in A5.R2C2 isn't drawn: bit line 2 lies on word line 2.
  case lostInsulator
  /// The hole transport opening of D1 in A5.R2C2 covers only the lower half of the overlap.
  case halvedAperture
  /// The hole transport openings of M1 cover only the lower half in every PCU.
  case halvedApertures
  /// The bit line's tab of M1 is 0.2 mm taller in every PCU, films still around it.
  case enlargedTabs
  /// Gold joins configure pad 2 of A5.R2C2 to its island.
  case shortedConfigureLines
  /// Gold joins the islands of A5.R2C2 and A5.R2C3, and the bit line between them.
  case joinedIslands
  /// The silver level is empty.
  case lostLevel
  /// Only the conductors FTO and AU are there.
  case partialMasks
  /// Nothing is drawn at all.
  case noMasks

  /// What the comparison with the schematic must find.
  ///
  /// The kinds as `extract --json` spells them, with the number of differences and the name of the first.
  package var expected: [(kind: String, count: Int, first: String)] {
    switch self {
    case .shiftedSilver:
      // The squares of the four alignment marks lie over each other then.
      [("missing-device", 101, "A1.R1C1.M2"), ("parasitic", 8, "wafer")]
    case .lostInsulator:
      [
        ("merged-nets", 1, "A5.BL2 A5.WL2"), ("parasitic", 1, "A5.R2C2"),
        ("crossings", 1, "crossings"),
      ]
    case .halvedAperture: [("area", 1, "A5.R2C2.D1"), ("parasitic", 1, "A5.R2C2")]
    case .halvedApertures: [("area", 101, "A1.R1C1.M1"), ("parasitic", 101, "A1.R1C1")]
    case .enlargedTabs: [("area", 101, "A1.R1C1.M1")]
    case .shortedConfigureLines:
      [("merged-nets", 1, "A5.R2C2.CL1 A5.R2C2.CL2"), ("parasitic", 1, "A5.R2C2")]
    case .joinedIslands:
      [("merged-nets", 1, "A5.BL2 A5.R2C2.CL1 A5.R2C3.CL1"), ("parasitic", 2, "A5.R2C2")]
    case .lostLevel: [("empty-level", 1, "AG"), ("missing-device", 101, "A1.R1C1.M2")]
    case .partialMasks:
      [
        ("empty-level", 5, "AG"), ("missing-device", 404, "A1.R1C1.D1"),
        // Nine arrays and twenty singles, each one net.
        ("merged-nets", 29, "A1.BL1 A1.BL2 A1.BL3 A1.R1C1.CL1 A1.R1C1.CL2"),
        ("parasitic", 3 * 101 + 54, "A1.R1C1"), ("crossings", 1, "crossings"),
      ]
    case .noMasks:
      [
        ("empty-level", 7, "AG"), ("missing-device", 404, "A1.R1C1.D1"),
        ("missing-pad", 296, "A1.BL1"), ("crossings", 1, "crossings"),
      ]
    }
  }

  /// Returns the shapes with the mistake.
  package func apply(to regions: [Layer: Region], of wafer: WaferLayout) -> [Layer: Region] {
    let site = wafer.pcus.filter { $0.name == "A5.R2C2" }
    var shapes = regions
    switch self {
    case .shiftedSilver:
      let moved = shapes[Self.layer("AG"), default: Region()].polygons
        .compactMap { Transform(offset: Point(0, 400_000)).apply($0) }
      shapes[Self.layer("AG")] = Region(moved)
    case .lostInsulator: shapes.remove(Self.box(3_800, 3_800, 5_000, 5_000), "INS", site)
    case .halvedAperture: shapes.remove(Self.box(500, 3_600, 2_100, 4_200), "HTL", site)
    case .halvedApertures:
      shapes.remove(Self.box(2_900, 1_450, 4_100, 2_000), "HTL", wafer.pcus)
    case .enlargedTabs: shapes.add(Self.box(3_200, 1_700, 4_200, 1_900), "AU", wafer.pcus)
    case .shortedConfigureLines: shapes.add(Self.box(2_800, 350, 2_900, 2_800), "AU", site)
    case .joinedIslands: shapes.add(Self.box(3_700, 400, 5_600, 600), "AU", site)
    case .lostLevel: shapes[Self.layer("AG")] = nil
    case .partialMasks:
      shapes = shapes.filter { $0.key.level.text == "FTO" || $0.key.level.text == "AU" }
    case .noMasks: shapes = shapes.filter { $0.key.purpose != .aperture }
    }
    return shapes
  }

  /// The layer that openings of a level are drawn on.
  fileprivate static func layer(_ level: String) -> Layer { Layer(LevelName(level)) }

  /// A box in micrometres.
  private static func box(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Box {
    Box(x0 * 1000, y0 * 1000, x1 * 1000, y1 * 1000)
  }
}

extension [Layer: Region] {
  /// Adds a box to a level in each of some cells.
  fileprivate mutating func add(_ box: Box, _ level: String, _ sites: [Site]) {
    let boxes = sites.map { Polygon(box.moved(by: $0.box.min)) }
    let layer = LayoutDefect.layer(level)
    self[layer] = self[layer, default: Region()].union(Region(boxes))
  }

  /// Takes a box out of a level in each of some cells.
  fileprivate mutating func remove(_ box: Box, _ level: String, _ sites: [Site]) {
    let boxes = sites.map { Polygon(box.moved(by: $0.box.min)) }
    let layer = LayoutDefect.layer(level)
    self[layer] = self[layer, default: Region()].subtracting(Region(boxes))
  }
}
