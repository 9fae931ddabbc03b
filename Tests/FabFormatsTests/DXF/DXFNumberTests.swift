import FabGeometry
import FabLayout
import FabNumerics
import FabRecipe
import Testing

@testable import FabFormats

@Suite struct DXFNumberTests {
  @Test(arguments: [
    (0, "0.000000"), (1, "0.000001"), (-1, "-0.000001"), (1_000_000, "1.000000"),
    (-50_000_001, "-50.000001"), (2_147_483_647, "2147.483647"), (-2_147_483_648, "-2147.483648"),
  ])
  func writesNanometresAsMillimetres(value: Int, text: String) {
    #expect(DXFGroups.millimetres(value) == text)
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "0.0"), (1.0, "1.0"), (-1.0, "-1.0"), (1e-7, "0.0000001"),
    (0.41421356237309503, "0.41421356237309503"), (1.25e-5, "0.0000125"), (120.0, "120.0"),
  ])
  func writesNumbersWithoutExponent(value: Double, text: String) {
    #expect(DXFGroups.plain(value) == text)
    #expect(Double(text) == value)
  }

  /// The radius of any arc survives the way through the digits of its bulge.
  @Test func readsBackEveryRadius() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5000 {
      let start = Point(0, 0)
      let end = Point(
        Int.random(in: 1...100_000_000, using: &random),
        Int.random(in: -100_000_000...100_000_000, using: &random)
      )
      let (dx, dy) = (Double(end.x), Double(end.y))
      let smallest = Int32(((dx * dx + dy * dy).squareRoot() / 2).rounded(.up))
      let arc = Arc(
        radius: Int32.random(in: smallest...smallest * 10, using: &random),
        isCounterclockwise: Bool.random(using: &random)
      )
      let digits = DXFGroups.plain(DXFBulge.value(of: arc, from: start, to: end))
      #expect(Double(digits).flatMap { DXFBulge.arc(of: $0, from: start, to: end) } == arc)
    }
  }

  @Test(arguments: [
    Purpose.aperture, .sheet, .reference, .registration, .marking, .datatype(17),
  ])
  func namesLayersBothWays(purpose: Purpose) {
    let layer = Layer(LevelName("AU"), purpose)
    #expect(DXFLayerName.layer(of: DXFLayerName.text(of: layer)) == layer)
  }
}
