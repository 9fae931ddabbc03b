import FabNumerics
import FabOperators
import FabTensor
import Foundation
import Testing

/// Softmax circuits of the exported module are ours; so is an attention made of all of them.
@Suite(.enabled(if: PyTorchExport.interpreter != nil, "PyTorch isn't installed"))
struct PyTorchSoftmaxTests {
  private let export: PyTorchExport

  init() throws { export = try PyTorchExport() }

  private static let names: [OperatorName] = [.softmax, .softmaxComposed, .softmaxTailCurrent]

  /// The shares of a row in double precision.
  private static func shares(
    _ unit: SoftmaxUnit,
    _ units: SoftmaxUnits,
    _ row: [Double],
    _ policy: DomainPolicy
  ) throws -> [Double] {
    let largest = row.max() ?? 0
    let clamps = policy == .clamp || units.form == .composed
    return try unit.shares(
      row.map { input in
        let value = input - largest + units.range
        return clamps ? max(value, -units.range) : value
      }
    )
  }

  /// The number of inputs of a row outside the domain, as our bulk function counts them.
  private static func countOutside(
    _ unit: SoftmaxUnit,
    _ row: [Double],
    _ policy: DomainPolicy,
    _ name: OperatorName
  ) throws -> Int {
    let inputs = row.map { Float($0) }
    var outputs = inputs
    return try inputs.withUnsafeBufferPointer { inputs in
      try outputs.withUnsafeMutableBufferPointer {
        try unit.evaluate(inputs, into: $0, policy: policy, of: name)
      }
    }
  }

  @Test(arguments: names) func circuitsAreOurs(_ name: OperatorName) throws {
    let units = try export.codebook.softmax(name)
    var random = Xoshiro256(seed: 21)
    let (rows, lanes) = (12, 41)
    let x = (0..<rows * lanes).map { _ in Double(Float(3 * random.normalDeviate())) }
    let found = try export.run(
      """
      x = given["x"].reshape(6, 2, 41)
      for policy in ("clamp", "extrapolate"):
          for bits, dtype in types.items():
              module = book.module("\(name.rawValue)", lanes=41, rows=(2,), policy=policy)
              module.die(9, purpose=2, start=4)
              key = f"{policy} {bits}"
              out[key], out[key + " count"] = module(x.to(dtype)), module.outside
              assert out[key].dtype == dtype and module.inputs == 12 * 41
              out[key + " 10"] = module(x[..., :10].to(dtype))
              module = book.module("\(name.rawValue)", lanes=3, policy=policy)
              module.choose(3)
              out[key + " 3"] = module(x[..., :3].to(dtype))
              module = book.module("\(name.rawValue)", policy=policy)
              out[key + " mean"] = module(x.to(dtype))
      """,
      ["x": x]
    )
    let mean = try units.mean(laneCount: lanes)
    for policy in [DomainPolicy.clamp, .extrapolate] {
      let means = try (0..<rows)
        .flatMap { row in
          try Self.shares(mean, units, Array(x[row * lanes..<(row + 1) * lanes]), policy)
        }
      for (bits, tolerance) in [(32, 1e-6), (64, 1e-10)] {
        let key = "\(policy.rawValue) \(bits) mean"
        PyTorchExport.expect(found[key], is: means, within: tolerance, key)
      }
      for count in [41, 10, 3] {
        var expected: [Double] = []
        var outside = 0
        for row in 0..<rows {
          let unit =
            count == 3
            ? try units.simulated(3)
            : try units.draw(UInt64(4 + row % 2), laneCount: count, seed: 9, purpose: 2)
          let inputs = Array(x[row * lanes..<row * lanes + count])
          expected += try Self.shares(unit, units, inputs, policy)
          outside += try Self.countOutside(unit, inputs, policy, name)
        }
        let suffix = count == 41 ? "" : " \(count)"
        let (single, double) = ("\(policy.rawValue) 32", "\(policy.rawValue) 64")
        PyTorchExport.expect(found[single + suffix], is: expected, within: 1e-6, single + suffix)
        PyTorchExport.expect(found[double + suffix], is: expected, within: 1e-10, double + suffix)
        if count == 41 {
          #expect(outside > 50)
          #expect(found[single + " count"] == [Double(outside)])
          #expect(found[double + " count"] == [Double(outside)])
        }
      }
    }
  }

  @Test(arguments: names) func gradientsAreThoseOfTheIdeal(_ name: OperatorName) throws {
    let units = try export.codebook.softmax(name)
    let unit = try units.draw(0, laneCount: 24, seed: 1)
    let policy = try #require(export.codebook[name]).policy
    var random = Xoshiro256(seed: 22)
    let x = (0..<480).map { _ in Double(Float(random.normalDeviate())) }
    let g = x.map { _ in Double(Float(random.normalDeviate())) }
    let found = try export.run(
      """
      for bits, dtype in types.items():
          module = book.module("\(name.rawValue)", lanes=24)
          module.die(1)
          x = given["x"].to(dtype).reshape(20, 24).requires_grad_()
          y = module(x)
          (y * given["g"].to(dtype).reshape(20, 24)).sum().backward()
          out[f"{bits}"], out[f"{bits} gradient"] = y, x.grad
      """,
      ["x": x, "g": g]
    )
    let tape = Tape<Double>(parameters: ParameterSet())
    let input = tape.input(Tensor([20, 24], values: x), needsGradient: true)
    let y = tape.softmax(input) { input, output, _ in
      for start in stride(from: 0, to: input.count, by: 24) {
        let shares = try? Self.shares(unit, units, Array(input[start..<start + 24]), policy)
        for (index, share) in (shares ?? []).enumerated() { output[start + index] = share }
      }
    }
    tape.keep(y)
    let factors = tape.input(Tensor([20, 24], values: g))
    tape.backward(from: tape.mean(tape.multiply(y, factors)), seed: 480)
    let (values, gradient) = (tape.value(of: y).values, tape.gradient(of: input).values)
    for (bits, tolerance) in [(32, 1e-6), (64, 1e-10)] {
      PyTorchExport.expect(found["\(bits)"], is: values, within: tolerance, "\(bits) shares")
      PyTorchExport.expect(
        found["\(bits) gradient"],
        is: gradient,
        within: tolerance,
        "\(bits) gradient"
      )
    }
  }

  /// The product of an attention whose every term goes through the mean multiplier.
  private static func product(_ surface: GainSurface) -> AttentionExecutor<Double>.Product {
    { product, left, right, result, _ in
      for row in 0..<product.rows {
        for column in 0..<product.columns {
          var sum = 0.0
          for term in 0..<product.inner {
            let y =
              product.transposesRight
              ? right[column * product.rightStride + term]
              : right[term * product.rightStride + column]
            sum += surface.mean(left[row * product.leftStride + term], y)
          }
          result[row * product.resultStride + column] = product.alpha * sum
        }
      }
    }
  }

  @Test func attentionIsOurs() throws {
    let surface = try export.codebook.surface(.multiplier)
    let units = try export.codebook.softmax(.softmax)
    let policy = try #require(export.codebook[.softmax]).policy
    let circuits = try (0..<2).map { try units.draw($0, laneCount: 6, seed: 3, purpose: 8) }
    var random = Xoshiro256(seed: 23)
    func numbers(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double(Float(0.7 * random.normalDeviate())) }
    }
    // Two sequences of five queries and six keys, two heads of four channels.
    let given = [
      "q": numbers(2 * 5 * 8), "k": numbers(2 * 6 * 8), "v": numbers(2 * 6 * 8),
      "g": numbers(2 * 5 * 8),
    ]
    let found = try export.run(
      """
      multiplier = book.module("multiplier")
      softmax = book.module("softmax", lanes=6, rows=(2, 1))
      softmax.die(3, purpose=8)
      for bits, dtype in types.items():
          q, k, v, g = (given[name].to(dtype).reshape(2, -1, 8) for name in "qkvg")
          leaves = [one.requires_grad_() for one in (q, k, v)]
          heads = [one.reshape(2, -1, 2, 4).transpose(1, 2) for one in leaves]
          scores = multiplier.product_sum(heads[0], heads[1].transpose(-1, -2), chunk=100) / math.sqrt(4)
          y = multiplier.product_sum(softmax(scores), heads[2]).transpose(1, 2).reshape(2, 5, 8)
          out[f"{bits} y"] = y
          gradients = torch.autograd.grad((y * g).sum(), leaves)
          for name, gradient in zip("qkv", gradients):
              out[f"{bits} {name}"] = gradient
      """,
      given
    )
    func tensor(_ name: String, _ tokens: Int) throws -> Tensor<Double> {
      Tensor([2, tokens, 8], values: try #require(given[name]))
    }
    let tape = Tape<Double>(parameters: ParameterSet())
    let q = tape.input(try tensor("q", 5), needsGradient: true)
    let k = tape.input(try tensor("k", 6), needsGradient: true)
    let v = tape.input(try tensor("v", 6), needsGradient: true)
    let executor = AttentionExecutor<Double>(
      scores: Self.product(surface),
      softmax: { scores, probabilities, rows, columns, place in
        for start in stride(from: 0, to: rows * columns, by: columns) {
          let row = (start..<start + columns).map { scores[$0] }
          let shares = try? Self.shares(circuits[place.head], units, row, policy)
          for (index, share) in (shares ?? []).enumerated() {
            probabilities[start + index] = share
          }
        }
      },
      mixture: Self.product(surface)
    )
    let y = try tape.attention(query: q, key: k, value: v, heads: 2, executor: executor).output
    tape.keep(y)
    let factors = tape.input(try tensor("g", 5))
    tape.backward(from: tape.mean(tape.multiply(y, factors)), seed: 80)
    for (bits, tolerance) in [(32, 1e-6), (64, 1e-10)] {
      for (name, expected) in [
        ("y", tape.value(of: y)), ("q", tape.gradient(of: q)), ("k", tape.gradient(of: k)),
        ("v", tape.gradient(of: v)),
      ] {
        let key = "\(bits) \(name)"
        PyTorchExport.expect(found[key], is: expected.values, within: tolerance, key)
      }
    }
  }
}
