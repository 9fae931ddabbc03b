public import FabRecipe

/// One element of a circuit between named nodes.
public enum NetlistElement: Hashable, Sendable {
  /// A resistor in ohm: a piece of line, or what nobody meant to make.
  case resistor(name: String, from: String, to: String, ohms: Double)
  /// A diode; its current scales with the area.
  case diode(name: String, anode: String, cathode: String, areaMm2: Double)
  /// A memristor from the stack's first film to its last.
  case memristor(name: String, kind: ComponentKind, bottom: String, top: String, areaMm2: Double)
  /// A subcircuit with its ports' nodes in order.
  case instance(name: String, nodes: [String], subcircuit: String)
}
