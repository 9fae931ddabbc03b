import FabNumerics
import FabTensor
import Foundation
import Testing

/// Hardware in place of ideal operations: values are the hardware's, gradients those that were asked for.
@Suite struct ExecutionTests {
  /// A staircase, as a codebook is.
  private static let codebook: BulkFunction<Double> = { input, output, _ in
    for index in input.indices { output[index] = (input[index] * 4).rounded() / 4 }
  }

  @Test func codebooksTakeTheSlopeOfTheIdealFunction() throws {
    let parameters = ParameterSet<Double>()
    let x = parameters.add("x", Tensor([2, 3], values: [-1.3, -0.4, 0.1, 0.6, 1.1, 2.2]))
    let tape = Tape(parameters: parameters)
    let y = tape.elementwise(
      tape.variable(x),
      ElementwiseFunction(like: .sigmoid, forward: Self.codebook)
    )
    #expect(tape.value(of: y).values == [-1.25, -0.5, 0, 0.5, 1, 2.25])
    tape.backward(from: tape.mean(y))
    let measured = parameters.gradient(of: x).values
    tape.reset()
    parameters.zeroGradients()
    tape.backward(from: tape.mean(tape.activate(tape.variable(x), .sigmoid)))
    #expect(measured == parameters.gradient(of: x).values)
    tape.reset()
    parameters.zeroGradients()
    tape.backward(from: tape.mean(tape.elementwise(tape.variable(x), forward: Self.codebook)))
    #expect(parameters.gradient(of: x).values.allSatisfy { abs($0 - 1.0 / 6) < 1e-15 })
  }

  @Test func inputsThatAFunctionDoesNotTellApartHaveNoSlope() {
    let parameters = ParameterSet<Double>()
    let x = parameters.add("x", Tensor([5], values: [-2, -1, 0.5, 1, 1.5]))
    let tape = Tape(parameters: parameters)
    let y = tape.elementwise(
      tape.variable(x),
      ElementwiseFunction(like: .sigmoid, within: -1...1, forward: Self.codebook)
    )
    tape.backward(from: tape.mean(y))
    let slopes = parameters.gradient(of: x).values
    #expect(slopes[0] == 0 && slopes[4] == 0 && slopes[1...3].allSatisfy { $0 > 0 })
  }

  /// A reading before the bias and a function after it are what separate operations are.
  @Test(arguments: [true, false]) func layersReadProductsAndReplaceActivations(records: Bool) {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 4)
    let linear = Linear("linear", inputs: 5, outputs: 700, in: parameters, random: &random)
    let x = Tensor<Double>([9, 5]) { sin(Double($0)) }
    let reading: BulkFunction<Double> = { input, output, first in
      for index in input.indices {
        output[index] = input[index] * (1 + 1e-4 * Double(first + index))
      }
    }
    let function = ElementwiseFunction(like: .sigmoid, forward: Self.codebook)
    func run(_ result: (Tape<Double>, Variable) -> Variable) -> [[Double]] {
      let tape = Tape(parameters: parameters, workers: Workers(2))
      tape.recordsGradients = records
      parameters.zeroGradients()
      let input = tape.input(x, needsGradient: true)
      let y = result(tape, input)
      tape.keep(y)
      tape.backward(from: tape.mean(tape.multiply(y, y)))
      let gradients = records ? tape.gradient(of: input).values : []
      return [
        tape.value(of: y).values, gradients, parameters.gradient(of: linear.weight).values,
      ]
    }
    let fused = run { tape, input in
      tape.execution.product = { _ in reading }
      tape.execution.activation = { _, _ in function }
      return linear(input, on: tape, activation: .sigmoid)
    }
    let separate = run { tape, input in
      let product = tape.elementwise(
        tape.linear(input, tape.variable(linear.weight)),
        forward: reading
      )
      let sum = linear.bias.map { tape.addBroadcast(product, tape.variable($0)) } ?? product
      return tape.elementwise(sum, function)
    }
    #expect(fused == separate && fused[0].contains { $0 != 0 })
  }

  @Test func layersTakeTheWeightsOfAChip() throws {
    let parameters = ParameterSet<Float>()
    var random = Xoshiro256(seed: 1)
    let linear = Linear("linear", inputs: 40, outputs: 1200, in: parameters, random: &random)
    let noise = CounterNormals(seed: 9)
    func run(threads: Int) -> ([Float], [Float], [Float]) {
      let tape = Tape(parameters: parameters, workers: Workers(threads))
      tape.execution.effectiveWeights = { _ in
        { input, output, first in
          noise.fill(output, from: UInt64(first))
          for index in input.indices { output[index] = input[index] + 0.1 * output[index] }
        }
      }
      parameters.zeroGradients()
      let x = tape.input(Tensor([2, 40]) { Float($0 % 7) - 3 }, needsGradient: true)
      let y = linear(x, on: tape)
      tape.keep(y)
      tape.backward(from: tape.mean(tape.multiply(y, y)))
      return (
        tape.value(of: y).values, parameters.gradient(of: linear.weight).values,
        tape.gradient(of: x).values
      )
    }
    let (y, weights, inputs) = run(threads: 2)
    let one = run(threads: 1)
    let isSame = y == one.0 && weights == one.1 && inputs == one.2
    #expect(isSame)
    var drawn = [Float](repeating: 0, count: 40 * 1200)
    drawn.withUnsafeMutableBufferPointer { noise.fill($0, from: 0) }
    let trained = parameters[linear.weight].values
    let x = (0..<80).map { Float($0 % 7) - 3 }
    for column in [0, 7, 1199] {
      var sum: Float = 0
      for row in 0..<40 {
        let place = row * 1200 + column
        sum += x[row] * (trained[place] + 0.1 * drawn[place])
      }
      #expect(abs(sum - y[column]) < 1e-4)
      // d mean(y²) / dw = 2 x y / n, whatever the noise.
      var slope: Float = 0
      for row in 0..<2 { slope += 2 * x[row * 40 + 3] * y[row * 1200 + column] / 2400 }
      #expect(abs(slope - weights[3 * 1200 + column]) < 1e-6)
    }
  }

  @Test func attentionRunsOnAnExecutor() throws {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 2)
    func normal(_ name: String, _ shape: Shape) -> Parameter {
      parameters.add(name, Tensor(shape) { _ in random.normalDeviate() })
    }
    let (q, k, v) = (normal("q", [2, 3, 4]), normal("k", [2, 5, 4]), normal("v", [2, 5, 4]))
    let tape = Tape(parameters: parameters, workers: Workers(2))
    func run(_ executor: AttentionExecutor<Double>) throws -> ([Double], [[Double]]) {
      tape.reset()
      parameters.zeroGradients()
      let y = try tape.attention(
        query: tape.variable(q),
        key: tape.variable(k),
        value: tape.variable(v),
        heads: 2,
        executor: executor
      )
      tape.keep(y.output)
      let found = tape.value(of: y.probabilities).values
      tape.backward(from: GradientCheck.projected(y.output, on: tape))
      return (
        found + tape.value(of: y.output).values,
        parameters.all.map { parameters.gradient(of: $0).values }
      )
    }
    let ideal = try run(.ideal)
    // An executor that computes the same gives the same.
    let same = AttentionExecutor<Double>(
      scores: { product, a, b, c, _ in Double.multiply(product, a, b, into: c) },
      softmax: { x, y, rows, columns, _ in
        for row in 0..<rows {
          let values = (0..<columns).map { x[row * columns + $0] }
          for (column, value) in Self.softmax(values).enumerated() {
            y[row * columns + column] = value
          }
        }
      },
      mixture: { product, a, b, c, _ in Double.multiply(product, a, b, into: c) }
    )
    let repeated = try run(same)
    #expect(Self.near(ideal.0, repeated.0))
    for (left, right) in zip(ideal.1, repeated.1) { #expect(Self.near(left, right)) }
    // Halved probabilities halve the result and the gradient of the values; queries keep the ideal gradient.
    let halved = AttentionExecutor<Double>(
      softmax: { x, y, rows, columns, _ in
        for row in 0..<rows {
          let values = (0..<columns).map { x[row * columns + $0] }
          for (column, value) in Self.softmax(values).enumerated() {
            y[row * columns + column] = value / 2
          }
        }
      }
    )
    let half = try run(halved)
    #expect(Self.near(half.0, ideal.0.map { $0 / 2 }))
    #expect(Self.near(half.1[2], ideal.1[2].map { $0 / 2 }))
    #expect(Self.near(half.1[0], ideal.1[0]))
    // A gradient of its own: none.
    let blind = try run(
      AttentionExecutor<Double>(softmaxGradient: { _, _, result, rows, columns, _ in
        result.update(repeating: 0, count: rows * columns)
      })
    )
    #expect(blind.1[0].allSatisfy { $0 == 0 } && blind.1[2].contains { $0 != 0 })
  }

  @Test func productsAndSoftmaxTakeReplacements() throws {
    let parameters = ParameterSet<Double>()
    let a = parameters.add("a", Tensor([2, 2, 3]) { Double($0) / 7 })
    let b = parameters.add("b", Tensor([2, 3, 2]) { 1 - Double($0) / 5 })
    let tape = Tape(parameters: parameters)
    func gradients(_ y: (Tape<Double>) -> Variable) -> [[Double]] {
      tape.reset()
      parameters.zeroGradients()
      tape.backward(from: GradientCheck.projected(y(tape), on: tape))
      return parameters.all.map { parameters.gradient(of: $0).values }
    }
    let ideal = gradients { $0.softmax($0.batchedProduct($0.variable(a), $0.variable(b))) }
    let measured = gradients { tape in
      let product = tape.batchedProduct(tape.variable(a), tape.variable(b)) { p, a, b, c, _ in
        Double.multiply(p, a, b, into: c)
      }
      let y = tape.softmax(product) { input, output, _ in
        for index in input.indices { output[index] = 0.25 }
      }
      #expect(tape.value(of: y).values.allSatisfy { $0 == 0.25 })
      return y
    }
    #expect(ideal == measured)
  }

  @Test func customOperationsHaveTheirOwnGradient() throws {
    var check = GradientCheck(seed: 3)
    let a = check.normal("a", [4])
    let b = check.normal("b", [3])
    try check.run("outer product") { tape in
      let y = tape.custom(
        [tape.variable(a), tape.variable(b)],
        shape: [4, 3],
        forward: { inputs, output in
          for row in 0..<4 {
            for column in 0..<3 { output[row * 3 + column] = inputs[0][row] * inputs[1][column] }
          }
        },
        reverse: { step in
          for row in 0..<4 {
            for column in 0..<3 {
              let g = step.gradient[row * 3 + column]
              step.inputGradients[0]?[row] += g * step.inputs[1][column]
              step.inputGradients[1]?[column] += g * step.inputs[0][row]
            }
          }
        }
      )
      return GradientCheck.projected(y, on: tape)
    }
  }

  private static func softmax(_ x: [Double]) -> [Double] {
    let powers = x.map { Double.exp($0 - (x.max() ?? 0)) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  private static func near(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-13 }
  }
}

extension Double {
  fileprivate static func exp(_ x: Double) -> Double { VectorMath.exp(SIMD4(repeating: x))[0] }
}
