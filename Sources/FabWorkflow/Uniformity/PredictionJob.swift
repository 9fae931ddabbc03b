public import FabDiagnostics
import FabLayout
import FabNumerics
import FabProcess
import FabQuality
import FabRecipe
import FabReports
import FabStore
import FabUnits

/// What `recipe predict` does: the thickness of a film over a wafer from the geometry of its source.
public struct PredictionJob {
  /// Where the source stands.
  public var geometry = SourceGeometry()
  /// The instrument whose geometry is taken where nothing else is said.
  public var equipment: String?
  /// The film; the converted one, or the first that is deposited, if `nil`.
  public var film: String?
  /// The size of the wafer.
  public var wafer: String?
  /// The floor plan with the PCUs.
  public var floorPlan: String?
  /// The wafer whose measured thickness is held against the prediction.
  public var measured: String?
  /// What was measured.
  public var characteristic = "filmThickness"

  private let session: StoreSession
  private let recipe: String
  private let shared: SharedFiles
  private let files: OutputChoice

  /// Creates a job.
  public init(session: StoreSession, recipe: String, shared: SharedFiles, files: OutputChoice) {
    self.session = session
    self.recipe = recipe
    self.shared = shared
    self.files = files
  }

  /// A place with its prediction.
  private struct Spot {
    let name: String
    let x: Double
    let y: Double
    let box: MillimetreBox
    let measured: Double?
  }

  /// Predicts.
  ///
  /// - Throws: A ``DiagnosticError`` without a distance, for an unknown film, or where nothing was measured.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let loaded = try LoadedRecipe(path: recipe)
    let film = try chosenFilm(loaded)
    let setup = try setup()
    let planned = try PlannedSites(loaded, wafer: wafer, floorPlan: floorPlan, files: shared)
    let reading = try reading()
    let spots = spots(planned, reading)
    let report = try report(loaded, film, setup, planned, spots, reading)
    let written = try files.write {
      picture(report, planned, spots, reading)
    } csv: {
      Array(report.csv.utf8)
    }
    return CommandOutput(
      text: report.text + written,
      json: JSONText.encode(report),
      messages: loaded.warnings + planned.messages
    )
  }

  // MARK: - Inputs

  private func chosenFilm(_ loaded: LoadedRecipe) throws(DiagnosticError) -> Film {
    let films = loaded.recipe.films.filter { $0.deposition != nil }
    if let film {
      if let found = films.first(where: { $0.name.text == film }) { return found }
      let known = films.map(\.name.text)
      throw DiagnosticError(
        Diagnostic(
          .unknownFilm,
          at: .argument("--film"),
          "no step of the recipe deposits a film '\(film)'\(NearMiss.question(for: film, among: known))",
          notes: [.init("there are \(known.joined(separator: ", "))")]
        )
      )
    }
    guard let found = films.first(where: { $0.conversion != nil }) ?? films.first else {
      throw DiagnosticError(
        Diagnostic(.unknownFilm, at: .file(recipe), "the recipe deposits no film")
      )
    }
    return found
  }

  private func setup() throws(DiagnosticError) -> EvaporationSetup {
    var geometry = geometry
    if let equipment {
      let entry = try session.read { (reader) throws(DiagnosticError) in
        try reader.named(Equipment.self, equipment)
      }
      try geometry.fill(from: entry, database: session.database)
    }
    return try geometry.setup()
  }

  private func reading() throws(DiagnosticError) -> WaferReading? {
    guard let measured else { return nil }
    let reading = try session.read { (reader) throws(DiagnosticError) in
      try WaferReading(
        measured,
        characteristic: characteristic,
        component: "",
        database: session.database,
        from: reader
      )
    }
    guard reading.characteristic.unit == "nm" else {
      throw DiagnosticError(
        Diagnostic(
          .wrongDimension,
          at: .argument("--characteristic"),
          "'\(characteristic)' is kept in \(reading.characteristic.unit); a thickness in nm is expected"
        )
      )
    }
    return reading
  }

  /// The size at which places without a cell are drawn, in millimetre.
  private static let spot = 4.0

  /// The measured places, the PCUs where nothing is measured, or rings of places where there are no PCUs.
  private func spots(_ planned: PlannedSites, _ reading: WaferReading?) -> [Spot] {
    if let reading {
      return reading.counted.map {
        Spot(name: $0.site.name, x: $0.site.x, y: $0.site.y, box: $0.box, measured: $0.value)
      }
    }
    if planned.sites.isEmpty,
      let rings = try? SamplingPlan(
        .fortyNine,
        waferRadius: planned.radius,
        edgeExclusion: planned.exclusion
      )
    {
      let half = Self.spot / 2
      return rings.sites.map {
        Spot(
          name: $0.name,
          x: $0.x,
          y: $0.y,
          box: MillimetreBox(x0: $0.x - half, y0: $0.y - half, x1: $0.x + half, y1: $0.y + half),
          measured: nil
        )
      }
    }
    return zip(planned.sites, planned.middles)
      .map { site, middle in
        Spot(
          name: middle.name,
          x: middle.x,
          y: middle.y,
          box: site.box.millimetres,
          measured: nil
        )
      }
  }

  // MARK: - Report

  private func report(
    _ loaded: LoadedRecipe,
    _ film: Film,
    _ setup: EvaporationSetup,
    _ planned: PlannedSites,
    _ spots: [Spot],
    _ reading: WaferReading?
  ) throws(DiagnosticError) -> PredictionReport {
    guard let thickness = film.thickness.value?.value(in: .nanometre) else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(recipe),
          "the recipe states no thickness of '\(film.name.text)'"
        )
      )
    }
    let final = film.finalThickness(in: loaded.recipe)?.value(in: .nanometre) ?? thickness
    let ratio = thickness > 0 ? final / thickness : 1
    let radius = planned.radius - planned.exclusion
    let material = loaded.recipe.materials.first { $0.name == film.material }
    let density = material?.density?.value?.value(in: .gramPerCubicCentimetre)
    let source = setup.sources[0]
    let figures = try EvaporationError.explained { () throws(EvaporationError) in
      (
        uniformity: try setup.uniformity(radius: radius),
        mass: try density.map { (density) throws(EvaporationError) in
          try setup.emittedMass(forMean: thickness, density: density, radius: radius)
        },
        best: try EvaporationSetup.bestOffset(
          exponent: source.exponent,
          distance: source.distance,
          radius: radius
        )
      )
    }
    // What was measured is the finished film.
    let scale = (reading == nil ? thickness : final) / figures.uniformity.mean
    let masses = setup.arealMasses(at: spots.map { WaferPoint(x: $0.x, y: $0.y) })
    let sites = zip(spots, masses)
      .map { spot, mass in
        PredictionReport.Site(
          name: spot.name,
          xMm: spot.x,
          yMm: spot.y,
          predictedNm: scale * mass,
          measuredNm: spot.measured
        )
      }
    let shown = thickness / figures.uniformity.mean
    return PredictionReport(
      recipe: loaded.name,
      film: film.name.text,
      material: film.material.text,
      throwMm: source.distance,
      offsetMm: source.offset.radius,
      exponent: source.exponent,
      isRotating: setup.motion == .rotating,
      wafer: planned.wafer.size.rawValue,
      usableRadiusMm: radius,
      meanNm: thickness,
      smallestNm: shown * figures.uniformity.minimum,
      largestNm: shown * figures.uniformity.maximum,
      halfRangePercent: figures.uniformity.halfRangePercent,
      emittedMassMg: figures.mass,
      bestOffsetMm: figures.best.offset,
      bestHalfRangePercent: figures.best.uniformity.halfRangePercent,
      conversionRatio: ratio,
      sites: sites,
      difference: reading.flatMap { Self.difference(sites, $0) }
    )
  }

  private static func difference(
    _ sites: [PredictionReport.Site],
    _ reading: WaferReading
  ) -> PredictionReport.Difference? {
    let values = sites.compactMap(\.differenceNm)
    let measured = sites.filter { $0.measuredNm != nil }
    let sums = (
      measured.compactMap(\.measuredNm).reduce(0, +),
      measured.map(\.predictedNm).reduce(0, +)
    )
    guard let sample = SampleStatistics(values), sums.1 > 0 else { return nil }
    let ratio = sums.0 / sums.1
    let shape = SampleStatistics(
      measured.map { ($0.measuredNm ?? 0) - ratio * $0.predictedNm }
    )
    return PredictionReport.Difference(
      wafer: reading.wafer.code,
      isGenerated: reading.isGenerated,
      n: values.count,
      meanNm: sample.mean,
      standardDeviationNm: values.count > 1 ? sample.standardDeviation : nil,
      smallestNm: sample.minimum,
      largestNm: sample.maximum,
      ratio: ratio,
      shapeDeviationNm: values.count > 1 ? shape?.standardDeviation : nil
    )
  }

  // MARK: - Picture

  private func picture(
    _ report: PredictionReport,
    _ planned: PlannedSites,
    _ spots: [Spot],
    _ reading: WaferReading?
  ) -> [UInt8] {
    func values(_ value: (PredictionReport.Site) -> Double?) -> [WaferSiteValue] {
      zip(report.sites, spots)
        .map { WaferSiteValue(name: $0.name, box: $1.box, value: value($0)) }
    }
    let geometry =
      "throw \(LayoutText.shortest(report.throwMm)) mm, offset "
      + "\(LayoutText.shortest(report.offsetMm)) mm, exponent \(LayoutText.shortest(report.exponent)), "
      + (report.isRotating ? "turning" : "at rest")
    if let reading {
      return
        WaferValuePicture.difference(
          title: "Measured minus predicted, wafer \(reading.wafer.code)",
          subtitles: [
            geometry,
            (reading.isGenerated ? "generated values" : "measured values")
              + (report.difference.map {
                ", mean difference \(EngineeringText.plain($0.meanNm, digits: 3)) nm"
              } ?? ""),
          ],
          wafer: DrawnWafer.of(reading.wafer),
          measured: values { $0.measuredNm },
          predicted: values { $0.predictedNm },
          quantity: reading.axis
        )
        .svg()
    }
    return WaferValuePicture(
      title: "Predicted thickness of \(report.film)",
      subtitles: [geometry, "recipe \(report.recipe), as deposited"],
      wafer: planned.wafer,
      sites: values { $0.predictedNm },
      quantity: ChartAxis("thickness", unit: "nm")
    )
    .svg()
  }
}
