public import FabDevices
import FabRecipe
public import FabUnits

/// What the devices of a netlist are like: the law of each diode, the resistance of each memristor.
public struct NetlistDevices {
  /// Returns the law of a diode.
  public let diode: (NetlistDevice) throws(DeviceError) -> DiodeModel
  /// Returns the resistance of a memristor in its present state, in ohm.
  public let resistance: (NetlistDevice) -> Double

  /// Creates devices from functions of their places.
  public init(
    diode: @escaping (NetlistDevice) throws(DeviceError) -> DiodeModel,
    resistance: @escaping (NetlistDevice) -> Double
  ) {
    self.diode = diode
    self.resistance = resistance
  }

  /// Creates devices that are alike everywhere; diodes scale with their area.
  ///
  /// - Parameters:
  ///   - parameters: The diode, for its own area.
  ///   - temperature: The temperature; the diode's reference temperature where it is left out.
  ///   - multistateOhms: The resistance of every multistate memristor.
  ///   - binaryOhms: The resistance of every binary memristor.
  /// - Returns: The devices.
  public static func uniform(
    diode parameters: DiodeParameters = .nominal,
    temperature: Temperature? = nil,
    multistateOhms: Double = 800,
    binaryOhms: Double = 300
  ) -> NetlistDevices {
    // An explicit type keeps the error's type.
    let diode: (NetlistDevice) throws(DeviceError) -> DiodeModel = { device throws(DeviceError) in
      let area = Area(device.areaMm2, .squareMillimetre)
      return try DiodeModel(parameters.scaled(to: area), temperature: temperature)
    }
    return NetlistDevices(
      diode: diode,
      resistance: { $0.kind == .binaryMemristor ? binaryOhms : multistateOhms }
    )
  }
}
