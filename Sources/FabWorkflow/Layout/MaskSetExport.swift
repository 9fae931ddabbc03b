import FabDiagnostics
import FabFormats
import FabGeometry
import FabLayout
import FabRecipe

/// Makes the files of a mask set in memory and proves each by reading it back.
struct MaskSetExport: Sendable {
  private let wafer: WaferLayout
  private let geometry: MaskGeometry
  private let formats: Set<MaskFormat>
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
    gds = OutputFile(
      name: wafer.plan.name + ".gds", bytes: try GDSIIWriter().file(of: wafer.layout).bytes)
  }

  /// The first part of the names of a level's files, for instance `5-AU`.
  static func stem(of level: MaskLevel) -> String { "\(level.index)-\(level.name)" }

  /// The identity of the layout.
  var layoutHash: ContentHash { ContentHash(of: gds.bytes) }

  /// Returns all files but the manifest, each compared with the layout where it is mask geometry.
  func verifiedFiles() throws(DiagnosticError) -> [OutputFile] {
    var files: [OutputFile] = []
    for result in ConcurrentMap.map(jobs, outcome) { files.append(try result.get()) }
    return files.sorted { $0.name < $1.name }
  }

  /// One file to make.
  private enum Job: Sendable {
    case gds
    case table
  }

  private var jobs: [Job] {
    var jobs: [Job] = [.table]
    if formats.contains(.gds) { jobs += [.gds] }
    return jobs
  }

  private func outcome(of job: Job) -> Result<OutputFile, DiagnosticError> {
    do throws(DiagnosticError) {
      return .success(try file(for: job))
    } catch {
      return .failure(error)
    }
  }

  private func file(for job: Job) throws(DiagnosticError) -> OutputFile {
    switch job {
    case .gds: try verifiedGDS()
    case .table: OutputFile(name: "wafer-map.csv", bytes: WaferMapTable.csv(wafer))
    }
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

  func findingsPicture(_ results: [RuleResult]) throws(DiagnosticError) -> OutputFile {
    OutputFile(name: "findings.svg", bytes: [])
  }
}
