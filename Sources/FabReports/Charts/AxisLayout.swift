import Foundation

/// An axis laid out for its data: range, ticks and title.
struct AxisLayout {
  /// The scale.
  let scale: ChartScale
  /// The range that is shown.
  let range: ClosedRange<Double>
  /// The marks, in order.
  let ticks: [AxisTick]
  /// Label and unit.
  let title: String

  /// Creates a layout from its parts.
  init(scale: ChartScale, range: ClosedRange<Double>, ticks: [AxisTick], title: String) {
    self.scale = scale
    self.range = range
    self.ticks = ticks
    self.title = title
  }

  /// Lays an axis out.
  ///
  /// - Parameters:
  ///   - axis: What the axis says.
  ///   - values: The data that must lie in the range unless the axis names one.
  ///   - tickCount: About how many intervals between ticks there is space for.
  ///   - padding: The share of the data's span to leave free at either end.
  init(
    _ axis: ChartAxis,
    values: some Sequence<Double>,
    tickCount: Int,
    padding: Double = 0.04
  ) {
    scale = axis.scale
    let asked = axis.range.flatMap { range in
      axis.scale.shows(range.lowerBound) && axis.scale.shows(range.upperBound)
        && range.lowerBound < range.upperBound ? range : nil
    }
    range = asked ?? Self.range(of: values, axis.scale, padding: padding)
    switch axis.scale {
    case .linear:
      let (ticks, exponent) = Self.linearTicks(range, count: tickCount)
      self.ticks = ticks
      title = axis.label + UnitPrefix.suffix(unit: axis.unit, exponent: exponent)
    case .logarithmic:
      ticks = Self.logarithmicTicks(range, count: tickCount)
      title = axis.label + UnitPrefix.suffix(unit: axis.unit, exponent: 0)
    }
  }

  /// Returns where a value lies: 0 at the beginning of the range, 1 at its end.
  func fraction(of value: Double) -> Double {
    switch scale {
    case .linear:
      (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    case .logarithmic:
      log10(value / range.lowerBound) / log10(range.upperBound / range.lowerBound)
    }
  }

  private static func range(
    of values: some Sequence<Double>,
    _ scale: ChartScale,
    padding: Double
  ) -> ClosedRange<Double> {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where scale.shows(value) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return scale == .linear ? 0...1 : 0.1...1 }
    switch scale {
    case .linear:
      let magnitude = max(abs(low), abs(high))
      // Values that differ by no more than rounding are one value.
      guard high - low > 1e-9 * magnitude, magnitude > 1e-200 else {
        let half = magnitude > 1e-200 ? 0.05 * magnitude : 1
        return low - half...high + half
      }
      let space = padding * (high - low)
      return low - space...high + space
    case .logarithmic:
      guard high / low > 1 + 1e-6 else { return low / 2...high * 2 }
      let space = pow(10, padding * log10(high / low))
      return low / space...high * space
    }
  }

  private static func linearTicks(
    _ range: ClosedRange<Double>,
    count: Int
  ) -> (ticks: [AxisTick], exponent: Int) {
    let step = TickStep(span: range.upperBound - range.lowerBound, count: max(1, count))
    let largest = max(abs(range.lowerBound), abs(range.upperBound))
    let power = Int(log10(largest).rounded(.down))
    // Plain numbers between 0.01 and 10000, else thousands in the title.
    let exponent = (-2...3).contains(power) ? 0 : Int((Double(power) / 3).rounded(.down)) * 3
    let ticks = step.multiples(in: range)
      .map { multiple in
        AxisTick(
          value: step.value(of: multiple),
          label: step.text(of: multiple, shift: exponent)
        )
      }
    return (ticks, exponent)
  }

  private static func logarithmicTicks(
    _ range: ClosedRange<Double>,
    count: Int
  ) -> [AxisTick] {
    let first = Int(log10(range.lowerBound).rounded(.down))
    let last = Int(log10(range.upperBound).rounded(.up))
    let whole = (first...last).filter { range.contains(value(1, $0)) }
    // Every how many decades a label stands.
    let stride = TickStep(span: Double(max(1, last - first)), count: max(1, count))
    let every = max(1, Int(stride.value.rounded()))
    let labelsDigits = whole.count <= 2
    var ticks: [AxisTick] = []
    for decade in first...last {
      for digit in 1...9 where range.contains(value(digit, decade)) {
        let isLabelled =
          labelsDigits
          ? [1, 2, 5].contains(digit) : digit == 1 && decade.isMultiple(of: every)
        guard isLabelled || (every == 1 && last - first <= 12) || digit == 1 else { continue }
        let label = isLabelled ? Self.label(digit, decade, asPower: first < -2 || last > 4) : ""
        ticks.append(AxisTick(value: value(digit, decade), label: label))
      }
    }
    guard ticks.filter(\.isMajor).count < 2 else { return ticks }
    // A narrow range: counted as on a linear axis.
    let step = TickStep(span: range.upperBound - range.lowerBound, count: max(1, count))
    return step.multiples(in: range)
      .map { multiple in
        let power = Int(log10(range.upperBound).rounded(.down))
        let exponent = (-2...3).contains(power) ? 0 : power
        let suffix = exponent == 0 ? "" : "·10" + UnitPrefix.superscript(exponent)
        return AxisTick(
          value: step.value(of: multiple),
          label: step.text(of: multiple, shift: exponent) + suffix
        )
      }
  }

  private static func value(_ digit: Int, _ decade: Int) -> Double {
    Double("\(digit)e\(decade)") ?? .nan
  }

  private static func label(_ digit: Int, _ decade: Int, asPower: Bool) -> String {
    if !asPower {
      let text = String(digit) + String(repeating: "0", count: max(0, decade))
      return decade >= 0 ? text : "0." + String(repeating: "0", count: -decade - 1) + text
    }
    let power = "10" + UnitPrefix.superscript(decade)
    return digit == 1 ? power : "\(digit)·\(power)"
  }
}
