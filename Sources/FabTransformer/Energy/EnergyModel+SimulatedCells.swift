public import FabDevices
import FabOperators

extension EnergyModel {
  /// The energy on cells as they are simulated: currents and voltages of the operators, settling of cells of this size.
  ///
  /// Units of activations count like those in the logarithmic mode.
  ///
  /// - Parameters:
  ///   - choices: The circuit of softmax and the settling.
  ///   - diode: The diode.
  /// - Returns: The platform; `nil` where the diode can't carry the currents of the operators.
  /// - Throws: ``DeviceError`` for a diode out of range.
  public func simulatedCells(
    _ choices: MappingChoices,
    diode: DiodeParameters = .nominal
  ) throws(DeviceError) -> EnergyPlatform? {
    guard let power = try OperatorPower.logarithmic(diode) else { return nil }
    let time = choices.settlingSeconds
    let synapse = OperatorPower.synapse * time
    let unit = power * time
    let multiplier = Double(OperatorName.multiplier.modes.count)
    let terms = 1000
    let softmax = Double(choices.softmax.pcus(terms: terms)) / Double(terms)
    return EnergyPlatform(
      name: "PCU, simulated cells",
      terms: [
        EnergyTerm("static products", count: counts.staticMacs, joulesEach: 2 * synapse),
        EnergyTerm("dynamic products", count: counts.dynamicMacs, joulesEach: multiplier * unit),
        EnergyTerm("softmax terms", count: counts.softmaxTerms, joulesEach: softmax * unit),
        EnergyTerm("activations", count: activationPCUs, joulesEach: unit),
        EnergyTerm(
          "normalised elements",
          count: counts.normalizedElements,
          joulesEach: Double(OperatorName.batchNorm.modes.count) * synapse
        ),
      ],
      besides: [
        EnergyTerm(
          "conversions at the edges",
          count: counts.edgeValues,
          joulesEach: parameters[.edgeConversion]
        )
      ],
      paperJoules: nil
    )
  }
}
