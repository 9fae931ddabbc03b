import FabNumerics
import FabOperators
import Testing

@Suite struct CurveUnitsTests {
  private static let inputs: [Float] = (0..<500).map { 0.1 * Float($0) - 25 } + [.nan]

  private static func evaluate(_ units: CurveUnits, first: Int) -> (values: [Float], outside: Int) {
    var outputs = [Float](repeating: 0, count: inputs.count)
    let outside = inputs.withUnsafeBufferPointer { inputs in
      outputs.withUnsafeMutableBufferPointer { units.evaluate(inputs, into: $0, first: first) }
    }
    return (outputs, outside)
  }

  @Test(
    arguments: [OperatorName.softplus, .sigmoid, .gelu, .exponential],
    [DomainPolicy.clamp, .extrapolate]
  )
  func layersOfUnitsAreUnits(name: OperatorName, policy: DomainPolicy) throws {
    let curve = try CodebookFixture.curve(name)
    let drawn = curve.deviations.draw(7, seed: 3)
    for units in [nil, drawn] {
      var wanted = [Float](repeating: 0, count: Self.inputs.count)
      let count = try Self.inputs.withUnsafeBufferPointer { inputs in
        try wanted.withUnsafeMutableBufferPointer {
          try curve.evaluate(inputs, into: $0, units: units, policy: policy, of: name)
        }
      }
      let found = Self.evaluate(CurveUnits(curve, units: units, policy: policy), first: 14)
      #expect(found.outside == count && count > 1)
      for (value, expected) in zip(found.values, wanted) where !expected.isNaN {
        #expect(abs(value - expected) <= 2e-5 * max(1, abs(expected)), "\(name) \(value)")
      }
      #expect(found.values.last?.isNaN == true)
    }
  }

  @Test func theFirstInputMayBeAnyUnits() throws {
    let curve = try CodebookFixture.curve(.softplus)
    let units = CurveUnits(curve, units: curve.deviations.draw(3, seed: 3), policy: .clamp)
    let (one, next) = (Self.evaluate(units, first: 0).values, Self.evaluate(units, first: 1).values)
    #expect(one[300] != next[300])
    #expect(Self.evaluate(units, first: 3).values[300] == one[300])
  }

  @Test func readingsScatterByTheTable() throws {
    let conditions = try OperatorConditions(readoutSpread: 0.01)
    let entry = try CodebookFixture.entry(.softplus, units: 20, conditions: conditions)
    guard case .curve(let curve) = entry.content else {
      Issue.record("no curve")
      return
    }
    let units = CurveUnits(curve, units: nil, policy: .clamp)
    let inputs: [Float] = [-2, 0.3, 4]
    let pool = NormalPool(seed: 5)
    var normals: [Float] = [0, 0, 0]
    normals.withUnsafeMutableBufferPointer { pool.fill($0, from: 100) }
    func outputs(_ normals: (NormalPool, Int)?) -> [Float] {
      var outputs: [Float] = [0, 0, 0]
      inputs.withUnsafeBufferPointer { inputs in
        outputs.withUnsafeMutableBufferPointer { outputs in
          _ = units.evaluate(inputs, into: outputs, first: 0, normals: normals)
        }
      }
      return outputs
    }
    let (ideal, read) = (outputs(nil), outputs((pool, 100)))
    for (index, input) in inputs.enumerated() {
      let spread = Double(read[index] - ideal[index]) / Double(normals[index])
      let wanted = curve.readoutSpread(at: Double(input))
      #expect(abs(spread / wanted - 1) < 1e-3 && wanted > 0)
    }
  }
}
