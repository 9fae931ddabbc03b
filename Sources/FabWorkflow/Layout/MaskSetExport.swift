import Dispatch
import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe
import FabReports

/// Makes the files of a mask set in memory and proves each by reading it back.
struct MaskSetExport: Sendable {
  private let wafer: WaferLayout
  private let geometry: MaskGeometry
  private let formats: Set<MaskFormat>
  private let dxf: DXFVersion
  private let metadata: PictureMetadata
  private let gds: OutputFile

  /// Prepares an export; the GDSII form is made at once, because its hash identifies the layout.
  init(
    wafer: WaferLayout,
    geometry: MaskGeometry,
    request: LayoutRequest,
    recipe: LoadedRecipe,
    planHash: ContentHash
  ) throws(DiagnosticError) {
    self.wafer = wafer
    self.geometry = geometry
    formats = request.formats
    dxf = request.dxfR12 ? .r12 : .r2000
    gds = OutputFile(
      name: wafer.plan.name + ".gds", bytes: try GDSIIWriter().file(of: wafer.layout).bytes)
    metadata = PictureMetadata(
      title: wafer.plan.name, recipe: recipe.name, recipeHash: recipe.hash.hexadecimal,
      floorPlanHash: planHash.hexadecimal, layoutHash: ContentHash(of: gds.bytes).hexadecimal)
  }

  /// The first part of the names of a level's files, for instance `5-AU`.
  static func stem(of level: MaskLevel) -> String { "\(level.index)-\(level.name)" }

  /// The identity of the layout.
  var layoutHash: ContentHash { ContentHash(of: gds.bytes) }

  /// Returns all files but the manifest, each compared with the layout where it is mask geometry.
  func verifiedFiles() throws(DiagnosticError) -> [OutputFile] {
    let jobs = self.jobs
    var results = [Result<OutputFile, DiagnosticError>?](repeating: nil, count: jobs.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Every iteration writes one element of its own.
      nonisolated(unsafe) let target = buffer
      DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
        do throws(DiagnosticError) {
          target[index] = .success(try jobs[index]())
        } catch {
          target[index] = .failure(error)
        }
      }
    }
    var files: [OutputFile] = []
    for result in results {
      if let result { files.append(try result.get()) }
    }
    return files.sorted { $0.name < $1.name }
  }

  private typealias Job = @Sendable () throws(DiagnosticError) -> OutputFile

  private var jobs: [Job] {
    var jobs: [Job] = []
    if formats.contains(.gds) {
      jobs.append(verifiedGDS)
      jobs.append { () throws(DiagnosticError) in
        OutputFile(
          name: wafer.plan.name + ".lyp",
          bytes: LayerPropertiesWriter().file(of: wafer.layout).bytes)
      }
    }
    for level in wafer.flow.levels {
      if formats.contains(.dxf) {
        jobs.append { () throws(DiagnosticError) in try dxfFile(level) }
      }
      if formats.contains(.svg) {
        jobs.append { () throws(DiagnosticError) in try cutFile(level) }
        jobs.append { () throws(DiagnosticError) in try viewFile(level) }
      }
    }
    if formats.contains(.svg) {
      jobs.append { () throws(DiagnosticError) in
        OutputFile(name: "composite.svg", bytes: WaferPictures.composite(wafer, metadata))
      }
      jobs.append { () throws(DiagnosticError) in
        OutputFile(name: "wafer-map.svg", bytes: WaferPictures.map(wafer, metadata))
      }
    }
    jobs.append { () throws(DiagnosticError) in
      OutputFile(name: "wafer-map.csv", bytes: WaferMapTable.csv(wafer))
    }
    return jobs
  }

  private var readback: Readback { Readback(expected: geometry.regions) }

  /// The layers of a level with one of some purposes that have shapes.
  private func layers(_ level: LevelName?, _ isMember: (Purpose) -> Bool) -> Set<Layer> {
    Set(
      geometry.regions.keys.filter {
        (level == nil || $0.level == level) && isMember($0.purpose)
      })
  }

  private func verifiedGDS() throws(DiagnosticError) -> OutputFile {
    let read = try GDSIIReader(levels: wafer.layout.levels).layout(from: gds.bytes, file: gds.name)
    try readback.check(gds.name, layers: layers(nil) { _ in true }, layout: read.layout)
    return gds
  }

  private func dxfFile(_ level: MaskLevel) throws(DiagnosticError) -> OutputFile {
    let name = Self.stem(of: level) + ".dxf"
    let written = try DXFWriter(version: dxf).file(of: geometry.merged, level: level.name)
    let read = try DXFReader(levels: wafer.layout.levels).layout(from: written.bytes, file: name)
    try readback.check(name, layers: layers(level.name) { $0 != .reference }, layout: read.layout)
    return OutputFile(name: name, bytes: written.bytes)
  }
}
