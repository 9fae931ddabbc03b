import Foundation

/// Files as instruments write them, of films and devices whose values are known.
enum InstrumentText {
  /// A spectrum of UVProbe: a step at an edge on a flat base.
  static func spectra(_ edges: [(name: String, edge: Double)]) -> String {
    var lines = [edges.map { "\"\($0.name)\",\"\"" }.joined(separator: ",")]
    lines.append(edges.map { _ in "\"Wavelength nm.\",\"Abs.\"" }.joined(separator: ","))
    for wavelength in stride(from: 850, through: 700, by: -1) {
      lines.append(
        edges.map { item in
          let absorbance = 0.05 + 0.6 / (1 + exp((Double(wavelength) - item.edge) / 5))
          return "\(wavelength).00,\(decimal(absorbance, 5))"
        }
        .joined(separator: ",")
      )
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// A scan as two columns: lead iodide and perovskite on a flat base, by a tube with a monochromator.
  static func scan(at angle: Double = 14.1, lead: Double = 300) -> String {
    func bell(_ x: Double, _ center: Double, _ height: Double) -> Double {
      height * exp(-pow((x - center) / 0.06, 2))
    }
    return (0...150)
      .map { index in
        let x = 12 + 0.02 * Double(index)
        let counts = 100 + bell(x, 12.66, lead) + bell(x, angle, 3000)
        return "\(decimal(x, 3)) \(Int(counts.rounded()))\n"
      }
      .joined()
  }

  /// The sweep of a diode: saturation current 1 nA, ideality 1.8, shunt 1 Gohm, at 25 °C.
  static func diode() -> String {
    sweep((-50...55).map { 0.01 * Double($0) }) { volts in
      1e-9 * (exp(volts / (1.8 * 0.025_693)) - 1) + volts / 1e9
    }
  }

  /// The loop of a binary memristor: 1 Mohm, from 0.6 V on 1 kohm, from -0.5 V on 1 Mohm again.
  static func binary() -> String {
    var isOn = false
    return sweep(loop()) { volts in
      if volts >= 0.599 { isOn = true }
      if volts <= -0.499 { isOn = false }
      return volts / (isOn ? 1e3 : 1e6)
    }
  }

  /// The loop of a multistate memristor: 10 µS before and 100 µS after it was driven.
  static func multistate() -> String {
    var conductance = 1e-5
    return sweep(loop()) { volts in
      if volts > 0.9 { conductance = 1e-4 }
      if volts < -0.9 { conductance = 1e-5 }
      return volts * conductance
    }
  }

  /// The log of a crystal monitor: a minute at 1 Å/s between shutters.
  static func log() -> String {
    var text = "Time (s),Rate (Å/s),Thickness (nm)\n"
    var thickness = 0.0
    for second in 0...70 {
      let rate = (5...65).contains(second) ? (second.isMultiple(of: 2) ? 1.01 : 0.99) : 0
      thickness += rate / 10
      text += "\(second),\(decimal(rate, 3)),\(decimal(thickness, 3))\n"
    }
    return text
  }

  private static func loop() -> [Double] {
    let corners = [(0, 50), (49, 0), (-1, -50), (-49, 0)]
    return corners.flatMap { from, to in
      stride(from: from, through: to, by: from < to ? 1 : -1).map { 0.02 * Double($0) }
    }
  }

  private static func sweep(_ voltages: [Double], current: (Double) -> Double) -> String {
    "Voltage (V),Current (A)\n"
      + voltages.map { "\(decimal($0, 3)),\(current($0))\n" }.joined()
  }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
