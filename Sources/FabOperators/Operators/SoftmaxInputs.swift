import FabNumerics
import Foundation

/// Vectors that a softmax is tried on, with the ideal result.
struct SoftmaxInputs {
  /// The number of channels.
  ///
  /// > Source: Assumed: as many as an array of the usual wafer has columns.
  static let channels = 3
  /// The largest magnitude of a scaled input.
  ///
  /// > Source: Assumed: within the decade of currents that multipliers and dividers work in.
  static let range = 1.0
  /// The number of vectors a unit is tried on.
  static let count = 20

  /// Returns vectors of uniform inputs.
  static func vectors(using generator: inout Xoshiro256) -> [[Double]] {
    (0..<count)
      .map { _ in
        (0..<channels).map { _ in range * (2 * generator.uniformDeviate() - 1) }
      }
  }

  /// Returns the softmax of a vector.
  static func ideal(_ x: [Double]) -> [Double] {
    let largest = x.max() ?? 0
    let exponentials = x.map { exp($0 - largest) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }

  /// Takes the softmax of random vectors after the one trim of a unit.
  ///
  /// The trim is a gain that makes the outputs of equal inputs add up to one, which needs no knowledge of the truth.
  ///
  /// - Parameters:
  ///   - bench: The bench that reads the outputs.
  ///   - generator: Source of the vectors and of the readings' noise.
  ///   - outputs: What a unit gives for a vector.
  /// - Returns: A trial a channel and vector.
  /// - Throws: ``OperatorError`` of a unit.
  static func trials(
    _ bench: LogDomain,
    using generator: inout Xoshiro256,
    _ outputs: ([Double]) throws(OperatorError) -> [Double]
  ) throws(OperatorError) -> [OperatorTrial] {
    let gain = 1 / (try outputs(Array(repeating: 0, count: channels))).reduce(0, +)
    var trials: [OperatorTrial] = []
    for x in vectors(using: &generator) {
      for (channel, (share, output)) in zip(ideal(x), try outputs(x)).enumerated() {
        trials.append(
          OperatorTrial(
            first: x[channel],
            ideal: share,
            output: gain * bench.read(output, using: &generator)
          )
        )
      }
    }
    return trials
  }
}
