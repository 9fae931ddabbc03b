import FabNumerics
import Testing

@Suite struct MonotoneCubicTests {
  /// `scipy.interpolate.PchipInterpolator([0, 1, 2.5, 3, 5, 6], [0, 1, 1, 4, 4.5, 2])` of SciPy 1.17.1.
  @Test(arguments: [
    (0.25, 0.35312499999999997), (0.5, 0.675), (1.7, 1.0), (2.75, 2.463235294117647),
    (4, 4.397058823529412), (5.5, 3.677083333333333),
  ])
  func agreesWithSciPy(place: Double, expected: Double) throws {
    let curve = try #require(MonotoneCubic(x: [0, 1, 2.5, 3, 5, 6], y: [0, 1, 1, 4, 4.5, 2]))
    #expect(abs(curve.value(at: place) - expected) < 1e-14)
  }

  @Test func passesThroughItsPointsAndHoldsItsEnds() throws {
    let x = [0, 1, 2.5, 3, 5, 6]
    let y = [0, 1, 1, 4, 4.5, 2]
    let curve = try #require(MonotoneCubic(x: x, y: y))
    for (place, value) in zip(x, y) { #expect(curve.value(at: place) == value) }
    #expect(curve.value(at: -7) == 0)
    #expect(curve.value(at: 7) == 2)
    #expect(curve.value(at: .nan).isNaN)
  }

  @Test func twoPointsMakeALine() throws {
    let line = try #require(MonotoneCubic(x: [1, 3], y: [2, -2]))
    #expect(abs(line.value(at: 1.5) - 1) < 1e-15)
  }

  @Test func monotonePointsGiveAMonotoneCurve() throws {
    var generator = Xoshiro256(seed: 2)
    for _ in 0..<50 {
      var x = [0.0]
      var y = [0.0]
      for _ in 0..<10 {
        x.append(x[x.count - 1] + generator.uniformDeviate())
        let rise = generator.uniformDeviate()
        y.append(y[y.count - 1] + rise * rise * rise)
      }
      let curve = try #require(MonotoneCubic(x: x, y: y))
      var last = -1.0
      for step in 0...400 {
        let value = curve.value(at: x[10] * Double(step) / 400)
        #expect(value >= last - 1e-15)
        last = value
      }
    }
  }

  @Test func refusesWhatIsNoFunction() {
    #expect(MonotoneCubic(x: [1], y: [1]) == nil)
    #expect(MonotoneCubic(x: [1, 1], y: [1, 2]) == nil)
    #expect(MonotoneCubic(x: [2, 1], y: [1, 2]) == nil)
    #expect(MonotoneCubic(x: [1, 2], y: [1]) == nil)
    #expect(MonotoneCubic(x: [1, 2], y: [1, .nan]) == nil)
  }
}
