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

  /// The shares of a row as our bulk function computes them.
  private static func shares(
    _ unit: SoftmaxUnit,
    _ row: [Float],
    _ policy: DomainPolicy,
    _ name: OperatorName
  ) throws -> (shares: [Float], outside: Int) {
    var outputs = row
    let outside = try row.withUnsafeBufferPointer { inputs in
      try outputs.withUnsafeMutableBufferPointer {
        try unit.evaluate(inputs, into: $0, policy: policy, of: name)
      }
    }
    return (outputs, outside)
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
      """,
      ["x": x]
    )
    for policy in [DomainPolicy.clamp, .extrapolate] {
      for count in [41, 10, 3] {
        var (single, double) = ([Double](), [Double]())
        var outside = 0
        for row in 0..<rows {
          let unit =
            count == 3
            ? try units.simulated(3)
            : try units.draw(UInt64(4 + row % 2), laneCount: count, seed: 9, purpose: 2)
          let inputs = Array(x[row * lanes..<row * lanes + count])
          let bulk = try Self.shares(unit, inputs.map { Float($0) }, policy, name)
          single += bulk.shares.map(Double.init)
          outside += bulk.outside
          let largest = inputs.max() ?? 0
          let moved = inputs.map { input in
            let value = input - largest + units.range
            let clamps = policy == .clamp || name == .softmaxComposed
            return clamps ? max(value, -units.range) : value
          }
          double += try unit.shares(moved)
        }
        let suffix = count == 41 ? "" : " \(count)"
        let key = "\(policy.rawValue) 32"
        PyTorchExport.expect(found[key + suffix], is: single, within: 1e-6, key + suffix)
        let exact = "\(policy.rawValue) 64"
        PyTorchExport.expect(found[exact + suffix], is: double, within: 1e-10, exact + suffix)
        if count == 41 {
          #expect(outside > 50)
          #expect(found[key + " count"] == [Double(outside)])
          #expect(found[exact + " count"] == [Double(outside)])
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
    let tape = Tape<Float>(parameters: ParameterSet())
    let input = tape.input(Tensor([20, 24], values: x.map { Float($0) }), needsGradient: true)
    let y = tape.softmax(input) { input, output, _ in
      for start in stride(from: 0, to: input.count, by: 24) {
        _ = try? unit.evaluate(
          UnsafeBufferPointer(rebasing: input[start..<start + 24]),
          into: UnsafeMutableBufferPointer(rebasing: output[start..<start + 24]),
          policy: policy,
          of: name
        )
      }
    }
    tape.keep(y)
    let factors = tape.input(Tensor([20, 24], values: g.map { Float($0) }))
    tape.backward(from: tape.mean(tape.multiply(y, factors)), seed: 480)
    let values = tape.value(of: y).values.map(Double.init)
    let gradient = tape.gradient(of: input).values.map(Double.init)
    for bits in [32, 64] {
      PyTorchExport.expect(found["\(bits)"], is: values, within: 1e-6, "shares")
      PyTorchExport.expect(found["\(bits) gradient"], is: gradient, within: 1e-6, "gradient")
    }
  }

  /// The product of an attention whose every term goes through the mean multiplier.
  private static func product(_ surface: GainSurface) -> AttentionExecutor<Float>.Product {
    { product, left, right, result, _ in
      for row in 0..<product.rows {
        for column in 0..<product.columns {
          let x = (0..<product.inner).map { left[row * product.leftStride + $0] }
          let y = (0..<product.inner)
            .map { term in
              product.transposesRight
                ? right[column * product.rightStride + term]
                : right[term * product.rightStride + column]
            }
          var terms = x
          _ = x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
              terms.withUnsafeMutableBufferPointer {
                try? surface.evaluate(x, y, into: $0, policy: .clamp, of: .multiplier)
              }
            }
          }
          result[row * product.resultStride + column] = product.alpha * terms.reduce(0, +)
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
    func tensor(_ name: String, _ tokens: Int) throws -> Tensor<Float> {
      Tensor([2, tokens, 8], values: try #require(given[name]).map { Float($0) })
    }
    let tape = Tape<Float>(parameters: ParameterSet())
    let q = tape.input(try tensor("q", 5), needsGradient: true)
    let k = tape.input(try tensor("k", 6), needsGradient: true)
    let v = tape.input(try tensor("v", 6), needsGradient: true)
    let executor = AttentionExecutor<Float>(
      scores: Self.product(surface),
      softmax: { scores, probabilities, rows, columns, place in
        for row in 0..<rows {
          _ = try? circuits[place.head]
            .evaluate(
              UnsafeBufferPointer(start: scores + row * columns, count: columns),
              into: UnsafeMutableBufferPointer(
                start: probabilities + row * columns,
                count: columns
              ),
              policy: policy,
              of: .softmax
            )
        }
      },
      mixture: Self.product(surface)
    )
    let y = try tape.attention(query: q, key: k, value: v, heads: 2, executor: executor).output
    tape.keep(y)
    let factors = tape.input(try tensor("g", 5))
    tape.backward(from: tape.mean(tape.multiply(y, factors)), seed: 80)
    for bits in [32, 64] {
      for (name, expected) in [
        ("y", tape.value(of: y)), ("q", tape.gradient(of: q)), ("k", tape.gradient(of: k)),
        ("v", tape.gradient(of: v)),
      ] {
        let key = "\(bits) \(name)"
        PyTorchExport.expect(found[key], is: expected.values.map(Double.init), within: 1e-6, key)
      }
    }
  }
}
