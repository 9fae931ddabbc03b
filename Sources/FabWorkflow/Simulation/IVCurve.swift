import FabDevices
import FabNumerics
import FabUnits
import Foundation

/// A simulated curve in the order in which a source would sweep it.
struct IVCurve {
  /// Voltages in volt.
  private(set) var voltages: [Double] = []
  /// Currents in ampere.
  private(set) var currents: [Double] = []
  /// Conductance of the memristor at each point, in siemens; empty for diodes.
  private(set) var conductances: [Double] = []
  /// The law of a device without memory.
  private(set) var law: ((Double) -> Double)?
  /// The diode, where there is one.
  private(set) var diode: (parameters: DiodeParameters, model: DiodeModel)?
  /// The binary memristor before the loop.
  private(set) var binary: BinaryMemristor?
  /// The area that was simulated.
  let area: Area

  init(_ request: IVRequest) throws(DeviceError) {
    let rise = Self.ramp(request.from.siValue, request.to.siValue, request.points)
    switch request.device {
    case .diode, .pair:
      let parameters = try Self.diode(request)
      let model = try DiodeModel(parameters, temperature: request.temperature)
      area = parameters.area
      diode = (parameters, model)
      let isPair = request.device == .pair
      let pair = DiodePair(model, model)
      let compliance = request.compliance.siValue
      let law = { (voltage: Double) in
        min(
          compliance,
          max(-compliance, isPair ? pair.current(at: voltage) : model.current(at: voltage))
        )
      }
      self.law = isPair ? pair.current : model.current
      voltages = rise
      currents = rise.map(law)
    case .multistate:
      var parameters = MultistateParameters.nominal
      if let wanted = request.area { parameters = try parameters.scaled(to: wanted) }
      area = parameters.area
      var memristor = try MultistateMemristor(parameters, conductance: request.conductance.siValue)
      var generator = Xoshiro256(seed: request.seed)
      let limit = request.compliance.siValue
      for voltage in Self.loop(rise) {
        // A source in compliance lowers its voltage to what the device takes.
        let applied =
          max(-limit, min(limit, voltage * memristor.conductance)) / memristor.conductance
        memristor.apply(voltage: applied, width: request.dwell, using: &generator)
        voltages.append(voltage)
        currents.append(max(-limit, min(limit, voltage * memristor.conductance)))
        conductances.append(memristor.conductance)
      }
    case .binary:
      let nominal = BinaryParameters.nominal
      let ratio = try Self.ratio(of: request.area, to: nominal.area)
      let parameters = try BinaryParameters(
        highResistance: nominal.highResistance / ratio,
        area: request.area ?? nominal.area
      )
      area = parameters.area
      var generator = Xoshiro256(seed: request.seed)
      var memristor = BinaryMemristor(parameters, using: &generator)
      binary = memristor
      for voltage in Self.loop(rise) {
        let current = memristor.apply(
          voltage: voltage,
          compliance: (voltage < 0 ? request.resetCompliance : request.compliance).siValue,
          width: request.dwell,
          using: &generator
        )
        voltages.append(voltage)
        currents.append(current)
        conductances.append(1 / memristor.resistance)
      }
    }
  }

  /// The diode that the request describes.
  private static func diode(_ request: IVRequest) throws(DeviceError) -> DiodeParameters {
    let nominal = DiodeParameters.nominal
    // Overrides hold for the area that is asked for; nominal values are scaled to it.
    let base =
      try request.area.map { area throws(DeviceError) in try nominal.scaled(to: area) } ?? nominal
    return try DiodeParameters(
      saturationCurrent: request.saturationCurrent?.siValue ?? base.saturationCurrent,
      ideality: request.ideality ?? base.ideality,
      seriesResistance: request.seriesResistance?.siValue ?? base.seriesResistance,
      shuntResistance: request.shuntResistance?.siValue ?? base.shuntResistance,
      capacitance: base.capacitance,
      area: base.area
    )
  }

  private static func ratio(of area: Area?, to nominal: Area) throws(DeviceError) -> Double {
    guard let area else { return 1 }
    guard area.siValue.isFinite, area.siValue > 0 else {
      throw .outOfRange(quantity: .area, found: area.siValue, expected: "finite and above 0")
    }
    return area / nominal
  }

  /// Equal steps; the ends are exact, and a step that should be zero is.
  private static func ramp(_ from: Double, _ to: Double, _ count: Int) -> [Double] {
    (0..<count)
      .map { index in
        let share = Double(index) / Double(count - 1)
        let value = from * (1 - share) + to * share
        return abs(value) < 1e-12 * max(abs(from), abs(to)) ? 0 : value
      }
  }

  /// From zero up, down through zero to the lowest voltage, and back to zero.
  private static func loop(_ rise: [Double]) -> [Double] {
    let up = rise.filter { $0 >= 0 }
    let down = rise.filter { $0 <= 0 }
    return up + rise.reversed().dropFirst() + down.dropFirst()
  }
}
