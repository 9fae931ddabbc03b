import FabNumerics
import FabOperators
import Foundation
import Testing

/// Products and quotients of the exported module are ours, one by one and in sums.
@Suite(.enabled(if: PyTorchExport.interpreter != nil, "PyTorch isn't installed"))
struct PyTorchSurfaceTests {
  private let export: PyTorchExport

  init() throws { export = try PyTorchExport() }

  /// A number of either sign whose magnitude lies in the domain or up to three times outside.
  private static func operand(
    _ domain: ClosedRange<Double>,
    _ random: inout Xoshiro256
  ) -> Double {
    let (low, high) = (log(domain.lowerBound / 3), log(3 * domain.upperBound))
    let magnitude = exp(low + (high - low) * random.uniformDeviate())
    return Double(Float(random.uniformDeviate() < 0.5 ? -magnitude : magnitude))
  }

  private func evaluate(
    _ name: OperatorName,
    _ first: [Double],
    _ second: [Double],
    units: DrawnUnits?,
    policy: DomainPolicy
  ) throws -> (values: [Double], outside: Int) {
    let surface = try export.codebook.surface(name)
    let (x, y) = (first.map { Float($0) }, second.map { Float($0) })
    var outputs = x
    var outside = 0
    try x.withUnsafeBufferPointer { x in
      try y.withUnsafeBufferPointer { y in
        try outputs.withUnsafeMutableBufferPointer {
          outside = try surface.evaluate(x, y, into: $0, units: units, policy: policy, of: name)
        }
      }
    }
    return (outputs.map(Double.init), outside)
  }

  @Test(arguments: [OperatorName.multiplier, .divider])
  func pairsAreOurs(_ name: OperatorName) throws {
    let surface = try export.codebook.surface(name)
    var random = Xoshiro256(seed: 14)
    let count = 400
    var x = (0..<count).map { _ in Self.operand(surface.domain, &random) }
    var y = (0..<count).map { _ in Self.operand(surface.domain, &random) }
    let low = surface.domain.lowerBound
    // Ends, zeros, what has no number, and a denominator far below the domain.
    x += [low, surface.domain.upperBound, 0, 0.5, 0, -0.5, .nan, 0.5, .infinity, 0.5, 0]
    y += [surface.domain.upperBound, low, 0.5, 0, 0, 1e-6, 0.5, .nan, 0.5, -1e-6, .nan]
    let found = try export.run(
      """
      for policy in ("clamp", "extrapolate"):
          for bits, dtype in types.items():
              for lanes in (0, 7):
                  module = book.module("\(name.rawValue)", lanes=lanes or None, policy=policy)
                  if lanes: module.die(7, purpose=3)
                  x, y = given["x"].to(dtype), given["y"].to(dtype)
                  key = f"{policy} {bits} {lanes}"
                  out[key], out[key + " count"] = module(x, y), module.outside
      x, y = given["x"][:400].requires_grad_(), given["y"][:400].requires_grad_()
      for bypass in (True, False):
          module = book.module("\(name.rawValue)", bypass=bypass)
          gradients = torch.autograd.grad(module(x, y).sum(), (x, y))
          out[f"{bypass} x"], out[f"{bypass} y"] = gradients
      module = book.module("\(name.rawValue)", lanes=3)
      module.draw(torch.Generator().manual_seed(1))
      square = module(x[:20].unsqueeze(1), y[:6])
      for i in range(20):
          for j in range(6):
              one = book.module("\(name.rawValue)", lanes=1)
              one._set(module.scores[(6 * i + j) % 3][None])
              assert torch.allclose(one(x[i], y[j]), square[i, j], rtol=1e-12)
      """,
      ["x": x, "y": y]
    )
    let units = surface.deviations.draw(7, seed: 7, purpose: 3)
    for policy in [DomainPolicy.clamp, .extrapolate] {
      for lanes in [0, 7] {
        let drawn = lanes == 0 ? nil : units
        let bulk = try evaluate(name, x, y, units: drawn, policy: policy)
        for bits in [32, 64] {
          let key = "\(policy.rawValue) \(bits) \(lanes)"
          PyTorchExport.expect(found[key], is: bulk.values, within: 1e-6, key)
          #expect(found[key + " count"] == [Double(bulk.outside)])
        }
        let extrapolates = policy == .extrapolate
        let key = "\(policy.rawValue) 64 \(lanes)"
        // Denominators below the domain are held by the bulk functions alone.
        let plain = (0..<count).filter { name == .multiplier || abs(y[$0]) >= low }
        let values = plain.map { index in
          drawn.map {
            surface.value(x[index], y[index], unit: index % 7, of: $0, extrapolates: extrapolates)
          } ?? surface.mean(x[index], y[index], extrapolates: extrapolates)
        }
        let chosen = found[key].map { numbers in plain.map { numbers[$0] } }
        PyTorchExport.expect(chosen, is: values, within: 1e-12, key + " in double precision")
      }
    }
    let held = y[..<count].map { abs($0) < low ? ($0 < 0 ? -low : low) : $0 }
    let isProduct = name == .multiplier
    PyTorchExport.expect(
      found["True x"],
      is: (0..<count).map { isProduct ? y[$0] : 1 / held[$0] },
      within: 1e-12,
      "ideal derivative by the first"
    )
    PyTorchExport.expect(
      found["True y"],
      is: (0..<count).map { isProduct ? x[$0] : -x[$0] / (held[$0] * held[$0]) },
      within: 1e-12,
      "ideal derivative by the second"
    )
    let plain = (0..<count).filter { isProduct || abs(y[$0]) >= low }
    let slopes = plain.map { surface.derivatives(x[$0], y[$0]) }
    for (key, expected) in [("x", slopes.map(\.first)), ("y", slopes.map(\.second))] {
      let numbers = found["False \(key)"].map { all in plain.map { all[$0] } }
      PyTorchExport.expect(numbers, is: expected, within: 1e-12, "derivative by \(key)")
    }
  }

  @Test func sumsAreThoseOfTheirTerms() throws {
    let surface = try export.codebook.surface(.multiplier)
    var random = Xoshiro256(seed: 15)
    let (batch, rows, inner, columns) = (2, 6, 7, 5)
    var a = (0..<batch * rows * inner).map { _ in Self.operand(surface.domain, &random) }
    var b = (0..<batch * inner * columns).map { _ in Self.operand(surface.domain, &random) }
    for index in [3, 20, 21] { (a[index], b[index]) = (0, 0) }
    let g = (0..<batch * rows * columns).map { _ in Double(Float(random.normalDeviate())) }
    let found = try export.run(
      """
      shapes = {"a": (2, 6, 7), "b": (2, 7, 5), "g": (2, 6, 5)}
      for bits, dtype in types.items():
          a, b, g = (given[k].to(dtype).reshape(shape) for k, shape in shapes.items())
          a.requires_grad_(), b.requires_grad_()
          for lanes in (0, 3):
              for bypass in (True, False):
                  module = book.module("multiplier", lanes=lanes or None, bypass=bypass)
                  if lanes: module.die(5)
                  y = module.product_sum(a, b, chunk=70)
                  key = f"{bits} {lanes} {bypass}"
                  out[key], out[key + " count"] = y, module.outside
                  out[key + " a"], out[key + " b"] = torch.autograd.grad((y * g).sum(), (a, b))
                  assert module.inputs == 2 * 6 * 7 * 5
                  whole = module.product_sum(a[0], b)
                  assert torch.allclose(whole[0], y[0], rtol=1e-5) and whole.shape == (2, 6, 5)
      module = book.module("multiplier", readout=True)
      sums = torch.stack([module.product_sum(a[0], b[0]) for _ in range(2000)]).detach()
      out["scatter"], out["clean"] = sums.std(0), sums.mean(0)
      """,
      ["a": a, "b": b, "g": g]
    )
    let units = surface.deviations.draw(3, seed: 5)
    func terms(
      _ lanes: Int,
      _ n: Int,
      _ i: Int,
      _ j: Int
    ) throws -> (
      values: [Double], outside: Int
    ) {
      let left = (0..<inner).map { a[(n * rows + i) * inner + $0] }
      let right = (0..<inner).map { b[(n * inner + $0) * columns + j] }
      return try evaluate(
        .multiplier,
        left,
        right,
        units: lanes == 0 ? nil : units,
        policy: .clamp
      )
    }
    for lanes in [0, 3] {
      var (sums, scatters) = ([Double](), [Double]())
      var outside = 0
      var ideal = (a: a.map { _ in 0.0 }, b: b.map { _ in 0.0 })
      var exact = ideal
      for n in 0..<batch {
        for i in 0..<rows {
          for j in 0..<columns {
            let (values, count) = try terms(lanes, n, i, j)
            let sum = values.reduce(0, +)
            let positive = values.filter { $0 > 0 }.reduce(0, +)
            sums.append(sum)
            scatters.append(
              surface.readoutSpread * (positive * positive + pow(sum - positive, 2)).squareRoot()
            )
            outside += count
            for k in 0..<inner {
              let (left, right) = ((n * rows + i) * inner + k, (n * inner + k) * columns + j)
              let above = g[(n * rows + i) * columns + j]
              ideal.a[left] += above * b[right]
              ideal.b[right] += above * a[left]
              let slopes =
                a[left] == 0 || b[right] == 0
                ? (0, 0) : surface.derivatives(a[left], b[right])
              exact.a[left] += above * slopes.0
              exact.b[right] += above * slopes.1
            }
          }
        }
      }
      for bits in [32, 64] {
        for bypass in ["True", "False"] {
          let key = "\(bits) \(lanes) \(bypass)"
          PyTorchExport.expect(found[key], is: sums, within: 1e-6, key)
          #expect(found[key + " count"] == [Double(outside)])
          let expected = bypass == "True" ? ideal : exact
          guard bypass == "True" || lanes == 0 else { continue }
          // Derivatives at zero are one-sided: those of ours aren't defined there.
          func compared(_ numbers: [Double]?, _ isA: Bool) -> [Double]? {
            numbers.map { zip($0, isA ? a : b).map { $1 == 0 && bypass == "False" ? 0 : $0 } }
          }
          PyTorchExport.expect(
            compared(found[key + " a"], true),
            is: compared(expected.a, true) ?? [],
            within: 1e-6,
            key + " a"
          )
          PyTorchExport.expect(
            compared(found[key + " b"], false),
            is: compared(expected.b, false) ?? [],
            within: 1e-6,
            key + " b"
          )
        }
      }
      guard lanes == 0 else { continue }
      let first = rows * columns
      let ratios = zip(found["scatter"] ?? [], scatters[..<first]).map { $0 / $1 }
      #expect(ratios.count == first)
      // 2000 readings tell a deviation to 1.6 %; the worst of 30 lies within five times that.
      for ratio in ratios { #expect(abs(ratio - 1) < 0.08) }
    }
  }
}
