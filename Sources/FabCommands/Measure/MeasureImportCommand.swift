import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure import`: the values of files.
struct MeasureImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the values of a table or the numbers of curves into the database, all or none.",
    discussion: """
      A table of sites has a line of headings: long ('wafer,site,component,characteristic,value,u,unit,time'; 'x' and 'y' \
      in mm in place of 'site' where a place has no name), or wide ('wafer,site,edge (nm),D1.ideality'). A characteristic \
      of a component is written D1.saturationCurrent. Times have their offset; values of one day are one set.

      Curves are evaluated: spectra (edge, edgeInflection), scans of a diffractometer (xrd110, pbi2Residue), \
      current-voltage curves of a component (D1 and D2: the fitted diode and rectificationRatio; M1: lowestConductance, \
      highestConductance; M2: setVoltage, resetVoltage, onResistance, offResistance, onOffRatio). They need --wafer and a \
      place; without --site or --x and --y a spectrum or file that is called like a site belongs there. A curve that gives \
      no number is kept without one. Values of different methods never mix: others are stored under another name with \
      --characteristic edge=edgeTauc.

      The bytes of every file are kept with the values; the same file twice is no change. Exit status 1 if rows were left \
      out with --skip-refused, or a curve gave no number.
      """
  )

  @Argument(help: "The file; several only where they hold curves.", completion: .file())
  var files: [String]
  @Option(help: "The format. (default: told from the content)") var format: String?
  @Option(
    help: "A file in YAML that says what the columns are, for formats of no name.",
    completion: .file(extensions: ["yaml"])
  )
  var map: String?
  @Option(help: "The wafer, for files that name none.") var wafer: String?
  @Option(help: "The site of the curve.") var site: String?
  @Option(help: "The sites of several curves in their order: A1.R1C1,A1.R1C2.") var sites: String?
  @Option(parsing: .unconditional, help: "To the right of the wafer's centre, mm.") var x: Double?
  @Option(parsing: .unconditional, help: "Upwards from it, mm.") var y: Double?
  @Option(help: "The component of the PCU, for current-voltage curves: D1, D2, M1 or M2.")
  var component: String?
  @Option(help: "Only this curve of the file, from 1.") var curve: Int?
  @Option(
    name: .customLong("characteristic"),
    help: "Another name for a characteristic, such as edge=edgeTauc; may be repeated."
  )
  var renamed: [String] = []
  @Option(name: .customLong("run"), help: "The run after which it was measured.")
  var afterRun: String?
  @Option(help: "The instrument.") var equipment: String?
  @Flag(help: "The values were computed and not measured; reports say so.") var generated = false
  @Flag(help: "Leave out rows that can't be stored, instead of refusing the file.")
  var skipRefused = false
  @OptionGroup var curves: CurveOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard format == nil || map == nil else {
      throw ValidationError("a format or a map says what the columns are, not both")
    }
    guard (x == nil) == (y == nil) else { throw ValidationError("a place has both --x and --y") }
    let places = [site != nil, sites != nil, x != nil].count { $0 }
    guard places <= 1 else { throw ValidationError("say one of --site, --sites, and --x with --y") }
    for value in [x, y].compactMap(\.self) where !value.isFinite {
      throw ValidationError("coordinates are finite numbers")
    }
    if let curve, curve < 1 { throw ValidationError("curves count from 1") }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var request = MeasurementImportRequest(files: files)
      request.format = format
      request.map = map
      request.wafer = wafer
      request.sites = sites?.split(separator: ",").map(String.init) ?? site.map { [$0] } ?? []
      request.xMm = x
      request.yMm = y
      request.component = component
      request.curve = curve
      request.renamed = renamed
      request.settings = curves.settings
      request.run = afterRun
      request.equipment = equipment
      request.isGenerated = generated
      request.skipsRefused = skipRefused
      return try MeasurementImportJob(session: change.session, request: request).run()
    }
  }
}
