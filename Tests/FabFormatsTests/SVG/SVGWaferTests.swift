import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import Foundation
import Testing

/// The shipped wafer through both profiles.
@Suite struct SVGWaferTests {
  private static func text(of path: String) throws -> SourceText {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..")
    let url = root.appendingPathComponent(path)
    return SourceText(name: path, text: try String(contentsOf: url, encoding: .utf8))
  }

  private static func wafer() throws -> Layout {
    let recipe = try Recipe.read(text(of: "Recipes/pcu-mapbi3.yaml")).recipe
    let stamps = SheetStamps(
      recipeHash: String(repeating: "0a", count: 32),
      floorPlanHash: String(repeating: "1b", count: 32)
    )
    return try FloorPlan.read(text(of: "Layouts/wafer-4in-101.yaml"))
      .layout(flow: recipe.flow, recipeName: "pcu-mapbi3.yaml", stamps: stamps)
      .layout
  }

  private let stamp = SVGStamp(title: "wafer", description: "All levels.")

  @Test func cutFilesOfAllLevelsHaveTheContoursOfTheMergedLayout() throws {
    let layout = try Self.wafer()
    let frame = try #require(try layout.svgFrame())
    let merged = try layout.merged().cells[0].shapes
    #expect(layout.levels.count == 7)
    for level in layout.levels {
      let bytes = try SVGCutWriter(stamp: stamp).file(level: level.name, of: layout, frame: frame)
      let read = try SVGReader.read(file: "\(level.name).svg", bytes: bytes)
      #expect(read.warnings.isEmpty && read.layout.levels == [level])
      let found = read.layout.cells[0].shapes
      // Not only the same area: the same polygons with the same vertices, arcs and holes.
      let drawn = merged.filter { layer, _ in
        layer.level == level.name && (layer.purpose.isOpening || layer.purpose == .sheet)
      }
      #expect(found.keys.sorted() == drawn.keys.sorted())
      for (layer, polygons) in drawn {
        #expect(Set(found[layer] ?? []) == Set(polygons), "\(layer.level) \(layer.purpose)")
        #expect(found[layer]?.count == polygons.count)
      }
    }
  }

  @Test func viewOfAllLevelsHasTheAreasOfTheLayout() throws {
    let layout = try Self.wafer()
    let frame = try #require(try layout.svgFrame())
    let bytes = try SVGViewWriter(stamp: stamp).file(of: layout, frame: frame)
    let read = try SVGReader.read(file: "view.svg", bytes: bytes)
    #expect(read.warnings.isEmpty && Set(read.layout.levels) == Set(layout.levels))
    let (found, drawn) = (try read.layout.flattened(), try layout.flattened())
    #expect(Set(found.keys) == Set(drawn.keys))
    for (layer, polygons) in drawn {
      let difference = Region(found[layer] ?? []).symmetricDifference(Region(polygons))
      #expect(difference.isEmpty, "\(layer.level) \(layer.purpose): \(difference.areaMm2) mm2")
    }
    // Arrays are written once, not nine times.
    #expect(bytes.count < 200_000)
  }
}
