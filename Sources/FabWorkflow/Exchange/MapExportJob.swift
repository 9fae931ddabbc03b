public import FabDiagnostics
import FabExchange
import FabStore

/// What `export e142` and `export g85` do: the bins of a wafer as a map.
public struct MapExportJob {
  /// The format of the map.
  public enum Format: String, Sendable {
    /// SEMI E142.
    case e142 = "E142"
    /// SEMI G85.
    case g85 = "G85"
  }

  private let session: StoreSession
  private let format: Format
  private let wafer: String
  private let component: String
  private let out: String
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - format: The format.
  ///   - wafer: The wafer.
  ///   - component: `PCU`, a component, or `all`, which E142 alone can say.
  ///   - out: The file.
  ///   - replaces: Whether an existing file may be replaced.
  public init(
    session: StoreSession,
    format: Format,
    wafer: String,
    component: String,
    out: String,
    replaces: Bool
  ) {
    self.session = session
    self.format = format
    self.wafer = wafer
    self.component = component
    self.out = out
    self.replaces = replaces
  }

  /// Writes the map.
  ///
  /// - Throws: A ``DiagnosticError`` if the wafer has no bins or the file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let components = try Self.components(component, format)
    let file = SingleFile(path: out)
    try file.checkFree(replaces: replaces)
    let (maps, pass) = try session.read { (reader) throws(DiagnosticError) in
      let source = try WaferBinSource(of: wafer, from: reader)
      // G85 names no layouts, so all sites stand on one grid.
      let grids = format == .g85 ? [try source.place.grid()] : try source.place.grids()
      return (try source.maps(of: components, on: grids), source.pass.pass)
    }
    let bytes = try format == .e142 ? E142.bytes(of: maps) : G85.bytes(of: maps)
    try file.write(bytes, replaces: replaces)
    let devices = maps.reduce(0) { $0 + $1.deviceCount }
    return CommandOutput(
      text: "wrote \(devices) bins of \(wafer), binning \(pass), as \(format.rawValue) to \(out)\n",
      json: JSONText.encode(
        MapExportReport(
          format: format.rawValue,
          file: out,
          wafer: wafer,
          pass: pass,
          components: components,
          devices: devices
        )
      )
    )
  }

  private static func components(
    _ name: String,
    _ format: Format
  ) throws(DiagnosticError) -> [String] {
    let all = WaferBinSource.components
    if name == "all", format == .e142 { return all }
    if let known = all.first(where: { $0.lowercased() == name.lowercased() }) { return [known] }
    throw DiagnosticError(
      Diagnostic(
        .unknownComponent,
        at: .argument("--component"),
        name == "all"
          ? "a G85 map has the bins of one component"
          : "there is no component '\(StoreCode(name)?.text ?? "…")'",
        fixes: ["name one of \(all.joined(separator: ", "))"]
      )
    )
  }
}
