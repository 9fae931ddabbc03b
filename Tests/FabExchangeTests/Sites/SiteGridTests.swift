import FabDiagnostics
import FabExchange
import Testing

@Suite struct SiteGridTests {
  @Test func arraysBecomeBlocksAtTheirTruePositions() throws {
    let grids = try SampleWafer.grids()
    #expect(grids.map(\.layout) == ["array", "single"])
    let array = grids[0]
    #expect(array.isExact)
    #expect(array.grid.columns == 9 && array.grid.rows == 9)
    #expect(array.grid.blocks?.columns == 3)
    #expect(array.grid.blocks?.step == MapVector(x: 18.5, y: 18.5))
    for site in SampleWafer.sites where site.group == "array" {
      let place = try #require(array.places[site.name])
      #expect(array.grid.position(of: place) == site.position, "\(site.name)")
    }
  }

  @Test func singlesKeepTheirOrderAndSayThatDistancesAreLost() throws {
    let grid = try #require(try SampleWafer.grids().last)
    #expect(!grid.isExact)
    #expect(grid.grid.columns == 7 && grid.grid.rows == 7)
    let places = grid.places
    #expect(places["S01"] == GridPlace(column: 1, row: 6))
    #expect(places["S06"] == GridPlace(column: 6, row: 5))
    #expect(Set(places.values).count == 20)
  }

  @Test func multiplesOfThePitchAreOneGridWithGaps() throws {
    let sites = [(0.0, 0.0), (5, 0), (15, 10)].enumerated()
      .map {
        MapSite(
          name: "P\($0)",
          group: "g\($0)",
          position: MapVector(x: $1.0 - 7.5, y: $1.1)
        )
      }
    let grids = try SiteGrid.grids(of: sites, pitch: MapVector(x: 5, y: 5))
    #expect(grids.count == 1)
    #expect(grids[0].layout == "Device")
    #expect(grids[0].grid.columns == 4 && grids[0].grid.rows == 3)
    #expect(grids[0].places["P2"] == GridPlace(column: 3, row: 2))
  }

  @Test func positionsAreComparedToAMicrometre() throws {
    let sites = [
      MapSite(name: "a", group: "g", position: MapVector(x: 0.000_000_3, y: 0)),
      MapSite(name: "b", group: "g", position: MapVector(x: 0.1 + 0.2, y: 0.000_000_4)),
    ]
    let grids = try SiteGrid.grids(of: sites, pitch: MapVector(x: 0.3, y: 0.3))
    #expect(grids[0].grid.columns == 2 && grids[0].grid.rows == 1)
  }

  @Test func whatCannotBeLaidOutIsRefused() throws {
    let pitch = MapVector(x: 5, y: 5)
    func site(_ name: String, _ x: Double) -> MapSite {
      MapSite(name: name, group: "g", position: MapVector(x: x, y: 0))
    }
    func codes(_ sites: [MapSite], _ pitch: MapVector) -> [DiagnosticCode] {
      refusal { _ = try SiteGrid.grids(of: sites, pitch: pitch) }.map(\.code)
    }
    #expect(codes([], pitch) == [.noMeasurement])
    #expect(codes([site("a", 0), site("a", 5)], pitch) == [.duplicateName])
    #expect(codes([site("a", 0), site("b", 0)], pitch) == [.duplicateName])
    #expect(codes([site("a", .nan)], pitch) == [.notFinite])
    #expect(codes([site("../a", 0)], pitch) == [.invalidName])
    #expect(codes([site("a", 0)], MapVector(x: .nan, y: 1)) == [.outOfRange])
  }

  @Test func binsOfUnknownSitesAreRefused() throws {
    var bins = SampleWafer.bins()
    bins.layers[0].bins["A5.R2C4"] = 1
    let messages = refusal { _ = try bins.maps(on: SampleWafer.grids()) }
    #expect(messages.first?.code == .unknownReference)
    #expect(messages.first?.summary.contains("did you mean 'A5.R2C") == true)
  }
}
