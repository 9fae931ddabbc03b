import FabUnits
import Foundation

/// First guesses of a diode fit, read off the points.
struct DiodeStart {
  /// One guess of all four parameters.
  struct Guess {
    var saturationCurrent: Double
    var ideality: Double
    var series: Double
    var shunt: Double

    func value(of parameter: DiodeFitProblem.Parameter) -> Double {
      switch parameter {
      case .saturationCurrent: saturationCurrent
      case .ideality: ideality
      case .series: series
      case .shunt: shunt
      }
    }
  }

  let guesses: [Guess]

  init(
    points: [(voltage: Double, current: Double)],
    temperature: Temperature
  ) throws(DiodeFitError) {
    let thermal = PhysicalConstant.thermalVoltage(at: temperature)
    let forward = points.filter { $0.voltage > 0 && $0.current > 0 }
      .sorted { $0.voltage < $1.voltage }
    let reverse = points.filter { $0.voltage < 0 }
    guard let low = forward.map(\.current).min(), let high = forward.map(\.current).max() else {
      throw .notRectifying(
        forward: points.filter { $0.voltage > 0 }.map(\.current).max() ?? 0,
        reverse: reverse.map(\.current).min() ?? 0
      )
    }
    let strongest = reverse.map { abs($0.current) }.max() ?? 0
    guard strongest <= 3 * high else {
      throw .notRectifying(forward: high, reverse: -strongest)
    }
    let decades = log10(high / low)
    guard decades >= DiodeFitter.neededDecades else {
      throw .tooFewDecades(found: decades, needed: DiodeFitter.neededDecades)
    }

    // The steepest stretch of ln I against V over about a sixth of the points is the exponential.
    let width = max(2, forward.count / 6)
    var steepest = (slope: 0.0, index: 0)
    for index in 0..<max(0, forward.count - width) {
      let rise = log(forward[index + width].current) - log(forward[index].current)
      let run = forward[index + width].voltage - forward[index].voltage
      if run > 0, rise / run > steepest.slope { steepest = (rise / run, index + width / 2) }
    }
    guard steepest.slope > 0 else { throw .notRectifying(forward: high, reverse: -strongest) }
    let ideality = min(8, max(0.7, 1 / (thermal * steepest.slope)))
    let middle = forward[steepest.index]
    let exponent = middle.voltage / (ideality * thermal)
    let saturation = min(high, max(1e-30, middle.current * exp(-min(exponent, 300))))
    let last = forward[forward.count - 1]
    let drop =
      last.voltage - ideality * thermal * log(max(last.current / saturation, 2))
    let series = max(drop, 0.01 * ideality * thermal) / last.current
    let leak = (reverse.map { abs($0.voltage / $0.current) } + [forward[0].voltage / low]).max()
    let shunt = leak ?? 1 / low
    guesses = [1.0, 0.1, 10]
      .map { factor in
        Guess(
          saturationCurrent: saturation,
          ideality: ideality,
          series: series * factor,
          shunt: shunt / factor
        )
      }
  }
}
