import FabOperators

/// What a codebook holds: printed with `--json`.
struct CodebookReport: Encodable {
  /// One operator.
  struct Entry: Encodable {
    var name: String
    var kind: String
    var units: Int
    var failedUnits: Int
    var places: Int
    var points: [Int]
    var components: Int?
    var domainLow: Double
    var domainHigh: Double
    var policy: String
    var meanRelativeErrorPercent: Double?
    var biasPercent: Double?
    var meanFullScaleErrorPercent: Double?
    var meanSpreadPercent: Double?
    var readoutSpreadPercent: Double?
    var paperPercent: Double?
  }

  var file: String?
  var sha256: String
  var bytes: Int
  var identity: CodebookIdentity
  var operators: [Entry]

  init(_ codebook: Codebook, bytes: [UInt8], sha256: String, file: String?) {
    self.file = file
    self.sha256 = sha256
    self.bytes = bytes.count
    identity = codebook.identity
    operators = codebook.entries.map(Entry.init)
  }
}

extension CodebookReport.Entry {
  init(_ entry: CodebookEntry) {
    name = entry.operation.rawValue
    kind = entry.content.kind
    units = entry.unitCount
    failedUnits = entry.failedUnitCount
    places = entry.placements.count
    policy = entry.policy.rawValue
    meanRelativeErrorPercent = entry.metric.map { 100 * $0.meanRelativeError }
    biasPercent = entry.metric.map { 100 * $0.bias }
    meanFullScaleErrorPercent = entry.metric.map { 100 * $0.meanFullScaleError }
    paperPercent = PublishedFigures.meanRelativeErrorPercent(of: entry.operation)
    func mean(_ values: [Float]) -> Double {
      values.reduce(0) { $0 + Double($1) } / Double(values.count)
    }
    switch entry.content {
    case .curve(let curve):
      points = [curve.means.count]
      components = curve.deviations.componentCount
      (domainLow, domainHigh) = (curve.domain.lowerBound, curve.domain.upperBound)
      meanSpreadPercent = 100 * mean(curve.spreads)
      readoutSpreadPercent = 100 * mean(curve.readoutSpreads)
    case .surface(let surface):
      points = [surface.pointCount, surface.pointCount]
      components = surface.deviations.componentCount
      (domainLow, domainHigh) = (surface.domain.lowerBound, surface.domain.upperBound)
      meanSpreadPercent = 100 * mean(surface.spreads)
      readoutSpreadPercent = 100 * surface.readoutSpread
    case .softmax(let units):
      points = [units.unitCount, units.channelCount, units.form.branchesPerLane]
      (domainLow, domainHigh) = (units.domain.lowerBound, units.domain.upperBound)
      readoutSpreadPercent = 100 * units.readoutSpread
    case .weights(let errors):
      points = [errors.biases.count]
      (domainLow, domainHigh) = (errors.domain.lowerBound, errors.domain.upperBound)
      meanSpreadPercent = 100 * errors.spreads.reduce(0, +) / Double(errors.spreads.count)
      readoutSpreadPercent = 100 * errors.readoutSpread
    }
  }
}

extension CodebookReport {
  /// The report for people.
  var text: String {
    var table = TextTable([
      ("operator", .left), ("kind", .left), ("units", .right), ("points", .left),
      ("domain", .left), ("beyond", .left), ("unit spread/%", .right), ("readout/%", .right),
      ("mean error/%", .right), ("paper/%", .right),
    ])
    func number(_ value: Double?) -> String { value.map { LayoutText.decimals($0, 2) } ?? "-" }
    table.rows = operators.map { one in
      [
        one.name, one.kind, "\(one.units - one.failedUnits)",
        one.points.map { "\($0)" }.joined(separator: " x "),
        CodebookError.text(one.domainLow...one.domainHigh), one.policy,
        number(one.meanSpreadPercent), number(one.readoutSpreadPercent),
        number(one.meanRelativeErrorPercent), number(one.paperPercent),
      ]
    }
    var lines = ["\(identity.name): \(source)"]
    lines.append(
      "temperature \(EngineeringText.plain(identity.temperatureKelvin, digits: 5)) K"
        + (identity.source == .measured
          ? ""
          : ", spread \(identity.spread), seed \(identity.seed), constants of \(identity.calibration.rawValue)")
    )
    if !identity.recipeHash.isEmpty {
      lines.append(
        "recipe \(identity.recipe) \(identity.recipeHash.prefix(12)), layout \(identity.layout) "
          + "\(identity.layoutHash.prefix(12))"
      )
    }
    lines.append("\(bytes) bytes, SHA-256 \(sha256)")
    return lines.map { $0 + "\n" }.joined() + "\n" + table.text
  }

  private var source: String {
    switch identity.source {
    case .bench: "the population on a bench of nominal PCUs"
    case .layout: "the population on the sites of a layout"
    case .wafer:
      "wafer \(identity.wafer) of lot \(identity.lot)"
        + (identity.isGenerated ? ", its values computed instead of measured" : "")
    case .measured:
      "measured" + (identity.wafer == CodebookIdentity.population ? "" : " on \(identity.wafer)")
    }
  }
}
