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

  /// The gain that makes the outputs of equal inputs add up to one: the one trim of a unit.
  static func gain(_ outputs: [Double]) -> Double { 1 / outputs.reduce(0, +) }
}
