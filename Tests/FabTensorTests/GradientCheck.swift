import FabNumerics
import FabTensor
import Testing

/// Compares reverse gradients with central differences, in Double.
struct GradientCheck {
  var parameters = ParameterSet<Double>()
  var random: Xoshiro256

  init(seed: UInt64) {
    random = Xoshiro256(seed: seed)
  }

  /// A parameter of normal numbers.
  mutating func normal(_ name: String, _ shape: Shape, mean: Double = 0) -> Parameter {
    parameters.add(name, Tensor(shape) { _ in mean + random.normalDeviate() })
  }

  /// A weighting that makes a number of a result without making the gradient the same everywhere.
  static func projected(_ y: Variable, on tape: Tape<Double>) -> Variable {
    let weights = tape.input(Tensor(y.shape) { Double(($0 * 7919 + 13) % 101) / 50 - 1.01 })
    return tape.mean(tape.multiply(y, weights))
  }

  /// Holds all gradients of `loss` against differences.
  ///
  /// Differences over 2 h err by h² of the third derivative and by rounding over h: 1e-6 of the largest gradient of a
  /// parameter leaves room for both at h = 1e-5.
  func run(
    _ comment: Comment,
    mode: ForwardMode = .training,
    layerNormShare: Double = 1,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ loss: (Tape<Double>) throws -> Variable
  ) throws {
    let tape = Tape(parameters: parameters, workers: Workers(2), mode: mode)
    tape.layerNormShare = layerNormShare
    parameters.zeroGradients()
    tape.backward(from: try loss(tape))
    let gradients = parameters.all.map { parameters.gradient(of: $0).values }
    tape.recordsGradients = false
    let kept = parameters.all.map { parameters[$0].values }
    func value() throws -> Double {
      for (index, parameter) in parameters.all.enumerated() where parameter.kind == .statistic {
        parameters[parameter] = Tensor(parameter.shape, values: kept[index])
      }
      tape.reset()
      return tape.scalar(try loss(tape))
    }
    let step = 1e-5
    for (index, parameter) in parameters.all.enumerated() where parameter.kind != .statistic {
      let buffer = parameters.valueBuffer(parameter)
      var differences: [Double] = []
      for element in 0..<parameter.shape.count {
        let old = buffer[element]
        buffer[element] = old + step
        let above = try value()
        buffer[element] = old - step
        let below = try value()
        buffer[element] = old
        differences.append((above - below) / (2 * step))
      }
      let scale = max(gradients[index].map(abs).max() ?? 0, differences.map(abs).max() ?? 0, 1e-3)
      for element in differences.indices {
        let error = abs(differences[element] - gradients[index][element]) / scale
        #expect(
          error <= 1e-6,
          "\(comment): \(parameter.name)[\(element)] is \(gradients[index][element]), by differences \(differences[element])",
          sourceLocation: sourceLocation
        )
      }
    }
  }
}
