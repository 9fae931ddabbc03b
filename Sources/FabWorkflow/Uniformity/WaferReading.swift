import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// The values of one characteristic on one wafer: of several sets the newest counts at each place.
struct WaferReading {
  /// A measured place.
  struct Place {
    let site: SamplingSite
    let box: MillimetreBox
    /// `nil` where nothing could be measured.
    let value: Double?
    /// Whether it lies in the rim that isn't to carry devices.
    let isExcluded: Bool
  }

  let wafer: FabStore.Wafer
  let characteristic: Characteristic
  let component: String
  let places: [Place]
  let isGenerated: Bool

  /// The size at which places without a cell are drawn.
  private static let spot = 2.0

  /// Reads the values.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `no-measurement` where there are none.
  init(
    _ code: String,
    characteristic name: String,
    component: String,
    database: String,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    let wafer = try reader.named(FabStore.Wafer.self, code)
    characteristic = try reader.named(Characteristic.self, name)
    let sets = try reader.measurementSets(
      wafer: code,
      characteristic: name,
      component: component
    )
    var sites: [Int64: LayoutSite] = [:]
    if let layout = wafer.layout {
      for site in try reader.all(LayoutSite.self, where: ["layout": .text(layout)]) {
        sites[site.id] = site
      }
    }
    var found: [String: Place] = [:]
    var order: [String] = []
    let limit = (wafer.diameterMm / 2 - wafer.edgeExclusionMm) * (1 + 1e-9)
    for set in sets {
      for row in try reader.values(of: set) where !row.flags.contains(.excluded) {
        let site: SamplingSite
        let box: MillimetreBox
        if let known = row.site.flatMap({ sites[$0] }) {
          site = SamplingSite(known)
          box = known.millimetres
        } else if let x = row.xUm, let y = row.yUm {
          let (x, y) = (Double(x) / 1000, Double(y) / 1000)
          site = SamplingSite(name: "\(x)/\(y)", x: x, y: y)
          let half = Self.spot / 2
          box = MillimetreBox(x0: x - half, y0: y - half, x1: x + half, y1: y + half)
        } else {
          continue
        }
        if found[site.name] == nil { order.append(site.name) }
        found[site.name] = Place(
          site: site,
          box: box,
          value: row.value,
          isExcluded: site.radius > limit
        )
      }
    }
    guard !found.isEmpty else {
      let part = component.isEmpty ? "" : " of \(component)"
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(database),
          "'\(name)'\(part) wasn't measured on wafer '\(code)'",
          fixes: ["see what was with 'pcu-fab measure list --wafer \(code)'"]
        )
      )
    }
    self.wafer = wafer
    self.component = component
    places = order.compactMap { found[$0] }
    isGenerated = sets.contains { $0.generated != 0 }
  }

  /// The places that count.
  var counted: [Place] { places.filter { !$0.isExcluded } }

  /// What is measured with its unit.
  var axis: ChartAxis {
    let title = characteristic.title ?? characteristic.code
    return ChartAxis(
      component.isEmpty ? title : "\(title) of \(component)",
      unit: characteristic.unit == "1" ? "" : characteristic.unit
    )
  }

  /// The values as pictures take them.
  var siteValues: [WaferSiteValue] {
    places.map {
      WaferSiteValue(name: $0.site.name, box: $0.box, value: $0.value, isExcluded: $0.isExcluded)
    }
  }
}
