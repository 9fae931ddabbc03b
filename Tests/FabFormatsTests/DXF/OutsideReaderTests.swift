import FabFormats
import FabLayout
import FabRecipe
import Foundation
import Testing

/// Lets gdstk, klayout and ezdxf read our files, where Python has them.
@Suite struct OutsideReaderTests {
  /// Runs a Python program with arguments and returns what it prints, or `nil` where it fails.
  private static func python(_ program: String, _ arguments: [String] = []) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  private static func canImport(_ module: String) -> Bool { python("import \(module)") != nil }

  private func run(_ program: String, on bytes: [UInt8], name: String) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "outside-reader-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return Self.python(program, [file.path])
  }

  @Test(.enabled(if: canImport("gdstk"), "gdstk isn't installed"))
  func gdstkReadsTheSameAreas() throws {
    let program = """
      import gdstk, sys
      library = gdstk.read_gds(sys.argv[1])
      (top,) = library.top_level()
      polygons = top.flatten().polygons
      for key in sorted({(p.layer, p.datatype) for p in polygons}):
        found = [p for p in polygons if (p.layer, p.datatype) == key]
        print(key[0], key[1], len(found), f"{sum(p.area() for p in found) * 1e-6:.6f}")
      """
    let layout = SampleLayouts.rich
    let bytes = try GDSIIWriter().file(of: layout).bytes
    let found = try #require(try run(program, on: bytes, name: "a.gds"))
    let shapes = CanonicalShapes(try layout.flattened())
    let expected = shapes.layers.keys
      .sorted {
        (layout.level(named: $0.level)?.gdsLayer ?? 0, $0.purpose.gdsDatatype)
          < (layout.level(named: $1.level)?.gdsLayer ?? 0, $1.purpose.gdsDatatype)
      }
      .map { layer in
        let area = Double(shapes.doubleAreas[layer] ?? 0) / 2e12
        let number = layout.level(named: layer.level)?.gdsLayer ?? -1
        let count = shapes.layers[layer]?.count ?? 0
        return "\(number) \(layer.purpose.gdsDatatype) \(count) \(String(format: "%.6f", area))"
      }
    let rows = found.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(
      rows.map { $0.prefix(3).joined(separator: " ") }
        == expected.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    )
    for (row, line) in zip(rows, expected) {
      let (left, right) = (Double(row[3]) ?? -1, Double(line.split(separator: " ")[3]) ?? -2)
      // The turned and magnified reference is rounded to the grid here and isn't there: 1 nm × 10 mm.
      #expect(abs(left - right) < 2e-5, "\(line)")
    }
  }

  @Test(.enabled(if: canImport("ezdxf"), "ezdxf isn't installed"), arguments: DXFVersion.allCases)
  func ezdxfFindsNoErrors(version: DXFVersion) throws {
    let program = """
      import collections, ezdxf, sys
      document = ezdxf.readfile(sys.argv[1])
      audit = document.audit()
      kinds = collections.Counter(e.dxftype() for e in document.modelspace())
      print(len(audit.errors), len(audit.fixes), document.units, document.dxfversion, sorted(kinds.items()))
      """
    let bytes = try DXFWriter(version: version).file(of: SampleLayouts.rich, level: LevelName("AU"))
      .bytes
    let found = try run(program, on: bytes, name: "a.dxf")
    switch version {
    case .r12:
      #expect(found == "0 0 4 AC1009 [('CIRCLE', 2), ('POLYLINE', 18)]\n")
    case .r2000:
      #expect(found == "0 0 4 AC1015 [('CIRCLE', 2), ('LWPOLYLINE', 18)]\n")
    }
  }

  @Test(.enabled(if: canImport("klayout.lay"), "klayout isn't installed"))
  func klayoutLoadsTheLayerProperties() throws {
    let program = """
      import klayout.lay as lay, sys
      view = lay.LayoutView()
      view.load_layer_props(sys.argv[1])
      iterator = view.begin_layers()
      names = []
      while not iterator.at_end():
        names.append(iterator.current().name)
        iterator.next()
      print("|".join(names))
      """
    let bytes = LayerPropertiesWriter().file(of: SampleLayouts.rich).bytes
    let found = try run(program, on: bytes, name: "a.lyp")
    #expect(found?.split(separator: "|").count == 6)
    #expect(found?.hasPrefix("0/0 FTO|5/0 AU|5/1 AU-SHEET|") == true)
  }
}
