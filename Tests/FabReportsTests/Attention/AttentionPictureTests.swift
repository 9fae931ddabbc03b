import FabImage
import FabReports
import FabXML
import Foundation
import Testing

@Suite struct AttentionPictureTests {
  private let question = ["is", "there", "a", "red", "disc"]

  private func picture(layers: [AttentionLayer]) -> AttentionPicture {
    AttentionPicture(
      scene: Raster(
        width: 6,
        height: 6,
        format: .rgb,
        bytes: (0..<108).map { UInt8($0 * 2) }
      ),
      question: question,
      answer: "yes",
      truth: "no",
      layers: layers,
      subtitles: ["model <a> & seed 1"]
    )
  }

  private func layer(_ name: String, patch: Double = 0.1, word: Double = 0.2) -> AttentionLayer {
    AttentionLayer(
      name: name,
      patches: (0..<6).map { row in (0..<6).map { row == 2 && $0 == 3 ? patch : 0.01 } },
      words: [0, 0, 0, word, 0.1]
    )
  }

  private func elements(_ picture: AttentionPicture) throws -> [FabXML.XMLElement] {
    var found: [FabXML.XMLElement] = []
    func visit(_ element: FabXML.XMLElement) {
      found.append(element)
      for child in element.children { visit(child) }
    }
    visit(try XMLDocument.parse(file: "attention.svg", bytes: picture.svg()).root)
    return found
  }

  @Test func everyLayerHasItsMapAndItsWords() throws {
    let picture = picture(layers: [layer("encoder 1"), layer("encoder 2"), layer("decoder 1")])
    let elements = try elements(picture)
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    for name in ["encoder 1", "encoder 2", "decoder 1", "picture"] { #expect(texts.contains(name)) }
    #expect(texts.contains("question: is there a red disc?"))
    #expect(texts.contains("answer of the network: yes"))
    #expect(texts.contains("right answer: no"))
    #expect(texts.contains("model <a> & seed 1"))
    #expect(texts.count { $0 == "red" } == 3)
    #expect(elements.count { $0.name == "image" } == 4)
    #expect(elements.count { $0.attribute("fill-opacity") == "0.62" } == 3 * 36)
    #expect(picture.svg() == picture.svg())
  }

  /// The largest weight has the last colour, and it lies where the weight is.
  @Test func theLargestWeightHasTheLastColor() throws {
    let elements = try elements(picture(layers: [layer("one", patch: 0.5)]))
    let cells = elements.filter { $0.attribute("fill-opacity") == "0.62" }
    let lightest = cells.filter { $0.attribute("fill") == "#fde725" }
    #expect(lightest.count == 1)
    let map = try #require(elements.filter { $0.name == "image" }.last)
    let left = try #require(map.attribute("x").flatMap { Double($0) })
    let top = try #require(map.attribute("y").flatMap { Double($0) })
    #expect(lightest.first?.attribute("x").flatMap { Double($0) } == left + 3 * 8)
    #expect(lightest.first?.attribute("y").flatMap { Double($0) } == top + 2 * 8)
    let texts = elements.filter { $0.name == "text" }.map(\.text)
    // The scale: 0 to the largest weight.
    for number in ["0", "0.125", "0.25", "0.375", "0.5"] { #expect(texts.contains(number)) }
  }

  @Test func theSceneIsInsideThePicture() throws {
    let picture = picture(layers: [layer("one")])
    let images = try elements(picture).filter { $0.name == "image" }
    let links = images.compactMap { $0.attribute("href") }
    let rasters = try links.map { link -> Raster in
      let prefix = "data:image/png;base64,"
      #expect(link.hasPrefix(prefix))
      let data = try #require(Data(base64Encoded: String(link.dropFirst(prefix.count))))
      return try Raster(decoding: Array(data))
    }
    #expect(rasters.count == 2)
    #expect(rasters[0] == picture.scene)
    // Behind the map the same picture in grey.
    let second = try #require(rasters.last)
    #expect((0..<36).allSatisfy { second.bytes[3 * $0] == second.bytes[3 * $0 + 2] })
  }

  @Test func weightsThatCanNotBeAreMarkedAndCounted() throws {
    var broken = layer("one")
    broken.patches[0][0] = .nan
    broken.patches[5][5] = -1
    broken.words = [0.1, .infinity]
    let elements = try elements(picture(layers: [broken]))
    let note = elements.filter { $0.name == "text" }.map(\.text)
      .first { $0.hasPrefix("Colours lie") }
    #expect(note?.contains("3 weights negative or not finite, drawn as crosses.") == true)
    #expect(note?.contains("1 layers with other than one weight a word.") == true)
    #expect(elements.count { $0.name == "line" && $0.attribute("stroke") == "#b2182b" } == 6)
    // Nothing to show, and nothing but zeros, are pictures, too.
    _ = try self.elements(picture(layers: []))
    let zeros = AttentionLayer(name: "z", patches: [[0, 0], []], words: [0, 0, 0, 0, 0])
    _ = try self.elements(picture(layers: [zeros]))
  }
}
