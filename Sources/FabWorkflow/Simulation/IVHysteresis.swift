import FabNumerics
import Foundation

/// How far the rising and the falling branch of a sweep lie apart.
struct IVHysteresis {
  /// The mean distance beyond which a curve counts as having hysteresis: 0.05 decades, 12 % of the current.
  ///
  /// > Source: Assumed; repeated sweeps of one diode by one instrument agree to a few per cent.
  static let limit = 0.05

  /// The mean magnitude of the distance, in decades.
  let mean: Double
  /// The largest, in decades.
  let largest: Double
  /// Where it is largest, in volt.
  let place: Double

  /// Compares two branches where both have forward current; `nil` where they share less than three voltages.
  init?(rising: IVBranch, falling: IVBranch) {
    guard let curve = Self.curve(falling) else { return nil }
    let distances = rising.points.filter { $0.voltage > 0 && $0.current > 0 }
      .compactMap { point -> (voltage: Double, decades: Double)? in
        guard curve.range.contains(point.voltage) else { return nil }
        return (point.voltage, abs(log10(point.current) - curve.law.value(at: point.voltage)))
      }
    guard distances.count >= 3, let top = distances.max(by: { $0.decades < $1.decades }) else {
      return nil
    }
    mean = distances.reduce(0) { $0 + $1.decades } / Double(distances.count)
    largest = top.decades
    place = top.voltage
  }

  /// The logarithm of the current over the voltage; of repeated voltages the last counts.
  private static func curve(
    _ branch: IVBranch
  ) -> (law: MonotoneCubic, range: ClosedRange<Double>)? {
    var values: [Double: Double] = [:]
    for point in branch.points where point.voltage > 0 && point.current > 0 {
      values[point.voltage] = log10(point.current)
    }
    let sorted = values.sorted { $0.key < $1.key }
    guard let first = sorted.first, let last = sorted.last,
      let law = MonotoneCubic(x: sorted.map(\.key), y: sorted.map(\.value))
    else { return nil }
    return (law, first.key...last.key)
  }
}
