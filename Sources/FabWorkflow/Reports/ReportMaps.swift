import FabLayout
import FabReports
import FabStore

/// The wafer maps of a report: bins with the tiles of components, and values on one scale.
struct ReportMaps {
  let data: ReportData

  private var note: String {
    "front side, origin at the wafer's centre" + (data.isGenerated ? "; generated data" : "")
  }

  /// The looks of the bins of all wafers, those of the first wafer's rules first.
  private var palette: BinPalette {
    var rulesets: [(name: String, bins: [BinDefinition])] = []
    for source in data.wafers.compactMap(\.bins)
    where !rulesets.contains(where: { $0.name == source.ruleset }) {
      rulesets.append((source.ruleset, source.definitions.values.flatMap { $0 }))
    }
    return BinPalette(storedRulesets: rulesets.map(\.bins))
  }

  /// The bins of each wafer.
  var binFigures: [ReportFigure] {
    data.wafers.compactMap { one in
      guard let source = one.bins, let outline = one.outline else { return nil }
      let code = one.wafer.code
      return ReportFigure(
        name: "bins-\(code)",
        svg: WaferBinPicture(
          title: "Bins of \(code)\(data.mark)",
          subtitles: ["binning \(source.pass.pass), \(source.pass.origin)", note],
          wafer: outline,
          sites: Self.sites(one, source, showsComponents: true),
          palette: BinPalette(storedRulesets: [source.definitions.values.flatMap { $0 }])
        )
        .svg(),
        caption: "bins of \(code), binning \(source.pass.pass) of \(source.pass.at.day); \(note)"
      )
    }
  }

  /// The bins of all wafers side by side; `nil` for fewer than two.
  var binGallery: ReportFigure? {
    let shown = data.wafers.filter { $0.bins != nil && $0.outline != nil }
    guard shown.count > 1, let outline = shown[0].outline else { return nil }
    let entries = shown.compactMap { one in
      one.bins.map {
        WaferGalleryPicture.Entry(
          name: one.wafer.code,
          sites: Self.sites(one, $0, showsComponents: false)
        )
      }
    }
    return ReportFigure(
      name: "gallery-bins",
      svg: WaferGalleryPicture(
        title: "Bins of \(data.subject.text)\(data.mark)",
        subtitles: ["n = \(shown.count) wafers; \(note)"],
        wafer: outline,
        content: .bins(entries, palette: palette)
      )
      .svg(),
      caption: "bins of the PCUs of \(shown.count) wafers; \(note)"
    )
  }

  /// Maps of a quantity on all wafers, on one scale; `nil` where nothing was measured at sites.
  func gallery(_ quantity: ReportQuantity) -> ReportFigure? {
    let shown = data.wafers.filter {
      $0.outline != nil && !($0.values[quantity.name] ?? [:]).isEmpty
    }
    guard let outline = shown.first?.outline else { return nil }
    let values = shown.flatMap { $0.numbers(of: quantity) }
    let title = "\(quantity.heading)\(data.mark)"
    let subtitles = ["n = \(values.count) values on \(shown.count) wafers; \(note)"]
    let svg: [UInt8]
    if shown.count == 1 {
      svg =
        WaferValuePicture(
          title: "\(title) of \(shown[0].wafer.code)",
          subtitles: subtitles,
          wafer: outline,
          sites: Self.sites(shown[0], quantity),
          quantity: quantity.axis(for: values)
        )
        .svg()
    } else {
      svg =
        WaferGalleryPicture(
          title: title,
          subtitles: subtitles,
          wafer: outline,
          content: .values(
            shown.map { .init(name: $0.wafer.code, sites: Self.sites($0, quantity)) },
            quantity: quantity.axis(for: values),
            map: .sequential
          )
        )
        .svg()
    }
    return ReportFigure(
      name: "map-\(quantity.name)",
      svg: svg,
      caption: "\(quantity.heading), all wafers on one scale; \(subtitles[0])"
    )
  }

  private static func sites(
    _ one: ReportWafer,
    _ quantity: ReportQuantity
  ) -> [WaferSiteValue] {
    let values = one.values[quantity.name] ?? [:]
    return one.sites.map {
      WaferSiteValue(name: $0.label, box: ReportWafer.box(of: $0), value: values[$0.label])
    }
  }

  private static func sites(
    _ one: ReportWafer,
    _ source: WaferBinSource,
    showsComponents: Bool
  ) -> [WaferSiteBin] {
    one.sites.map { site in
      WaferSiteBin(
        name: site.label,
        box: ReportWafer.box(of: site),
        bin: source.bins["PCU"]?[site.label],
        components: showsComponents
          ? ComponentName.allCases.filter { source.bins[$0.rawValue] != nil }
            .map { .init(name: $0.rawValue, bin: source.bins[$0.rawValue]?[site.label]) } : []
      )
    }
  }
}
