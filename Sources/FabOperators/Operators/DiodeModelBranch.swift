import FabDevices

/// A unit in the logarithmic mode behind an amplifier with an offset.
struct DiodeModelBranch {
  let model: DiodeModel
  let offset: Double

  /// The current at a voltage, in ampere.
  func current(at voltage: Double) -> Double { model.current(at: voltage + offset) }
}
