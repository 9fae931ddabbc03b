/// Curves as CSV that our own reader takes: units in the header, commas, decimal points.
enum IVTable {
  static func text(voltages: [Double], currents: [Double]) -> [UInt8] {
    var text = "voltage (V),current (A)\n"
    for (voltage, current) in zip(voltages, currents) { text += "\(voltage),\(current)\n" }
    return Array(text.utf8)
  }
}
