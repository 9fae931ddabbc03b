import FabDiagnostics
import FabLayout
import FabQuality
import FabReports
import FabStore

/// The bins of wafers as pictures.
struct BinMaps {
  let reading: YieldReading

  /// One wafer with the tiles of its components, or a gallery of all.
  var svg: [UInt8] {
    let wafers = reading.wafers
    let subtitle = reading.isGenerated ? "generated values" : "measured values"
    if wafers.count == 1 {
      return WaferBinPicture(
        title: "Bins of wafer \(wafers[0].wafer.code)",
        subtitles: ["binning \(wafers[0].pass), \(subtitle)"],
        wafer: DrawnWafer.of(wafers[0].wafer),
        sites: Self.sites(wafers[0], hasTiles: true),
        bins: bins(withComponents: true)
      )
      .svg()
    }
    return WaferGalleryPicture(
      title: "Bins of \(reading.title)",
      subtitles: [subtitle],
      wafer: DrawnWafer.of(wafers[0].wafer),
      content: .bins(
        wafers.map { wafer in
          WaferGalleryPicture.Entry(
            name: "\(wafer.wafer.code)\(wafer.isGenerated ? "*" : "")",
            sites: Self.sites(wafer, hasTiles: false)
          )
        },
        bins: bins(withComponents: false)
      )
    )
    .svg()
  }

  private static func sites(_ wafer: BinnedWafer, hasTiles: Bool) -> [WaferSiteBin] {
    zip(wafer.sites, wafer.units)
      .map { site, unit in
        WaferSiteBin(
          name: site.label,
          box: site.millimetres,
          bin: unit.result(of: .unit)?.code,
          components: hasTiles
            ? BinSubject.components.map {
              WaferSiteBin.Component(name: $0.rawValue, bin: unit.result(of: $0)?.code)
            } : []
        )
      }
  }

  /// The bins of PCUs, and those of components that occur; a code that both have means the PCU's.
  private func bins(withComponents: Bool) -> [WaferBin] {
    func bin(_ definition: BinDefinition, _ name: String) -> WaferBin {
      let quality: WaferBin.Quality =
        switch BinQuality(rawValue: definition.quality) {
        case .pass: .pass
        case .fail: .fail
        case .skip, nil: .skip
        }
      return WaferBin(code: definition.code, name: name, quality: quality)
    }
    let own = reading.bins.filter { $0.component == BinSubject.unit.rawValue }
    var result = own.map { bin($0, $0.name) }
    guard withComponents else { return result }
    var counts: [Int: [String]] = [:]
    let units = reading.units
    for subject in BinSubject.components {
      let codes = units.compactMap { $0.result(of: subject)?.code }
      for code in Set(codes) {
        counts[code, default: []].append("\(codes.count { $0 == code }) \(subject.rawValue)")
      }
    }
    for definition in reading.bins.sorted(by: { $0.code < $1.code }) {
      guard let places = counts[definition.code],
        !result.contains(where: { $0.code == definition.code })
      else { continue }
      result.append(bin(definition, "\(definition.name): \(places.joined(separator: ", "))"))
    }
    return result
  }
}

extension LayoutSite {
  /// The frame of the site's cell.
  var millimetres: MillimetreBox {
    let (x, y) = (Double(xUm) / 1000, Double(yUm) / 1000)
    let (width, height) = (Double(widthUm) / 1000, Double(heightUm) / 1000)
    return MillimetreBox(
      x0: x - width / 2,
      y0: y - height / 2,
      x1: x + width / 2,
      y1: y + height / 2
    )
  }
}
