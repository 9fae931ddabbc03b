import FabDiagnostics
import FabMetrology
import FabNumerics
import Testing

@Suite struct AbsorptionEdgeTests {
  private func spectrum(
    _ film: SyntheticEdge = SyntheticEdge(),
    over range: ClosedRange<Double> = 700...850
  ) -> (wavelengths: [Double], absorbances: [Double]) {
    var generator = Xoshiro256(seed: 3)
    return film.spectrum(over: range, step: 1, noise: 1e-4, using: &generator)
  }

  @Test func methodsHaveOneTextEach() {
    #expect(EdgeMethod.defaultSigmoid.text == "edge:sigmoid+line 740-815 nm")
    #expect(EdgeMethod.defaultTauc.text == "edge:tauc-direct 1.615-1.7 eV best of 0.05 eV")
    #expect(
      EdgeMethod.sigmoid(window: 740.5...815).text != EdgeMethod.sigmoid(window: 740...815).text
    )
    #expect(PeakMethod.defaultFit.text == "peak:pseudo-voigt+line Ka1+Ka2 13.6-14.6 deg")
  }

  @Test func theOrderOfTheScanDoesNotMatter() throws {
    let (x, y) = spectrum()
    let up = try AbsorptionEdge().estimate(name: "s", wavelengths: x, absorbances: y)
    let down = try AbsorptionEdge()
      .estimate(name: "s", wavelengths: x.reversed(), absorbances: y.reversed())
    #expect(up == down)
    #expect(up.method == EdgeMethod.defaultSigmoid.text)
    #expect(up.unit == "nm")
    #expect(up.flags.isEmpty)
  }

  @Test func saturatedPointsAreLeftOutAndSaid() throws {
    let (x, thick) = spectrum(SyntheticEdge(relativeThickness: 1))
    let y = zip(x, thick).map { $0 < 735 ? 5 : $1 }
    let estimate = try AbsorptionEdge().estimate(name: "s", wavelengths: x, absorbances: y)
    #expect(estimate.flags == [.saturated])
    let all = zip(x, thick).map { $0 < 760 ? 5 : $1 }
    #expect(throws: DiagnosticError.self) {
      try AbsorptionEdge().estimate(name: "s", wavelengths: x, absorbances: all)
    }
  }

  @Test func aSlopingBaseAndFringesAreFlagged() throws {
    let (x, y) = spectrum()
    let tilted = zip(x, y).map { $1 + 2e-3 * ($0 - 815) }
    #expect(
      try AbsorptionEdge().estimate(name: "s", wavelengths: x, absorbances: tilted).flags
        .contains(.baselineSlope)
    )
    let (u, v) = spectrum(SyntheticEdge(fringeAmplitude: 0.1, opticalPath: 60_000))
    #expect(
      try AbsorptionEdge(method: .defaultInflection)
        .estimate(name: "s", wavelengths: u, absorbances: v).flags.contains(.fringes)
    )
  }

  @Test func anEdgeAtTheEndOfTheWindowIsFlagged() throws {
    let (x, y) = spectrum()
    // The steepest place is at 771 nm; with the smoothing the window ends at 770 nm.
    let estimate = try AbsorptionEdge(method: .inflection(window: 740...776, smoothing: 12))
      .estimate(name: "s", wavelengths: x, absorbances: y)
    #expect(estimate.flags.contains(.windowHit))
  }

  @Test(arguments: [
    EdgeMethod.defaultSigmoid, .defaultInflection, .defaultTauc, .defaultHalfHeight,
  ])
  func spectraWithoutAnEdgeAreRefused(method: EdgeMethod) {
    let short = spectrum(over: 700...780)
    #expect(throws: DiagnosticError.self, "no base line") {
      try AbsorptionEdge(method: method)
        .estimate(name: "s", wavelengths: short.wavelengths, absorbances: short.absorbances)
    }
    #expect(throws: DiagnosticError.self, "no point") {
      try AbsorptionEdge(method: method).estimate(name: "s", wavelengths: [], absorbances: [])
    }
    let x = (700...850).map(Double.init)
    if method != .defaultInflection {
      #expect(throws: DiagnosticError.self, "rises instead of falling") {
        try AbsorptionEdge(method: method)
          .estimate(name: "s", wavelengths: x, absorbances: x.map { 0.01 * ($0 - 700) })
      }
    }
    #expect(throws: DiagnosticError.self, "NaN") {
      try AbsorptionEdge(method: method)
        .estimate(name: "s", wavelengths: x, absorbances: x.map { _ in .nan })
    }
  }
}
