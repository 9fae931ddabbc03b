import FabNumerics
import FabOperators
import Foundation
import Testing

@Suite struct SoftmaxUnitsTests {
  private static let names: [OperatorName] = [.softmax, .softmaxComposed, .softmaxTailCurrent]

  private static func units(
    _ name: OperatorName,
    count: Int,
    conditions: OperatorConditions? = nil
  ) throws -> SoftmaxUnits {
    try Codebook(
      identity: CodebookIdentity(name: "test", source: .bench),
      entries: [CodebookFixture.entry(name, units: count, conditions: conditions)]
    )
    .softmax(name)
  }

  private static func ideal(_ x: [Double]) -> [Double] {
    let sum = x.reduce(0) { $0 + exp($1) }
    return x.map { exp($0) / sum }
  }

  @Test(arguments: names) func unitsAreThoseOfTheStudy(name: OperatorName) throws {
    // Offsets of amplifiers belong to the units of the first two; the third draws them anew for every vector.
    let offset = name == .softmaxTailCurrent ? 0 : 1e-3
    let conditions = try OperatorConditions(readoutSpread: 0, amplifierOffset: offset)
    let study = try CodebookFixture.study(name, units: 10, conditions: conditions)
    let units = try Self.units(name, count: 10, conditions: conditions)
    #expect(study.sample.count == 600)
    for unit in 0..<10 {
      let circuit = try units.simulated(unit)
      for vector in 0..<20 {
        let trials = study.sample[60 * unit + 3 * vector..<60 * unit + 3 * vector + 3]
        for (share, trial) in zip(try circuit.shares(trials.map(\.first)), trials) {
          #expect(abs(share - trial.output) < 1e-9, "\(name)")
        }
      }
    }
  }

  @Test(arguments: names) func drawnUnitsErrAsSimulatedOnes(name: OperatorName) throws {
    let study = try CodebookFixture.study(name, units: 400)
    let units = try Self.units(name, count: 400)
    var generator = Xoshiro256(seed: 6)
    var means: [Double] = []
    for number in 0..<400 {
      let unit = try units.draw(UInt64(number), laneCount: 3, seed: 3)
      var sum = 0.0
      for _ in 0..<20 {
        let x = (0..<3).map { _ in 2 * generator.uniformDeviate() - 1 }
        for (share, ideal) in zip(try unit.shares(x), Self.ideal(x)) {
          sum += abs(share / ideal - 1)
        }
      }
      means.append(sum / 60)
    }
    let drawn = try #require(SampleStatistics(means))
    let direct = study.errors.unitMeans
    let error =
      (drawn.standardError * drawn.standardError
      + direct.standardError * direct.standardError)
      .squareRoot()
    #expect(abs(drawn.mean - direct.mean) < 3 * error, "\(name) \(drawn.mean) \(direct.mean)")
  }

  @Test(arguments: names) func moreLanesWorkAtTheSameCurrents(name: OperatorName) throws {
    let units = try Self.units(name, count: 50)
    for laneCount in [2, 24, 96] {
      var generator = Xoshiro256(seed: 6)
      var errors = 0.0
      for number in 0..<UInt64(8) {
        let unit = try units.draw(number, laneCount: laneCount, seed: 3)
        let equal = try unit.shares(Array(repeating: 0, count: laneCount))
        #expect(abs(equal.reduce(0, +) - 1) < 1e-9)
        let x = (0..<laneCount).map { _ in 2 * generator.uniformDeviate() - 1 }
        for (share, ideal) in zip(try unit.shares(x), Self.ideal(x)) {
          errors += abs(share / ideal - 1) / Double(8 * laneCount)
        }
      }
      #expect(errors > 0.002 && errors < 0.2, "\(name) \(laneCount) lanes: \(errors)")
    }
  }

  @Test func inputsBelowTheDomainAreCounted() throws {
    let unit = try Self.units(.softmax, count: 10).simulated(0)
    let inputs: [Float] = [40, 39, 30]
    func evaluate(_ policy: DomainPolicy) throws -> ([Float], Int) {
      var outputs: [Float] = [7, 7, 7]
      let outside = try inputs.withUnsafeBufferPointer { inputs in
        try outputs.withUnsafeMutableBufferPointer {
          try unit.evaluate(inputs, into: $0, policy: policy, of: .softmax)
        }
      }
      return (outputs, outside)
    }
    let natural = try evaluate(.extrapolate)
    #expect(natural.1 == 1)
    let ideal = Self.ideal([0, -1, -10])
    // The circuit's own floor is the saturation current, 1 nA of 660.
    for (share, ideal) in zip(natural.0, ideal) { #expect(abs(Double(share) - ideal) < 0.06) }
    #expect(natural.0[2] < 0.003)
    let clamped = try evaluate(.clamp)
    #expect(clamped.1 == 1 && clamped.0[2] > 0.05)
    #expect(throws: CodebookError.self) { try evaluate(.refuse) }
  }

  @Test(arguments: names) func singlePrecisionIsAsDouble(name: OperatorName) throws {
    let conditions = try OperatorConditions(readoutSpread: 0, amplifierOffset: 1e-3)
    let units = try Self.units(name, count: 10, conditions: conditions)
    for laneCount in [3, 8, 41] {
      let unit = try units.draw(7, laneCount: laneCount, seed: 2)
      var generator = Xoshiro256(seed: 3)
      let reach = name == .softmaxComposed ? 2.0 : 14
      let inputs = (0..<laneCount).map { _ in Float(reach * generator.uniformDeviate()) }
      var outputs = inputs
      _ = try inputs.withUnsafeBufferPointer { inputs in
        try outputs.withUnsafeMutableBufferPointer {
          try unit.evaluate(inputs, into: $0, policy: .extrapolate, of: name)
        }
      }
      let largest = inputs.max() ?? 0
      let expected = try unit.shares(inputs.map { Double($0 - largest + 1) })
      for (output, share) in zip(outputs, expected) {
        #expect(abs(Double(output) - share) < 3e-6 * max(abs(share), 0.01), "\(name)")
      }
    }
  }

  @Test(arguments: names) func rowsAreOneByOne(name: OperatorName) throws {
    let unit = try Self.units(name, count: 10).draw(3, laneCount: 19, seed: 2)
    var generator = Xoshiro256(seed: 5)
    var inputs = (0..<4 * 19).map { _ in Float(3 * generator.uniformDeviate()) }
    inputs[19 + 4] = .infinity
    func evaluate(_ inputs: [Float]) throws -> (outputs: [Float], outside: Int) {
      var outputs = inputs
      let outside = try inputs.withUnsafeBufferPointer { inputs in
        try outputs.withUnsafeMutableBufferPointer {
          try unit.evaluate(inputs, into: $0, policy: .clamp, of: name)
        }
      }
      return (outputs, outside)
    }
    let all = try evaluate(inputs)
    var outside = 0
    for row in 0..<4 {
      let (outputs, count) = try evaluate(Array(inputs[row * 19..<(row + 1) * 19]))
      outside += count
      let same = zip(outputs, all.outputs[row * 19..<(row + 1) * 19])
        .allSatisfy { row == 1 ? $0.isNaN && $1.isNaN : $0 == $1 }
      #expect(same, "\(name) row \(row)")
    }
    #expect(all.outside == outside && outside > 19)
  }

  @Test(arguments: names) func oneTermHasTheWholeShare(name: OperatorName) throws {
    let unit = try Self.units(name, count: 4).draw(0, laneCount: 1, seed: 1)
    #expect(abs(try unit.shares([0])[0] - 1) < 1e-9)
  }

  @Test func drawsRepeat() throws {
    let units = try Self.units(.softmax, count: 20)
    let x = [0.3, -0.2, 0.9, 0.1]
    let shares = try units.draw(4, laneCount: 4, seed: 1, purpose: 2).shares(x)
    #expect(try units.draw(4, laneCount: 4, seed: 1, purpose: 2).shares(x) == shares)
    #expect(try units.draw(5, laneCount: 4, seed: 1, purpose: 2).shares(x) != shares)
    #expect(try units.draw(4, laneCount: 4, seed: 2, purpose: 2).shares(x) != shares)
  }

  @Test(arguments: names) func theMeanUnitTreatsLanesAlike(name: OperatorName) throws {
    let unit = try Self.units(name, count: 40).mean(laneCount: 5)
    let even = try unit.shares([0, 0, 0, 0, 0])
    for share in even { #expect(abs(share - 0.2) < 1e-3, "\(name) \(share)") }
    let shares = try unit.shares([0.5, -0.3, 0.5, 0.1, -0.3])
    #expect(shares[0] == shares[2] && shares[1] == shares[4])
    // What units err by cancels in the mean; what is left is what the circuit itself bends.
    for (share, ideal) in zip(shares, Self.ideal([0.5, -0.3, 0.5, 0.1, -0.3])) {
      #expect(abs(share / ideal - 1) < 0.1, "\(name) \(share) \(ideal)")
    }
  }
}
