import FabNumerics
import FabUnits
import Foundation

/// The least-squares problem of a diode fit, in logarithms of the parameters.
struct DiodeFitProblem {
  /// A parameter of the law.
  enum Parameter: Hashable {
    case saturationCurrent
    case ideality
    case series
    case shunt

    /// A loss that an ideal diode doesn't have.
    var isLoss: Bool { self == .series || self == .shunt }
  }

  let points: [(voltage: Double, current: Double)]
  let temperature: Temperature
  let resolution: Double

  /// Returns the fit of some parameters with the others at their ideal values; `nil` where it has none.
  func fit(_ free: [Parameter], from start: DiodeStart) -> LeastSquaresFit? {
    var best: LeastSquaresFit?
    for guess in start.guesses {
      let parameters = free.map { log(guess.value(of: $0)) }
      let fit = try? LevenbergMarquardt().fit(from: parameters) { residuals($0, free) }
      if let fit, fit.residualSum < best?.residualSum ?? .infinity { best = fit }
    }
    return best
  }

  /// Returns `R²` of `log |I|` and the scatter of `ln |I|` about the law.
  func quality(
    of parameters: [Double],
    _ free: [Parameter]
  ) -> (rSquared: Double, logScatter: Double) {
    let errors = residuals(parameters, free)
    let logs = points.map { log(abs($0.current)) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let spread = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sum = errors.reduce(0) { $0 + $1 * $1 }
    let freedom = Double(max(1, points.count - free.count))
    return (spread > 0 ? 1 - sum / spread : 0, (sum / freedom).squareRoot())
  }

  private func residuals(_ parameters: [Double], _ free: [Parameter]) -> [Double] {
    func value(_ parameter: Parameter, otherwise ideal: Double) -> Double {
      guard let index = free.firstIndex(of: parameter) else { return ideal }
      return exp(parameters[index])
    }
    let trial = try? DiodeParameters(
      saturationCurrent: value(.saturationCurrent, otherwise: .nan),
      ideality: value(.ideality, otherwise: .nan),
      seriesResistance: value(.series, otherwise: 0),
      shuntResistance: value(.shunt, otherwise: .infinity),
      referenceTemperature: temperature
    )
    guard let trial, let model = try? DiodeModel(trial) else {
      return points.map { _ in .infinity }
    }
    let scale = 1 / (2 * resolution)
    return points.map { point in
      asinh(model.current(at: point.voltage) * scale) - asinh(point.current * scale)
    }
  }
}
