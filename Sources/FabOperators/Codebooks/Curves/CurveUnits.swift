import Foundation

/// Units of a curve that take turns, each with its deviations added up: what a layer of activations is.
///
/// > Validity: As ``ResponseCurve/evaluate(_:into:units:policy:of:)`` up to rounding (`CurveUnitsTests`).
public struct CurveUnits: Hashable, Sendable {
  /// The curve.
  public let curve: ResponseCurve
  /// The number of units.
  public let count: Int
  /// What is done with inputs outside the domain; they aren't refused here.
  public let policy: DomainPolicy
  /// The deviation of each unit from the mean, `[unit, point]`; empty for mean units.
  private let deviations: [Float]

  /// Creates units.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - units: How each deviates; `nil` for mean units.
  ///   - policy: What is done with inputs outside the domain.
  /// - Precondition: The units are of this curve.
  public init(_ curve: ResponseCurve, units: DrawnUnits?, policy: DomainPolicy) {
    self.curve = curve
    self.policy = policy
    count = units?.count ?? 1
    let points = curve.means.count
    guard let units, units.componentCount > 0 else {
      deviations = []
      return
    }
    precondition(units.componentCount == curve.deviations.componentCount, "units of another curve")
    var sums = Array(repeating: Float(0), count: units.count * points)
    for unit in 0..<units.count {
      for component in 0..<units.componentCount {
        let weight = units.weights[unit * units.componentCount + component]
        for point in 0..<points {
          sums[unit * points + point] +=
            weight * curve.deviations.components[component * points + point]
        }
      }
    }
    deviations = sums
  }

  /// Evaluates many inputs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - outputs: What is filled, as many; may be the same memory.
  ///   - first: The unit of the first input, modulo their number.
  ///   - normals: A standard normal deviate an input, for the scatter of readings; `nil` for none.
  /// - Returns: The number of inputs outside the domain, NaN included.
  /// - Precondition: There are as many outputs, and deviates, as inputs.
  public func evaluate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    first: Int,
    normals: UnsafeBufferPointer<Float>? = nil
  ) -> Int {
    precondition(inputs.count == outputs.count && (normals?.count ?? inputs.count) == inputs.count)
    let (low, high) = (Float(curve.domain.lowerBound), Float(curve.domain.upperBound))
    let points = curve.means.count
    let perStep = Float(1 / curve.step)
    let last = points - 2
    let extrapolates = policy == .extrapolate
    let isLinear = curve.scale == .linear
    let differs = !deviations.isEmpty
    var start = first % count * points
    var outside = 0
    curve.knots.withUnsafeBufferPointer { knots in
      curve.readoutSpreads.withUnsafeBufferPointer { readouts in
        deviations.withUnsafeBufferPointer { deviations in
          for place in inputs.indices {
            let input = inputs[place]
            // A comparison with NaN is false, so that NaN takes the lower end here and is put back below.
            let inside = input > low ? (input < high ? input : high) : low
            let position = (inside - low) * perStep
            // Of a number that isn't negative, the whole part is what the conversion cuts off.
            let index = min(Int(position), last)
            let t = position - Float(index)
            let s = 1 - t
            let (y0, d0) = (knots[2 * index], knots[2 * index + 1])
            let (y1, d1) = (knots[2 * index + 2], knots[2 * index + 3])
            var value = s * s * ((1 + 2 * t) * y0 + t * d0) + t * t * ((1 + 2 * s) * y1 - s * d1)
            var rise: Float = 0
            if differs {
              rise = deviations[start + index + 1] - deviations[start + index]
              value += deviations[start + index] + t * rise
              start = start + points == deviations.count ? 0 : start + points
            }
            if inside != input {
              outside += 1
              if input != input {
                value = input
              } else if extrapolates {
                let slope =
                  6 * s * t * (y1 - y0) + s * (1 - 3 * t) * d0 + t * (1 - 3 * s) * d1 + rise
                value += slope * perStep * (input - inside)
              }
            }
            if !isLinear { value = exp(value) }
            if let normals {
              let spread = readouts[index] + t * (readouts[index + 1] - readouts[index])
              value += isLinear ? spread * normals[place] : value * spread * normals[place]
            }
            outputs[place] = value
          }
        }
      }
    }
    return outside
  }
}
