import FabReports
import FabXML
import Testing

@Suite struct GenealogyPictureTests {
  /// The heights of boxes by the title in them.
  private func heights(_ picture: PictureText) -> [String: Double] {
    Dictionary(
      picture.elements.filter { $0.name == "text" }
        .map { ($0.text, picture.number("y", of: $0)) }
    ) { first, _ in first }
  }

  private func picture(
    _ names: [[String]],
    _ edges: [(String, String)],
    limit: Int = 18
  ) throws -> PictureText {
    let nodes = names.enumerated()
      .flatMap { layer, names in
        names.map { GenealogyNode(id: $0, layer: layer, title: $0, isHighlighted: $0 == "x9") }
      }
    let picture = GenealogyPicture(
      title: "t",
      layers: names.indices.map { "layer \($0)" },
      nodes: nodes,
      edges: edges.map { GenealogyEdge(from: $0.0, to: $0.1) },
      limit: limit
    )
    return try PictureText(picture.svg())
  }

  @Test func edgesAreUntangled() throws {
    let picture = try picture(
      [["a", "b", "c"], ["p", "q", "r"]],
      [("a", "r"), ("b", "q"), ("c", "p")]
    )
    let places = heights(picture)
    let left = ["a", "b", "c"].map { places[$0] ?? .nan }
    let right = ["r", "q", "p"].map { places[$0] ?? .nan }
    #expect(left == right)
    #expect(Set(left).count == 3)
  }

  @Test func longLayersAreFoldedWithTheirCount() throws {
    let names = (0..<30).map { "x\($0)" }
    let picture = try picture([["lot"], names], names.map { ("lot", $0) }, limit: 5)
    #expect(picture.texts.contains("and 26 more"))
    #expect(picture.texts.contains("of 30"))
    #expect(picture.texts.contains("layer 1 (30)"))
    // What was asked for stays, though it comes late in the list.
    #expect(picture.texts.contains("x9"))
    #expect(picture.texts.count { $0.hasPrefix("x") } == 4)
    let curves = picture.elements.filter { ($0.attribute("d") ?? "").contains("C") }
    #expect(curves.count == 5)
  }

  @Test func strayEdgesAndEmptyPicturesAreNoHarm() throws {
    let stray = try picture([["a"], ["b"]], [("a", "zz"), ("a", "a"), ("a", "b"), ("a", "b")])
    #expect(stray.elements.count { ($0.attribute("d") ?? "").contains("C") } == 1)
    #expect(try picture([[], []], []).texts.contains("nothing to show"))
    let empty = GenealogyPicture(title: "t", layers: [], nodes: [], edges: [])
    #expect(!empty.svg().isEmpty)
  }

  @Test func equalInputGivesEqualBytesOnPaperAcross() throws {
    let one = SamplePictures.genealogy(wafers: 60)
    #expect(one.svg() == one.svg())
    let size = try PictureText(one.svg()).root.attribute("viewBox")?.split(separator: " ")
      .compactMap { Double($0) }
    #expect(size.map { $0[2] <= 277 && $0[3] <= 210 } == true)
  }
}
