extension Circuit {
  /// Checks that every value is one that an element can have, and every node one of this circuit.
  ///
  /// - Throws: ``CircuitError/badValue(element:quantity:found:expected:)``,
  ///   ``CircuitError/foreignNode(element:index:count:)``.
  func checkValues() throws(CircuitError) {
    for element in elements {
      for node in element.kind.nodes where node.index >= nodeNames.count {
        throw .foreignNode(element: element.name, index: node.index, count: nodeNames.count)
      }
      try element.checkValues()
    }
  }
}

extension CircuitElement {
  /// Checks that every value is one that the element can have.
  ///
  /// - Throws: ``CircuitError/badValue(element:quantity:found:expected:)``.
  func checkValues() throws(CircuitError) {
    switch kind {
    case .resistor(_, _, let ohms):
      try check(ohms, .resistance, ohms > 0 && (1 / ohms).isFinite, "finite and above 0")
    case .capacitor(_, _, let farads):
      try check(farads, .capacitance, farads >= 0, "finite and at least 0")
    case .diode: break
    case .voltageSource(_, _, let volts): try check(volts, .voltage, true, "finite")
    case .currentSource(_, _, let amperes): try check(amperes, .current, true, "finite")
    case .summer(_, _, let offset, let terms):
      try check(offset, .voltage, true, "finite")
      for term in terms { try check(term.gain, .gain, true, "finite") }
    case .operationalAmplifier(_, _, _, let model):
      if let gain = model.gain { try check(gain, .gain, gain > 0, "finite and above 0") }
      try check(model.offsetVoltage, .voltage, true, "finite")
      if let bandwidth = model.gainBandwidth {
        try check(bandwidth, .bandwidth, bandwidth > 0, "finite and above 0")
      }
    }
  }

  private func check(
    _ value: Double,
    _ quantity: CircuitQuantity,
    _ isRight: Bool,
    _ expected: String
  ) throws(CircuitError) {
    guard value.isFinite, isRight else {
      throw .badValue(element: name, quantity: quantity, found: value, expected: expected)
    }
  }
}
