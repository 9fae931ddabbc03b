import FabNumerics
import FabOperators
import FabTensor
import Foundation
import Testing

/// Curves and weights of the exported module give what ours give.
@Suite(.enabled(if: PyTorchExport.interpreter != nil, "PyTorch isn't installed"))
struct PyTorchCurveTests {
  private let export: PyTorchExport

  init() throws { export = try PyTorchExport() }

  private static let names: [OperatorName] = [.softplus, .sigmoid, .gelu, .exponential]

  private static func activation(_ name: OperatorName) -> Activation? {
    switch name {
    case .softplus: .softplus
    case .sigmoid: .sigmoid
    case .gelu: .gelu
    default: nil
    }
  }

  /// Inputs inside the domain, outside on either side, at its ends and without a number: not a multiple of five.
  private static func inputs(_ domain: ClosedRange<Double>, seed: UInt64) -> [Double] {
    var random = Xoshiro256(seed: seed)
    let width = domain.upperBound - domain.lowerBound
    let scattered = (0..<400)
      .map { _ in
        Double(Float(domain.lowerBound + width * (1.5 * random.uniformDeviate() - 0.25)))
      }
    return scattered + [
      domain.lowerBound, domain.upperBound, domain.lowerBound - width / 4,
      domain.upperBound + width / 4,
      0, .nan, 1e-30,
    ]
  }

  @Test(arguments: names) func curvesAreOurs(_ name: OperatorName) throws {
    let curve = try export.codebook.curve(name)
    let x = Self.inputs(curve.domain, seed: 4)
    let found = try export.run(
      """
      for policy in ("clamp", "extrapolate"):
          for bits, dtype in types.items():
              for lanes in (0, 5):
                  module = book.module("\(name.rawValue)", lanes=lanes or None, policy=policy, bypass=False)
                  if lanes: module.die(7, purpose=3, start=2)
                  x = given["x"].to(dtype, copy=True).requires_grad_()
                  y = module(x)
                  assert y.dtype == dtype and module.inputs == len(x)
                  y.sum().backward()
                  key = f"{policy} {bits} {lanes}"
                  out[key], out[key + " slope"], out[key + " count"] = y, x.grad, module.outside
                  rows = module(x[:400].reshape(4, 20, 5))
                  assert torch.equal(rows.reshape(-1), y[:400])
                  with torch.inference_mode():
                      assert torch.equal(module(x)[:400], y[:400])
      """,
      ["x": x]
    )
    // Where there's no number, there's no slope to compare.
    func slopes(_ numbers: [Double]?) -> [Double] {
      zip(numbers ?? [], x).filter { !$1.isNaN }.map { $0.0 }
    }
    let units = curve.deviations.draw(5, from: 2, seed: 7, purpose: 3)
    for policy in [DomainPolicy.clamp, .extrapolate] {
      let extrapolates = policy == .extrapolate
      for lanes in [0, 5] {
        let values = x.enumerated()
          .map { index, x in
            lanes == 0
              ? curve.mean(at: x, extrapolates: extrapolates)
              : curve.value(at: x, unit: index % 5, of: units, extrapolates: extrapolates)
          }
        let (key, single) = ("\(policy.rawValue) 64 \(lanes)", "\(policy.rawValue) 32 \(lanes)")
        PyTorchExport.expect(found[key], is: values, within: 1e-12, key)
        PyTorchExport.expect(found[single], is: values, within: 1e-6, single)

        let singles = x.map { Float($0) }
        var (outputs, derivatives) = (singles, singles)
        var count = 0
        try singles.withUnsafeBufferPointer { inputs in
          let drawn = lanes == 0 ? nil : units
          try outputs.withUnsafeMutableBufferPointer {
            count = try curve.evaluate(inputs, into: $0, units: drawn, policy: policy, of: name)
          }
          try derivatives.withUnsafeMutableBufferPointer {
            _ = try curve.differentiate(inputs, into: $0, units: drawn, policy: policy, of: name)
          }
        }
        #expect(found[single + " count"] == [Double(count)])
        #expect(found[key + " count"] == [Double(x.count { !curve.domain.contains($0) })])
        // In single precision rounded inputs count: slopes differ where those of double precision bend.
        PyTorchExport.expect(
          slopes(found[single + " slope"]),
          is: slopes(derivatives.map(Double.init)),
          within: 1e-6,
          single + " slope"
        )
        guard lanes == 0 else { continue }
        let exact = slopes(x.map { curve.derivative(at: $0, extrapolates: extrapolates) })
        PyTorchExport.expect(
          slopes(found[key + " slope"]),
          is: exact,
          within: 1e-12,
          key + " slope"
        )
      }
    }
  }

  @Test(arguments: names) func gradientsAreThoseOfTheIdeal(_ name: OperatorName) throws {
    let curve = try export.codebook.curve(name)
    let x = Self.inputs(curve.domain, seed: 5).filter { !$0.isNaN }
    var random = Xoshiro256(seed: 6)
    let weights = x.map { _ in random.normalDeviate() }
    let found = try export.run(
      """
      for bits, dtype in types.items():
          module = book.module("\(name.rawValue)", lanes=5)
          module.choose([3, 1, 4, 1, 5])
          x = given["x"].to(dtype, copy=True).requires_grad_()
          y = module(x)
          (y * given["weights"].to(dtype)).sum().backward()
          out[f"{bits}"], out[f"{bits} gradient"] = y, x.grad
      """,
      ["x": x, "weights": weights]
    )
    let scores = [3, 1, 4, 1, 5]
      .flatMap { unit in
        let count = curve.deviations.componentCount
        return curve.deviations.scores[unit * count..<(unit + 1) * count]
      }
    let units = DrawnUnits(
      count: 5,
      componentCount: curve.deviations.componentCount,
      weights: scores
    )
    let tape = Tape<Double>(parameters: ParameterSet())
    let input = tape.input(Tensor([x.count], values: x), needsGradient: true)
    let forward: BulkFunction<Double> = { input, output, first in
      for index in input.indices {
        output[index] = curve.value(at: input[index], unit: (first + index) % 5, of: units)
      }
    }
    let function: ElementwiseFunction<Double> =
      if let activation = Self.activation(name) {
        ElementwiseFunction(like: activation, within: curve.domain, forward: forward)
      } else {
        ElementwiseFunction(forward: forward) { input, slope, _ in
          for index in input.indices {
            slope[index] = curve.domain.contains(input[index]) ? exp(input[index]) : 0
          }
        }
      }
    let y = tape.elementwise(input, function)
    tape.keep(y)
    let factors = tape.input(Tensor([x.count], values: weights))
    tape.backward(from: tape.mean(tape.multiply(y, factors)), seed: Double(x.count))
    let (values, gradient) = (tape.value(of: y).values, tape.gradient(of: input).values)
    for (bits, tolerance) in [(32, 1e-6), (64, 1e-10)] {
      PyTorchExport.expect(found["\(bits)"], is: values, within: tolerance, "\(bits) value")
      PyTorchExport.expect(
        found["\(bits) gradient"],
        is: gradient,
        within: tolerance,
        "\(bits) gradient"
      )
    }
  }

  @Test func programmedWeightsAreOurs() throws {
    let errors = try export.codebook.weights()
    var random = Xoshiro256(seed: 8)
    var weights = (0..<600).map { _ in Double(Float(0.4 * random.normalDeviate())) }
    weights[17] = 0
    weights[40] = 1e-4
    let largest = weights.map(abs).max() ?? 1
    let found = try export.run(
      """
      for bits, dtype in types.items():
          w = given["w"].to(dtype, copy=True).reshape(20, 30).requires_grad_()
          module = book.module("vmm", shape=w.shape)
          module.die(11, purpose=2)
          y = module(w)
          (y * given["g"].to(dtype).reshape(20, 30)).sum().backward()
          out[f"{bits}"], out[f"{bits} count"] = y, module.outside
          assert torch.equal(w.grad.double().reshape(-1), given["g"].to(dtype).double())
      out["mean"] = book.module("vmm")(given["w"])
      import torch.nn.utils.parametrize
      linear = torch.nn.Linear(30, 20, bias=False)
      with torch.no_grad():
          linear.weight.copy_(given["w"].reshape(20, 30))
      module = book.module("vmm", shape=linear.weight.shape)
      module.die(11, purpose=2)
      torch.nn.utils.parametrize.register_parametrization(linear, "weight", module)
      assert torch.allclose(linear.weight.double().reshape(-1), out["64"].reshape(-1), rtol=1e-6)
      linear(torch.ones(2, 30)).sum().backward()
      assert torch.equal(linear.parametrizations.weight.original.grad, torch.full((20, 30), 2.0))
      """,
      ["w": weights, "g": weights.reversed()]
    )
    let singles = weights.map { Float($0) }
    var programmed = singles
    let count = try singles.withUnsafeBufferPointer { weights in
      let cells = try #require(
        ProgrammedWeights(
          of: weights,
          .codebook,
          errors: errors,
          isMean: false,
          seed: 11,
          purpose: 2
        )
      )
      programmed.withUnsafeMutableBufferPointer { cells.program(weights, into: $0, from: 0) }
      return cells.outsideCount
    }
    let expected = programmed.map(Double.init)
    for bits in [32, 64] {
      PyTorchExport.expect(found["\(bits)"], is: expected, within: 1e-6, "weights")
      #expect(found["\(bits) count"] == [Double(count)])
    }
    let means = weights.map { $0 * (1 + ($0 == 0 ? 0 : errors.bias(at: $0 / largest))) }
    PyTorchExport.expect(found["mean"], is: means, within: 1e-12, "mean errors")
    #expect(count > 0)
  }
}
