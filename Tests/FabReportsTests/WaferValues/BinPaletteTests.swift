import FabReports
import Testing

@Suite struct BinPaletteTests {
  private func bins(
    _ component: String,
    _ codes: [Int],
    _ quality: WaferBin.Quality = .fail
  )
    -> [WaferBin]
  {
    codes.map { WaferBin(components: [component], code: $0, name: "bin \($0)", quality: quality) }
  }

  @Test func noTwoBinsOfRulesLookAlike() {
    let all =
      bins("PCU", Array(1...9), .pass) + bins("PCU", Array(40...80)) + bins("D1", Array(81...240))
      + bins("D1", [250, 251], .skip)
    let palette = BinPalette([all])
    let looks = all.map { palette.look(of: $0.code, component: $0.components[0]) }
    #expect(Set(looks).count == all.count)
    #expect(!looks.contains(palette.look(of: 255, component: "PCU")))
    // Colours say whether devices pass: no colour serves two qualities.
    let colors = Dictionary(grouping: zip(all, looks), by: \.0.quality)
      .mapValues { Set($0.map(\.1.color)) }
    #expect(colors.count == 3)
    #expect(colors.values.reduce(0) { $0 + $1.count } == Set(looks.map(\.color)).count)
  }

  @Test func aLookFollowsFromRulesComponentAndCode() {
    let rules = bins("PCU", [1], .pass) + bins("PCU", [40, 41]) + bins("D1", [10, 11])
    let alone = BinPalette([rules])
    let reversed = BinPalette([rules.reversed()])
    let withOthers = BinPalette([rules, bins("PCU", [5, 39])])
    for bin in rules {
      let look = alone.look(of: bin.code, component: bin.components[0])
      #expect(reversed.look(of: bin.code, component: bin.components[0]) == look)
      #expect(withOthers.look(of: bin.code, component: bin.components[0]) == look)
    }
    // The bins of whole PCUs have the plain colours, whatever their codes.
    #expect(alone.look(of: 40, component: "PCU").hatch == nil)
    // A code that a component's rules lack is no bin, even if others have it.
    #expect(alone.bin(40, of: "D1") == nil)
    #expect(alone.look(of: 40, component: "D1") != alone.look(of: 40, component: "PCU"))
  }

  @Test func componentsShareABinOfOneNameOnly() {
    let short = WaferBin(components: ["D1"], code: 10, name: "short", quality: .fail)
    var second = short
    second.components = ["D2"]
    var stuck = WaferBin(components: ["M1"], code: 10, name: "stuck", quality: .fail)
    let palette = BinPalette([[short, second, stuck]])
    let look = palette.look(of: 10, component: "D1")
    #expect(palette.look(of: 10, component: "D2") == look)
    #expect(palette.look(of: 10, component: "M1") != look)
    #expect(palette.bins.map(\.components) == [["D1", "D2"], ["M1"]])
    stuck.quality = .skip
    #expect(BinPalette([[stuck]]).look(of: 10, component: "M1").color == "#ffffff")
  }
}
