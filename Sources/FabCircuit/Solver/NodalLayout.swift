/// Which row and column each unknown of a circuit has, and what its branches demand.
struct NodalLayout {
  /// What a branch demands: `sum of coefficient * unknown - lag * d(output)/dt = constant`.
  struct Equation {
    var terms: [(unknown: Int, coefficient: Double)]
    var constant: Double
    var lag = 0.0
  }

  let nodeCount: Int
  let size: Int

  init(_ circuit: Circuit) {
    nodeCount = circuit.nodeNames.count - 1
    size = nodeCount + circuit.elements.count { $0.kind.hasBranchCurrent }
  }

  /// Returns the row of a node; ground's is behind all others.
  func row(_ node: CircuitNode) -> Int { node == .ground ? size : node.index - 1 }

  /// Returns the equation of a branch.
  ///
  /// That of an amplifier is `V(plus) - V(minus) - V(output)/A - lag dV(output)/dt = -offset`, which stays well
  /// scaled up to infinite gain.
  func equation(of kind: CircuitElement.Kind) -> Equation {
    switch kind {
    case .voltageSource(let positive, let negative, let volts):
      return Equation(terms: [(row(positive), 1), (row(negative), -1)], constant: volts)
    case .summer(let positive, let negative, let offset, let inputs):
      var terms = [(row(positive), 1.0), (row(negative), -1)]
      for input in inputs {
        terms.append((row(input.plus), -input.gain))
        terms.append((row(input.minus), input.gain))
      }
      return Equation(terms: terms, constant: offset)
    case .operationalAmplifier(let output, let plus, let minus, let model):
      return Equation(
        terms: [
          (row(plus), 1), (row(minus), -1), (row(output), model.gain.map { -1 / $0 } ?? 0),
        ],
        constant: -model.offsetVoltage,
        lag: model.gainBandwidth.map { 1 / (2 * Double.pi * $0) } ?? 0
      )
    case .resistor, .capacitor, .diode, .currentSource:
      return Equation(terms: [], constant: 0)
    }
  }

  /// Returns all entries that the matrix may have, some of them twice.
  func entries(of circuit: Circuit) -> [(row: Int, column: Int)] {
    // Every node's diagonal, for the conductances of the stepping.
    var entries = (0..<nodeCount).map { (row: $0, column: $0) }
    var branch = nodeCount
    for element in circuit.elements {
      let (one, two) = (row(element.kind.terminals.0), row(element.kind.terminals.1))
      if element.kind.hasBranchCurrent {
        entries += [(one, branch), (two, branch)]
        for term in equation(of: element.kind).terms { entries.append((branch, term.unknown)) }
        branch += 1
      } else {
        entries += [(one, two), (two, one)]
      }
    }
    return entries
  }
}
