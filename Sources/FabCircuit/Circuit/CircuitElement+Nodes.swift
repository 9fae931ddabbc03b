extension CircuitElement.Kind {
  /// All nodes that the element touches or senses.
  var nodes: [CircuitNode] {
    switch self {
    case .resistor(let from, let to, _), .capacitor(let from, let to, _),
      .currentSource(let from, let to, _):
      [from, to]
    case .diode(let anode, let cathode, _): [anode, cathode]
    case .voltageSource(let positive, let negative, _): [positive, negative]
    case .summer(let positive, let negative, _, let terms):
      [positive, negative] + terms.flatMap { [$0.plus, $0.minus] }
    case .operationalAmplifier(let output, let plus, let minus, _): [output, plus, minus]
    }
  }

  /// The two nodes between which a current of the element can flow, whatever drives it.
  var terminals: (CircuitNode, CircuitNode) {
    switch self {
    case .resistor(let from, let to, _), .capacitor(let from, let to, _),
      .currentSource(let from, let to, _):
      (from, to)
    case .diode(let anode, let cathode, _): (anode, cathode)
    case .voltageSource(let positive, let negative, _), .summer(let positive, let negative, _, _):
      (positive, negative)
    case .operationalAmplifier(let output, _, _, _): (output, .ground)
    }
  }

  /// Whether the element's current is an unknown of its own.
  var hasBranchCurrent: Bool {
    switch self {
    case .voltageSource, .summer, .operationalAmplifier: true
    case .resistor, .capacitor, .diode, .currentSource: false
    }
  }
}
