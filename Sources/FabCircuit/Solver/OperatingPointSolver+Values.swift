public import FabDevices

extension OperatingPointSolver {
  /// Changes the voltage of a source.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  ///
  /// - Precondition: The circuit has an element of this index; as in all of these functions.
  public func setVoltage(_ volts: Double, ofElement index: Int) throws(CircuitError) {
    guard case .voltageSource = kinds[index], case .branch(let place) = system.homes[index] else {
      throw .wrongKind(element: names.elements[index], expected: "a voltage source")
    }
    try check(volts, .voltage, volts.isFinite, index, "finite")
    system.branches[place].constant = volts
  }

  /// Changes the current of a source.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  public func setCurrent(_ amperes: Double, ofElement index: Int) throws(CircuitError) {
    guard case .drive(let place) = system.homes[index] else {
      throw .wrongKind(element: names.elements[index], expected: "a current source")
    }
    try check(amperes, .current, amperes.isFinite, index, "finite")
    system.drives[place].amperes = amperes
  }

  /// Changes the value of a voltage source or a current source, in volt or ampere.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  public func setSource(_ value: Double, ofElement index: Int) throws(CircuitError) {
    switch kinds[index] {
    case .voltageSource: try setVoltage(value, ofElement: index)
    case .currentSource: try setCurrent(value, ofElement: index)
    case .resistor, .capacitor, .diode, .summer, .operationalAmplifier:
      throw .wrongKind(element: names.elements[index], expected: "a source")
    }
  }

  /// Changes the offset of a summer, in volt.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  public func setOffset(_ volts: Double, ofElement index: Int) throws(CircuitError) {
    guard case .summer = kinds[index], case .branch(let place) = system.homes[index] else {
      throw .wrongKind(element: names.elements[index], expected: "a summer")
    }
    try check(volts, .voltage, volts.isFinite, index, "finite")
    system.branches[place].constant = volts
  }

  /// Changes a resistance, for instance a memristor's.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  public func setResistance(_ ohms: Double, ofElement index: Int) throws(CircuitError) {
    guard case .conductor(let place) = system.homes[index] else {
      throw .wrongKind(element: names.elements[index], expected: "a resistor")
    }
    let isRight = ohms.isFinite && ohms > 0 && (1 / ohms).isFinite
    try check(ohms, .resistance, isRight, index, "finite and above 0")
    guard system.conductors[place].conductance != 1 / ohms else { return }
    system.conductors[place].conductance = 1 / ohms
    isLinearStale = true
  }

  /// Gives a diode another law.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``.
  public func setDiode(_ model: DiodeModel, ofElement index: Int) throws(CircuitError) {
    guard case .junction(let place) = system.homes[index] else {
      throw .wrongKind(element: names.elements[index], expected: "a diode")
    }
    system.junctions[place].replace(with: model)
    isFactorStale = true
  }

  private func check(
    _ value: Double,
    _ quantity: CircuitQuantity,
    _ isRight: Bool,
    _ index: Int,
    _ expected: String
  ) throws(CircuitError) {
    guard isRight else {
      throw .badValue(
        element: names.elements[index],
        quantity: quantity,
        found: value,
        expected: expected
      )
    }
  }
}
