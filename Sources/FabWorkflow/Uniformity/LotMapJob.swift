public import FabDiagnostics
import FabNumerics
import FabQuality
import FabReports
import FabStore

/// What `measure map` does: the wafers of a lot side by side on one scale.
public struct LotMapJob {
  private let session: StoreSession
  private let lot: String
  private let characteristic: String
  private let component: String
  private let files: OutputChoice

  /// Creates a job.
  public init(
    session: StoreSession,
    lot: String,
    characteristic: String,
    component: String,
    files: OutputChoice
  ) {
    self.session = session
    self.lot = lot
    self.characteristic = characteristic
    self.component = component
    self.files = files
  }

  private struct Row: Encodable {
    let wafer: String
    let isGenerated: Bool
    let n: Int
    let mean: Double?
    let standardDeviation: Double?
    let halfRangePercent: Double?
  }

  private struct Report: Encodable {
    let lot: String
    let characteristic: String
    let component: String
    let unit: String
    let wafers: [Row]
  }

  /// Draws and lists them.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `no-measurement` where no wafer was measured.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let readings = try session.read { (reader) throws(DiagnosticError) in try read(reader) }
    let rows = readings.map(Self.row)
    let first = readings[0]
    let unit = first.characteristic.unit
    let written = try files.write {
      picture(readings)
    } csv: {
      Array(Self.csv(readings).utf8)
    }
    var table = TextTable([
      ("wafer", .left), ("n", .right), ("mean/\(unit)", .right), ("sd/\(unit)", .right),
      ("half range/%", .right), ("", .left),
    ])
    func number(_ value: Double?) -> String {
      value.map { EngineeringText.plain($0, digits: 5) } ?? "-"
    }
    table.rows = rows.map {
      [
        $0.wafer, "\($0.n)", number($0.mean), number($0.standardDeviation),
        number($0.halfRangePercent), $0.isGenerated ? "generated" : "",
      ]
    }
    return CommandOutput(
      text: "\(first.axis.label) of lot \(lot)\n\n" + table.text + written,
      json: JSONText.encode(
        Report(
          lot: lot,
          characteristic: characteristic,
          component: component,
          unit: unit,
          wafers: rows
        )
      )
    )
  }

  private func read(_ reader: StoreReader) throws(DiagnosticError) -> [WaferReading] {
    _ = try reader.named(Lot.self, lot)
    _ = try reader.named(Characteristic.self, characteristic)
    let sets = try reader.measurementSets(characteristic: characteristic, component: component)
    let measured = Set(sets.map(\.wafer))
    let wafers = try reader.all(FabStore.Wafer.self, where: ["lot": .text(lot)])
      .filter { measured.contains($0.code) }
    guard !wafers.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(session.database),
          "'\(characteristic)' wasn't measured on any wafer of lot '\(lot)'"
        )
      )
    }
    return try wafers.map { (wafer) throws(DiagnosticError) in
      try WaferReading(
        wafer.code,
        characteristic: characteristic,
        component: component,
        database: session.database,
        from: reader
      )
    }
  }

  private static func row(_ reading: WaferReading) -> Row {
    let values = reading.counted.compactMap(\.value)
    let sample = SampleStatistics(values)
    return Row(
      wafer: reading.wafer.code,
      isGenerated: reading.isGenerated,
      n: values.count,
      mean: sample?.mean,
      standardDeviation: values.count > 1 ? sample?.standardDeviation : nil,
      halfRangePercent: sample.flatMap {
        $0.mean > 0 ? 100 * ($0.maximum - $0.minimum) / (2 * $0.mean) : nil
      }
    )
  }

  private func picture(_ readings: [WaferReading]) -> [UInt8] {
    let isGenerated = readings.contains(where: \.isGenerated)
    return WaferGalleryPicture(
      title: "\(readings[0].axis.label), lot \(lot)",
      subtitles: [isGenerated ? "generated values, wafers marked *" : "measured values"],
      wafer: DrawnWafer.of(readings[0].wafer),
      content: .values(
        readings.map {
          WaferGalleryPicture.Entry(
            name: $0.wafer.code + ($0.isGenerated ? "*" : ""),
            sites: $0.siteValues
          )
        },
        quantity: readings[0].axis,
        map: .sequential
      )
    )
    .svg()
  }

  private static func csv(_ readings: [WaferReading]) -> String {
    "wafer,site,xMm,yMm,value,generated\n"
      + readings.flatMap { reading in
        reading.places.map {
          "\(reading.wafer.code),\($0.site.name),\($0.site.x),\($0.site.y),"
            + "\($0.value.map { "\($0)" } ?? ""),\(reading.isGenerated ? 1 : 0)\n"
        }
      }
      .joined()
  }
}
