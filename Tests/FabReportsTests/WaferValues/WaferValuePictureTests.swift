import FabDiagnostics
import FabLayout
import FabReports
import FabXML
import Testing

@Suite struct WaferValuePictureTests {
  @Test func cellsStandAtTheTruePlacesOfPCUs() throws {
    let samples = try SamplePictures()
    let picture = try PictureText(samples.value.svg())
    for site in samples.layout.pcus {
      let rect = try #require(picture.boxes(named: site.name).first, "\(site.name)")
      let box = site.box.millimetres
      #expect(picture.number("x", of: rect) == box.x0)
      #expect(picture.number("y", of: rect) == -box.y1)
      #expect(picture.number("width", of: rect) == box.x1 - box.x0)
    }
    #expect(samples.value.svg() == samples.value.svg())
  }

  private func picture(
    _ values: [Double?],
    range: ClosedRange<Double>? = 0...10,
    map: ColorMap = .sequential
  ) throws -> PictureText {
    let wafer = try SamplePictures().wafer
    let sites = values.enumerated()
      .map { index, value in
        let x = Double(index) * 6 - 20
        return WaferSiteValue(
          name: "P\(index)",
          box: MillimetreBox(x0: x, y0: 0, x1: x + 5, y1: 5),
          value: value
        )
      }
    let picture = WaferValuePicture(
      title: "t",
      wafer: wafer,
      sites: sites,
      quantity: ChartAxis("v", unit: "nm", range: range),
      map: map
    )
    return try PictureText(picture.svg())
  }

  private func fill(_ picture: PictureText, _ name: String) -> String? {
    picture.boxes(named: name).first?.attribute("fill")
  }

  @Test func whatIsOutsideTheRangeIsATriangleAndNotAColour() throws {
    let picture = try picture([0, 10, 10.5, -1, nil, .nan, .infinity])
    #expect(fill(picture, "P0") == "#440154")
    #expect(fill(picture, "P1") == "#fde725")
    #expect(fill(picture, "P2") == "#ffffff" && fill(picture, "P3") == "#ffffff")
    #expect(["P4", "P5", "P6"].allSatisfy { fill(picture, $0) == "#bdbdbd" })
    let triangles = picture.elements.filter {
      $0.name == "path" && $0.attribute("fill") == "#000000"
    }
    #expect(triangles.count == 2)
    for note in [
      "n = 4", "3 without value (grey)", "1 above the range (▲)", "1 below the range (▼)",
    ] {
      #expect(picture.texts.contains(note), "\(note)")
    }
    #expect(picture.texts.contains("v (nm)"))
  }

  @Test func excludedSitesAreDimAndDoNotCount() throws {
    let picture = try PictureText(SamplePictures().value.svg())
    let dim = picture.elements.filter { $0.attribute("opacity") == "0.3" }
    #expect(dim.count == 1)
    #expect(dim.first?.children.first?.text.hasPrefix("S06:") == true)
    #expect(picture.texts.joined(separator: " ").contains("1 at the edge (dim), not counted"))
  }

  @Test func differencesAreEvenAboutZeroAndNeedBothValues() throws {
    let wafer = try SamplePictures().wafer
    func site(_ name: String, _ x: Double, _ value: Double?) -> WaferSiteValue {
      WaferSiteValue(name: name, box: MillimetreBox(x0: x, y0: 0, x1: x + 5, y1: 5), value: value)
    }
    let difference = WaferValuePicture.difference(
      title: "t",
      wafer: wafer,
      measured: [site("a", 0, 5), site("b", 6, 1), site("c", 12, 2), site("d", 18, nil)],
      predicted: [site("b", 6, 3), site("a", 0, 1), site("d", 18, 1)],
      quantity: ChartAxis("thickness", unit: "nm")
    )
    #expect(difference.sites.map(\.value) == [4, -2, nil, nil])
    let picture = try PictureText(difference.svg())
    #expect(fill(picture, "a") == "#67001f")
    #expect(fill(picture, "b") != "#053061")
    #expect(picture.texts.contains("\u{2212}2"))
    #expect(picture.texts.contains { $0.hasPrefix("measured") })
  }

  @Test func galleriesHaveOneScaleAndFitThePaper() throws {
    let samples = try SamplePictures()
    for count in [0, 1, 2, 4, 6, 13, 25] {
      let entries = (0..<count)
        .map { WaferGalleryPicture.Entry(name: "W\($0)", sites: samples.values($0)) }
      let gallery = WaferGalleryPicture(
        title: "t",
        wafer: samples.wafer,
        content: .values(entries, quantity: ChartAxis("v", unit: "nm"), map: .sequential)
      )
      let picture = try PictureText(gallery.svg())
      let size = picture.root.attribute("viewBox")?.split(separator: " ").compactMap { Double($0) }
      #expect(size?.last.map { $0 <= 190.01 } == true, "\(count)")
      #expect(picture.texts.count { $0.hasPrefix("W") } == count)
    }
    // A value has one colour on all wafers, though each alone has another range.
    func sites(_ values: [Double]) -> [WaferSiteValue] {
      values.enumerated()
        .map { index, value in
          WaferSiteValue(
            name: "P\(value)",
            box: MillimetreBox(x0: Double(index) * 6, y0: 0, x1: Double(index) * 6 + 5, y1: 5),
            value: value
          )
        }
    }
    let gallery = WaferGalleryPicture(
      title: "t",
      wafer: samples.wafer,
      content: .values(
        [
          WaferGalleryPicture.Entry(name: "a", sites: sites([0, 5])),
          WaferGalleryPicture.Entry(name: "b", sites: sites([5, 10])),
        ],
        quantity: ChartAxis("v"),
        map: .sequential
      )
    )
    let fills = try PictureText(gallery.svg()).boxes(named: "P5.0").map { $0.attribute("fill") }
    #expect(fills.count == 2 && Set(fills).count == 1)
  }
}
