import FabNumerics
import FabTensor
import Foundation
import Testing

@Suite struct AdamWTests {
  /// The published algorithm, one number at a time, with no code of the library.
  private struct Oracle {
    var value: Double
    var decay: Double
    var first = 0.0
    var second = 0.0

    mutating func step(_ gradient: Double, rate: Double, step: Int) {
      value -= rate * decay * value
      first = 0.9 * first + 0.1 * gradient
      second = 0.999 * second + 0.001 * gradient * gradient
      let corrected = first / (1 - pow(0.9, Double(step)))
      let root = sqrt(second / (1 - pow(0.999, Double(step))))
      value -= rate * corrected / (root + 1e-8)
    }
  }

  @Test func followsTheAlgorithm() throws {
    let parameters = ParameterSet<Double>()
    var random = Xoshiro256(seed: 1)
    let weight = parameters.add("weight", Tensor([3, 7]) { _ in random.normalDeviate() })
    let bias = parameters.add(
      "bias",
      Tensor([5]) { _ in random.normalDeviate() },
      kind: .offset
    )
    let frozen = parameters.add("frozen", Tensor([2], repeating: 1))
    parameters.setFrozen(true, frozen)
    let schedule = LearningRateSchedule(peak: 0.1, warmUpSteps: 3, totalSteps: 9, floor: 0.01)
    var optimizer = AdamW<Double>(
      .init(schedule: schedule, weightDecay: 0.3, clippingNorm: 1.5)
    )
    var oracles =
      parameters[weight].values.map { Oracle(value: $0, decay: 0.3) }
      + parameters[bias].values.map { Oracle(value: $0, decay: 0) }
    let tape = Tape(parameters: parameters)
    for step in 1...12 {
      tape.reset()
      parameters.zeroGradients()
      let w = tape.variable(weight)
      let loss = tape.weightedSum([
        (GradientCheck.projected(tape.multiply(w, w), on: tape), Double(step)),
        (GradientCheck.projected(tape.variable(bias), on: tape), -2),
        (tape.mean(tape.variable(frozen)), 1),
      ])
      tape.backward(from: loss)
      let gradients =
        parameters.gradient(of: weight).values + parameters.gradient(of: bias).values
      let norm = sqrt(gradients.reduce(0) { $0 + $1 * $1 })
      let clip = min(1, 1.5 / (norm + 1e-6))
      // Warm-up 1/3, 2/3, 3/3 of the peak, then half a cosine over six steps.
      let rate =
        step <= 3
        ? 0.1 * Double(step) / 3
        : 0.01 + 0.09 * (1 + cos(Double.pi * min(1, Double(step - 4) / 6))) / 2
      for index in oracles.indices {
        oracles[index].step(gradients[index] * clip, rate: rate, step: step)
      }
      let found = try optimizer.step(parameters)
      #expect(abs(found - norm) < 1e-12 * norm)
      let values = parameters[weight].values + parameters[bias].values
      for (value, oracle) in zip(values, oracles) {
        #expect(abs(value - oracle.value) < 1e-12 * max(1, abs(oracle.value)))
      }
    }
    #expect(parameters[frozen].values == [1, 1])
    #expect(optimizer.steps == 12)
  }

  @Test func refusesGradientsThatAreNotFinite() throws {
    let parameters = ParameterSet<Float>()
    let weight = parameters.add("weight", Tensor([3], values: [1, 2, 3]))
    let tape = Tape(parameters: parameters)
    let factors = tape.input(Tensor([3], values: [1, .nan, 1]))
    tape.backward(from: tape.mean(tape.multiply(tape.variable(weight), factors)))
    var optimizer = AdamW<Float>(.init(schedule: LearningRateSchedule(peak: 0.1)))
    #expect(throws: TensorError.notFinite(name: "gradient of weight", index: 1)) {
      try optimizer.step(parameters)
    }
    #expect(parameters[weight].values == [1, 2, 3])
    #expect(optimizer.steps == 0)
  }
}
