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
        palette: palette
      )
      .svg()
    }
    return WaferGalleryPicture(
      title: "Bins of \(reading.place)",
      subtitles: [subtitle],
      wafer: DrawnWafer.of(wafers[0].wafer),
      content: .bins(
        wafers.map { wafer in
          WaferGalleryPicture.Entry(
            name: "\(wafer.wafer.code)\(wafer.isGenerated ? "*" : "")",
            sites: Self.sites(wafer, hasTiles: false)
          )
        },
        palette: palette
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

  private var palette: BinPalette { BinPalette(storedRulesets: [reading.bins]) }
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
