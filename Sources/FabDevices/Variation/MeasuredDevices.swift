/// What was measured of the four components at one site, and what is typical where nothing was.
public struct MeasuredDevices: Hashable, Sendable {
  private struct Key: Hashable {
    let quantity: MeasuredQuantity
    let device: DeviceRole
  }

  private var measured: [Key: Double] = [:]
  private var typical: [Key: Double] = [:]

  /// Nothing known.
  public init() {}

  /// Nothing known.
  public static let none = MeasuredDevices()

  /// Sets what was measured: the device is taken as it is, nothing is drawn.
  public mutating func measure(
    _ quantity: MeasuredQuantity,
    of device: DeviceRole,
    as value: Double
  ) {
    measured[Key(quantity: quantity, device: device)] = value
  }

  /// Sets what such devices typically have: this one deviates from it as the law says.
  public mutating func expect(
    _ quantity: MeasuredQuantity,
    of device: DeviceRole,
    as value: Double
  ) {
    typical[Key(quantity: quantity, device: device)] = value
  }

  /// The measured value, or `nil`.
  public func value(_ quantity: MeasuredQuantity, of device: DeviceRole) -> Double? {
    measured[Key(quantity: quantity, device: device)]
  }

  /// Whether nothing was measured here.
  public var isEmpty: Bool { measured.isEmpty }

  /// Whether a quantity of a device still varies.
  func isFree(_ quantity: VariedQuantity, _ device: DeviceRole) -> Bool {
    !measured.keys.contains { $0.device == device && $0.quantity.varied == quantity }
  }

  /// The devices with what is known of them in place of what they'd nominally have.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a value makes no device.
  func applied(to nominal: DeviceParameters) throws(DeviceError) -> DeviceParameters {
    guard !measured.isEmpty || !typical.isEmpty else { return nominal }
    return DeviceParameters(
      diode1: try diode(nominal.diode1, .diode1),
      diode2: try diode(nominal.diode2, .diode2),
      multistate: try multistate(nominal.multistate),
      binary: try binary(nominal.binary)
    )
  }

  private func known(_ quantity: MeasuredQuantity, _ device: DeviceRole) -> Double? {
    let key = Key(quantity: quantity, device: device)
    return measured[key] ?? typical[key]
  }

  private func diode(
    _ base: DiodeParameters,
    _ device: DeviceRole
  ) throws(DeviceError) -> DiodeParameters {
    try DiodeParameters(
      saturationCurrent: known(.saturationCurrent, device) ?? base.saturationCurrent,
      ideality: known(.ideality, device) ?? base.ideality,
      seriesResistance: known(.seriesResistance, device) ?? base.seriesResistance,
      shuntResistance: known(.shuntResistance, device) ?? base.shuntResistance,
      capacitance: base.capacitance,
      energyGap: base.energyGap,
      temperatureExponent: base.temperatureExponent,
      referenceTemperature: base.referenceTemperature,
      area: base.area
    )
  }

  private func multistate(
    _ base: MultistateParameters
  ) throws(DeviceError) -> MultistateParameters {
    let low = known(.lowestConductance, .multistate) ?? base.window.lowerBound
    let high = known(.highestConductance, .multistate) ?? base.window.upperBound
    try ParameterCheck.isPositive(low, .conductance)
    try ParameterCheck.isPositive(high, .conductance)
    guard low < high else {
      throw .outOfRange(quantity: .conductance, found: high, expected: "above \(low) S")
    }
    var result = base
    result.window = low...high
    return result
  }

  private func binary(_ base: BinaryParameters) throws(DeviceError) -> BinaryParameters {
    try BinaryParameters(
      setVoltage: known(.setVoltage, .binary) ?? base.setVoltage,
      setSpread: base.setSpread,
      resetVoltage: known(.resetVoltage, .binary) ?? base.resetVoltage,
      resetSpread: base.resetSpread,
      lowResistance: known(.lowResistance, .binary) ?? base.lowResistance,
      nominalCompliance: base.nominalCompliance,
      highResistance: known(.highResistance, .binary) ?? base.highResistance,
      highSpread: base.highSpread,
      volatileCompliance: base.volatileCompliance,
      retention: base.retention,
      volatileLifetime: base.volatileLifetime,
      area: base.area
    )
  }
}
