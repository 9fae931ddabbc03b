import FabGeometry
import FabNumerics
import Foundation
import Testing

/// Holds areas and distances against the Python module of KLayout where it's installed.
@Suite(.enabled(if: KLayout.isInstalled, "the Python module klayout isn't installed"))
struct KLayoutComparisonTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func agreesOnAreasAndSmallestDistances(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var regions: [Region] = []
    for round in 0..<12 {
      let polygons = (0..<25)
        .map { _ in
          let x = Int.random(in: 0..<1500, using: &generator)
          let y = Int.random(in: 0..<1500, using: &generator)
          let width = Int.random(in: 20...300, using: &generator)
          let height = Int.random(in: 20...300, using: &generator)
          guard round % 2 == 1 else { return Polygon(Box(x, y, x + width, y + height)) }
          return Polygon(Outline([Point(x, y), Point(x + width, y), Point(x, y + height)]))
        }
      // Merging slanted edges rounds crossings to the grid: KLayout gets the merged polygons.
      regions.append(Region(polygons))
    }
    let limit = 40
    let answers = try KLayout.measure(regions, limit: limit)
    try #require(answers.count == regions.count)
    for (index, region) in regions.enumerated() {
      let answer = answers[index]
      // KLayout rounds the area of a polygon to whole square units.
      let lost = Double(region.doubledArea) - 2 * answer.area
      let bound = index % 2 == 0 ? 0 : Double(region.polygons.count)
      #expect(abs(lost) <= bound, "area, seed \(seed), \(index)")
      guard index % 2 == 0 else { continue }
      let width = region.narrowPlaces(below: limit).map(\.distance).min()
      let gap = region.gaps(below: limit).filter { $0.distance > 0 }.map(\.distance).min()
      #expect(width.map { $0.rounded() } == answer.width, "width, seed \(seed), \(index)")
      #expect(gap.map { $0.rounded() } == answer.space, "space, seed \(seed), \(index)")
    }
  }
}

/// KLayout's Python module in a child process.
enum KLayout {
  struct Answer: Decodable {
    let area: Double
    let width: Double?
    let space: Double?
  }

  static let isInstalled = (try? run("import klayout.db", input: Data())) != nil

  static func measure(_ regions: [Region], limit: Int) throws -> [Answer] {
    let contours = regions.map { region in
      region.polygons.map { polygon in
        polygon.outlines.map { $0.points.map { [Int($0.x), Int($0.y)] } }
      }
    }
    let script = """
      import json, sys, klayout.db as db
      answers = []
      for polygons in json.load(sys.stdin):
          region = db.Region()
          for contours in polygons:
              polygon = db.Polygon([db.Point(*p) for p in contours[0]])
              for hole in contours[1:]:
                  polygon.insert_hole([db.Point(*p) for p in hole])
              region.insert(polygon)
          def least(pairs):
              found = [p.distance() for p in pairs.each() if p.distance() > 0]
              return min(found) if found else None
          answers.append({
              "area": region.area(),
              "width": least(region.width_check(\(limit))),
              "space": least(region.space_check(\(limit))),
          })
      json.dump(answers, sys.stdout)
      """
    let output = try run(script, input: JSONEncoder().encode(contours))
    return try JSONDecoder().decode([Answer].self, from: output)
  }

  private struct Failure: Error {
    let status: Int32
  }

  private static func run(_ script: String, input: Data) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pcu-fab-klayout-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("input.json")
    try input.write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: source)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return data
  }
}
