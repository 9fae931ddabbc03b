import FabReports
import FabXML
import Testing

@Suite struct WaferBinPictureTests {
  private func legend(_ picture: PictureText) -> [String] {
    picture.texts.filter { text in
      SamplePictures.bins.contains { text.hasPrefix("\($0.code) ") && text != "10 mm" }
        || text == "no bin"
    }
  }

  @Test func theLegendHasPassingBinsFirstThenFailingOnesByCount() throws {
    let samples = try SamplePictures()
    let picture = try PictureText(samples.binPicture(hasComponents: false).svg())
    #expect(
      legend(picture).map { $0.prefix { $0 != " " } }
        == ["1", "2", "12", "11", "10", "90", "no"]
    )
    let counts = Dictionary(
      grouping: samples.siteBins(1, hasComponents: false).filter { !$0.isExcluded },
      by: \.bin
    )
    // A bin that no device has isn't listed.
    #expect(counts[13] == nil)
    for bin in SamplePictures.bins where bin.code != 13 {
      #expect(picture.texts.contains("\(counts[bin.code]?.count ?? 0)"))
    }
    // The summary is broken into lines.
    #expect(picture.texts.joined(separator: " ").contains("n = 94 judged; 70 pass (74.5\u{A0}%)"))
  }

  @Test func aBinKeepsItsColourWhateverTheCounts() throws {
    let samples = try SamplePictures()
    var fills: [String: Set<String>] = [:]
    for seed in 0..<5 {
      let sites = samples.siteBins(seed, hasComponents: false)
      let picture = try PictureText(
        WaferBinPicture(
          title: "t",
          wafer: samples.wafer,
          sites: sites,
          palette: BinPalette([
            seed.isMultiple(of: 2) ? SamplePictures.bins : SamplePictures.bins.reversed()
          ])
        )
        .svg()
      )
      for site in sites {
        let rect = try #require(picture.boxes(named: site.name).first)
        fills[site.bin.map(String.init) ?? "none", default: []]
          .insert(rect.attribute("fill") ?? "")
      }
    }
    #expect(fills.count == 7)
    for (bin, colors) in fills { #expect(colors.count == 1, "\(bin): \(colors)") }
    #expect(Set(fills.values.flatMap { $0 }).count == 7)
  }

  @Test func componentsAreTilesInsideTheirPCU() throws {
    let samples = try SamplePictures()
    let picture = try PictureText(samples.binPicture(hasComponents: true).svg())
    let rects = picture.boxes(named: "A1.R1C3")
    #expect(rects.count == 5)
    func edges(_ rect: FabXML.XMLElement) -> (Double, Double, Double, Double) {
      let (x, y) = (picture.number("x", of: rect), picture.number("y", of: rect))
      return (
        x, y, x + picture.number("width", of: rect), y + picture.number("height", of: rect)
      )
    }
    let outer = edges(rects[0])
    for tile in rects.dropFirst() {
      let inner = edges(tile)
      #expect(inner.0 > outer.0 && inner.1 > outer.1 && inner.2 < outer.2 && inner.3 < outer.3)
    }
    for name in ["D1", "D2", "M1", "M2"] { #expect(picture.texts.contains(name)) }
  }

  @Test func galleriesCountOverAllWafers() throws {
    let samples = try SamplePictures()
    let picture = try PictureText(samples.binGallery.svg())
    let all = (0..<3).flatMap { samples.siteBins($0, hasComponents: false) }
      .filter { !$0.isExcluded }
    #expect(picture.texts.contains("\(all.count { $0.bin == 1 })"))
    #expect(picture.texts.contains("W2026-02"))
  }
}
