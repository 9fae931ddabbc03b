import FabQuality
import Testing

@Suite struct SamplingSiteTests {
  @Test func theRadiusIsTheDistanceFromTheCentre() {
    #expect(SamplingSite(name: "a", x: -3, y: 4).radius == 5)
  }
}
