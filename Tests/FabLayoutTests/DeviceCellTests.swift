import FabGeometry
import FabLayout
import FabRecipe
import Testing

@Suite struct DeviceCellTests {
  private let flow = PaperFlow.flow

  /// Draws a device in nanometres and returns the shapes of its conductors.
  private func conductors(_ width: Int, _ height: Int) throws -> (bottom: Region, top: Region) {
    let diode = try #require(flow.components(of: .diode).first)
    let block = DeviceCell(component: diode, width: width, height: height)
      .block(named: "D", flow: flow)
    let shapes = block.content
    return (Region(shapes["FTO"] ?? []), Region(shapes["AU"] ?? []))
  }

  @Test(arguments: [100_000, 250_000, 500_000, 1_000_000, 1_499_999, 1_500_001, 4_000_000])
  func conductorsOverlapOnlyInTheDevice(width: Int) throws {
    for height in [100_000, 1_000_001, 3_000_000] {
      let (bottom, top) = try conductors(width, height)
      #expect(bottom.polygons.count == 1)
      #expect(top.polygons.count == 1)
      #expect(bottom.intersection(top) == Region([Polygon(Box(0, 0, width, height))]))
    }
  }
}

extension BlockCell {
  /// The shapes of the only cell by the name of their level.
  fileprivate var content: [String: [Polygon]] {
    var shapes: [String: [Polygon]] = [:]
    for (layer, polygons) in top.shapes where layer.purpose == .aperture {
      shapes[layer.level.text] = polygons
    }
    return shapes
  }
}
