import FabDevices
public import FabDiagnostics

extension CircuitError {
  /// The message to the user.
  public var diagnostic: Diagnostic {
    Diagnostic(code, summary, fixes: fixes)
  }

  private var code: DiagnosticCode {
    switch self {
    case .floatingNodes: .circuitFloating
    case .sourceLoop, .singular: .circuitSingular
    case .notConverged, .currentsDontBalance, .equationNotMet, .factorisationFailed:
      .circuitNotConverged
    case .badValue, .badDevice: .circuitValue
    case .foreignNode, .unknownNode, .unknownElement, .wrongKind, .unknownSubcircuit, .portCount,
      .subcircuitCycle, .duplicateElement:
      .circuitStructure
    }
  }

  private var fixes: [String] {
    switch self {
    case .floatingNodes: ["connect it to ground through a resistor, a diode or a source"]
    case .sourceLoop: ["put a resistor into the loop, or take a source out"]
    case .singular, .notConverged, .currentsDontBalance, .equationNotMet, .factorisationFailed,
      .badValue, .badDevice, .foreignNode, .unknownNode, .unknownElement, .wrongKind,
      .unknownSubcircuit, .portCount,
      .subcircuitCycle, .duplicateElement:
      []
    }
  }

  private var summary: String {
    switch self {
    case .floatingNodes(let nodes):
      "no conducting path leads from node\(nodes.count > 1 ? "s" : "") \(Self.listed(nodes)) "
        + "to ground"
    case .sourceLoop(let elements):
      elements.count == 1
        ? "both ends of the source \(Self.listed(elements)) are one node"
        : "\(Self.listed(elements)) form a loop of ideal sources: nothing sets its current"
    case .singular(.voltage(let node)): "nothing determines the voltage of node '\(node)'"
    case .singular(.current(let element)): "nothing determines the current of '\(element)'"
    case .notConverged(let node, let step, let residual, let iterations):
      "no solution after \(iterations) Newton steps: the voltage of node '\(node)' last moved by "
        + "\(step) V, and \(residual) A are left at a node"
    case .currentsDontBalance(let node, let residual, let bound):
      "the currents of node '\(node)' add up to \(residual) A, more than \(bound) A"
    case .equationNotMet(let element, let residual, let bound):
      "the voltage of '\(element)' is off by \(residual) V, more than \(bound) V"
    case .factorisationFailed(let code, let unknowns):
      "a matrix of \(unknowns) unknowns can't be factored: KLU's status is \(code)"
    case .badValue(let element, let quantity, let found, let expected):
      "\(quantity.rawValue) of '\(element)' is \(found), expected: \(expected)"
    case .foreignNode(let element, let index, let count):
      "'\(element)' refers to node number \(index) of a circuit of \(count) nodes"
    case .unknownNode(let name, let known):
      "no node '\(name)'" + NearMiss.question(for: name, among: known)
    case .badDevice(let element, .outOfRange(let quantity, let found, let expected)):
      "\(quantity.rawValue) of '\(element)' is \(found), expected: \(expected)"
    case .badDevice(let element, .countMismatch(let quantity, let found, let expected)):
      "\(quantity.rawValue) of '\(element)': found \(found) values, expected \(expected)"
    case .unknownElement(let name, let known):
      "no element '\(name)'" + NearMiss.question(for: name, among: known)
    case .wrongKind(let element, let expected): "'\(element)' isn't \(expected)"
    case .unknownSubcircuit(let instance, let name, let known):
      "'\(instance)' is an instance of '\(name)', which the netlist doesn't have"
        + NearMiss.question(for: name, among: known)
    case .portCount(let instance, let subcircuit, let found, let expected):
      "'\(instance)' has \(found) nodes, expected: the \(expected) ports of '\(subcircuit)'"
    case .subcircuitCycle(let name): "the subcircuit '\(name)' contains itself"
    case .duplicateElement(let name): "two elements have the name '\(name)'"
    }
  }

  /// At most three names, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
