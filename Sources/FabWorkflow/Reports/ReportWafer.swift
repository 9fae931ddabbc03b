import FabDiagnostics
import FabLayout
import FabStore

/// A wafer of a report: its sites, newest values and bins.
struct ReportWafer {
  /// The wafer.
  let wafer: FabStore.Wafer
  /// Its PCUs.
  let sites: [LayoutSite]
  /// The newest bins; `nil` where it was never binned.
  let bins: WaferBinSource?
  /// The sets that count, oldest first.
  let sets: [MeasurementSet]
  /// The newest value of each site, by name of the quantity and of the site.
  let values: [String: [String: Double]]
  /// Values at places without a name, by quantity.
  let free: [String: [Double]]

  init(_ wafer: FabStore.Wafer, from reader: StoreReader) throws(DiagnosticError) {
    self.wafer = wafer
    if let layout = wafer.layout {
      sites = try reader.all(
        LayoutSite.self,
        where: ["layout": .text(layout), "kind": .text("pcu")]
      )
    } else {
      sites = []
    }
    let passes = try reader.all(BinPass.self, where: ["wafer": .text(wafer.code)])
    bins =
      wafer.layout == nil || passes.isEmpty
      ? nil : try WaferBinSource(of: wafer.code, from: reader)
    sets = try reader.measurementSets(wafer: wafer.code)
    let labels = Dictionary(sites.map { ($0.id, $0.label) }) { first, _ in first }
    var values: [String: [String: Double]] = [:]
    var free: [String: [Double]] = [:]
    for set in sets {
      let name = Self.name(of: set)
      for value in try reader.values(of: set) {
        guard let number = value.value, !value.flags.contains(.excluded) else { continue }
        if let label = value.site.flatMap({ labels[$0] }) {
          values[name, default: [:]][label] = number
        } else {
          free[name, default: []].append(number)
        }
      }
    }
    self.values = values
    self.free = free
  }

  /// The name of what a set measured.
  static func name(of set: MeasurementSet) -> String {
    set.component.isEmpty ? set.characteristic : "\(set.component).\(set.characteristic)"
  }

  /// Whether any value was computed.
  var isGenerated: Bool { sets.contains { $0.generated != 0 } }

  /// The values of a quantity at all places.
  func numbers(of quantity: ReportQuantity) -> [Double] {
    let named = values[quantity.name] ?? [:]
    return sites.compactMap { named[$0.label] } + (free[quantity.name] ?? [])
  }

  /// The wafer as pictures draw it; `nil` for a diameter that no standard wafer has.
  var outline: FabLayout.Wafer? {
    let nanometres = Int((wafer.diameterMm * 1e6).rounded())
    guard let size = WaferSize.allCases.first(where: { abs($0.diameter - nanometres) < 1_000_000 })
    else { return nil }
    let exclusion = Int((wafer.edgeExclusionMm * 1e6).rounded())
    let mark: WaferMark = wafer.flatMm != nil && size.primaryFlat != nil ? .flat : .none
    return FabLayout.Wafer(size: size, mark: mark, edgeExclusion: exclusion)
  }

  /// The frame of a site.
  static func box(of site: LayoutSite) -> MillimetreBox {
    let (x, y) = (Double(site.xUm) / 1000, Double(site.yUm) / 1000)
    let (width, height) = (Double(site.widthUm) / 2000, Double(site.heightUm) / 2000)
    return MillimetreBox(x0: x - width, y0: y - height, x1: x + width, y1: y + height)
  }
}
