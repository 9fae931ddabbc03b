import FabCircuit
import Testing

@Suite struct CrossbarStudyTests {
  private static let selector = CrossbarStudy.Request.Selector(
    saturationCurrent: 1e-10,
    slopeVoltage: 0.0466,
    seriesResistance: 50
  )

  private static func request(
    selector: CrossbarStudy.Request.Selector? = nil,
    segment: Double = 10,
    inputs: CrossbarStudy.Request.Inputs = .random
  ) -> CrossbarStudy.Request {
    CrossbarStudy.Request(
      rows: 12,
      columns: 9,
      conductances: 1e-6...1e-4,
      wordSegment: segment,
      bitSegment: segment,
      sourceResistance: segment,
      selector: selector,
      amplitude: 1,
      inputs: inputs,
      seed: 3
    )
  }

  @Test(arguments: [nil, Self.selector])
  func linesOfZeroOhmGiveTheIdealOutputs(selector: CrossbarStudy.Request.Selector?) throws {
    let study = try CrossbarStudy(Self.request(selector: selector, segment: 0))
    // Solves of perfect lines are exact but for rounding, and for the tolerance of Newton's method.
    #expect(study.largestError < 1e-10)
    #expect(study.cellVoltageRatios.allSatisfy { abs($0 - 1) < 1e-10 })
  }

  @Test(arguments: [nil, Self.selector])
  func resistanceTakesVoltageFromEveryCell(selector: CrossbarStudy.Request.Selector?) throws {
    let study = try CrossbarStudy(Self.request(selector: selector, inputs: .alike))
    #expect(study.cellVoltageRatios.count == 12 * 9)
    #expect(study.cellVoltageRatios.allSatisfy { $0 > 0 && $0 < 1 })
    // Word lines fall from left to right, bit lines rise from the bottom up.
    #expect(study.cellVoltageRatios[8] < study.cellVoltageRatios[11 * 9])
    #expect(study.relativeErrors.allSatisfy { $0 < 0 })
    #expect(study.largestError == abs(study.relativeErrors[study.worstColumn]))
    #expect(study.largestError == study.relativeErrors.map(abs).max())
    let mean = study.relativeErrors.reduce(0, +) / -9
    #expect(abs(study.meanError - mean) < 1e-15)
  }

  @Test func numbersAreThoseOfTheArrayItself() throws {
    let request = Self.request()
    let study = try CrossbarStudy(request)
    let lines = try CrossbarLines(
      rows: 12,
      columns: 9,
      wordSegment: 10,
      bitSegment: 10,
      source: 10
    )
    let found = try LinearCrossbar(lines: lines, conductances: study.conductances)
      .solution(for: study.inputs)
    #expect(study.outputs == found.outputs)
    #expect(study.iterations == found.iterations)
    #expect(study.conductances.allSatisfy { request.conductances.contains($0) })
    #expect(study.inputs.allSatisfy { $0 > 0 && $0 <= 1 })
    #expect(Set(study.inputs).count == 12)
  }

  @Test(arguments: [nil, Self.selector])
  func isTheSameForASeed(selector: CrossbarStudy.Request.Selector?) throws {
    var request = Self.request(selector: selector)
    let study = try CrossbarStudy(request)
    #expect(try CrossbarStudy(request, threads: 1) == study)
    request.seed = 4
    #expect(try CrossbarStudy(request).conductances != study.conductances)
  }

  @Test func refusesNonsense() throws {
    func refuses(
      _ error: CrossbarError,
      _ change: (inout CrossbarStudy.Request) -> Void
    ) {
      var request = Self.request(selector: Self.selector)
      change(&request)
      #expect(throws: error) { try CrossbarStudy(request) }
    }
    refuses(.empty(rows: 0, columns: 9)) { $0.rows = 0 }
    refuses(.empty(rows: 12, columns: -1)) { $0.columns = -1 }
    refuses(.outOfRange(quantity: .conductance, index: 0, found: 0)) { $0.conductances = 0...1 }
    refuses(.outOfRange(quantity: .input, index: 0, found: 0)) { $0.amplitude = 0 }
    refuses(.outOfRange(quantity: .wordSegment, index: 0, found: -1)) { $0.wordSegment = -1 }
    refuses(.outOfRange(quantity: .saturationCurrent, index: 0, found: 0)) {
      $0.selector?.saturationCurrent = 0
    }
  }
}
