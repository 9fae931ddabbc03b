import FabDiagnostics
import FabFormats
import FabGeometry
import FabHash
import FabLayout
import FabRecipe
import FabReports

/// Makes the files of a mask set in memory and proves each by reading it back.
struct MaskSetExport: Sendable {
  private let wafer: WaferLayout
  private let geometry: MaskGeometry
  private let formats: Set<MaskFormat>
  private let dxf: DXFVersion
  private let stamp: SVGStamp
  private let subtitles: [String]
  private let frame: Box
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
      name: wafer.plan.name + ".gds",
      bytes: try GDSIIWriter().file(of: wafer.layout).bytes
    )
    let hash = ContentHash(of: gds.bytes)
    stamp = SVGStamp(
      title: wafer.plan.name,
      description: "Mask of \(wafer.plan.name), made by \(Tool.name) \(Tool.version)",
      properties: [
        SVGStamp.Property("recipe", recipe.name),
        SVGStamp.Property("recipe-sha256", recipe.hash.hexadecimal),
        SVGStamp.Property("floor-plan-sha256", planHash.hexadecimal),
        SVGStamp.Property("layout-sha256", hash.hexadecimal),
      ]
    )
    subtitles = [
      "recipe \(recipe.name) \(recipe.hash.short), floor plan \(planHash.short), "
        + "layout \(hash.short)"
    ]
    frame = SheetCell.outline(wafer.plan.sheet).boundingBox
  }

  /// The first part of the names of a level's files, for instance `5-AU`.
  static func stem(of level: MaskLevel) -> String { "\(level.index)-\(level.name)" }

  /// The identity of the layout.
  var layoutHash: ContentHash { ContentHash(of: gds.bytes) }

  /// Returns all files but the manifest, each compared with the layout where it is mask geometry.
  func verifiedFiles() throws(DiagnosticError) -> [OutputFile] {
    var files: [OutputFile] = []
    for result in ParallelMap.map(jobs, outcome) { files.append(try result.get()) }
    return files.sorted { $0.name < $1.name }
  }

  /// One file to make.
  private enum Job: Sendable {
    case gds
    case layerProperties
    case dxf(MaskLevel)
    case cut(MaskLevel)
    case view(MaskLevel)
    case composite
    case map
    case table
  }

  private var jobs: [Job] {
    var jobs: [Job] = [.table]
    if formats.contains(.gds) { jobs += [.gds, .layerProperties] }
    if formats.contains(.svg) { jobs += [.composite, .map] }
    for level in wafer.flow.levels {
      if formats.contains(.dxf) { jobs.append(.dxf(level)) }
      if formats.contains(.svg) { jobs += [.cut(level), .view(level)] }
    }
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
    case .layerProperties:
      OutputFile(
        name: wafer.plan.name + ".lyp",
        bytes: LayerPropertiesWriter().file(of: wafer.layout).bytes
      )
    case .dxf(let level): try dxfFile(level)
    case .cut(let level): try cutFile(level)
    case .view(let level): try viewFile(level)
    case .composite:
      OutputFile(name: "composite.svg", bytes: composite.svg())
    case .map: OutputFile(name: "wafer-map.svg", bytes: map.svg())
    case .table: OutputFile(name: "wafer-map.csv", bytes: WaferMapTable.csv(wafer))
    }
  }

  private var readback: Readback { Readback(expected: geometry.regions) }

  /// The layers of a level with one of some purposes that have shapes.
  private func layers(_ level: LevelName?, _ isMember: (Purpose) -> Bool) -> Set<Layer> {
    Set(
      geometry.regions.keys.filter {
        (level == nil || $0.level == level) && isMember($0.purpose)
      }
    )
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

  private func cutFile(_ level: MaskLevel) throws(DiagnosticError) -> OutputFile {
    let name = Self.stem(of: level) + ".cut.svg"
    let bytes = try SVGCutWriter(stamp: stamp)
      .file(level: level.name, of: geometry.merged, frame: frame)
    let read = try SVGReader.read(file: name, bytes: bytes)
    let isCut = { (purpose: Purpose) in purpose.isOpening || purpose == .sheet }
    try readback.check(name, layers: layers(level.name, isCut), layout: read.layout)
    return OutputFile(name: name, bytes: bytes)
  }

  private func viewFile(_ level: MaskLevel) throws(DiagnosticError) -> OutputFile {
    let name = Self.stem(of: level) + ".view.svg"
    let bytes = try SVGViewWriter(stamp: stamp)
      .file(of: wafer.layout, levels: [level.name], frame: frame)
    let read = try SVGReader.read(file: name, bytes: bytes)
    try readback.check(name, layers: layers(level.name) { _ in true }, layout: read.layout)
    return OutputFile(name: name, bytes: bytes)
  }

  private var composite: CompositePicture {
    CompositePicture(wafer: wafer, regions: geometry.regions, subtitles: subtitles)
  }

  private var map: WaferMapPicture { WaferMapPicture(wafer: wafer, subtitles: subtitles) }

  /// Returns the picture that marks findings.
  func findingsPicture(_ results: [RuleResult]) -> OutputFile {
    let picture = FindingsPicture(
      title: "\(wafer.plan.name): findings of the design rules",
      results: results,
      regions: geometry.regions
    )
    return OutputFile(name: "findings.svg", bytes: picture.svg())
  }
}
