public import FabDevices

/// One element of a circuit.
public struct CircuitElement: Hashable, Sendable {
  /// What an element is, and between which nodes.
  public enum Kind: Hashable, Sendable {
    /// A resistor in ohm, above zero; also a memristor that is only read.
    case resistor(from: CircuitNode, to: CircuitNode, ohms: Double)
    /// A capacitor in farad; open at an operating point.
    case capacitor(from: CircuitNode, to: CircuitNode, farads: Double)
    /// A diode with its series resistance and shunt.
    case diode(anode: CircuitNode, cathode: CircuitNode, model: DiodeModel)
    /// An ideal source; its current counts from the positive node through the source to the negative one.
    case voltageSource(positive: CircuitNode, negative: CircuitNode, volts: Double)
    /// A source that drives its current out of `from`, through itself, into `to`.
    case currentSource(from: CircuitNode, to: CircuitNode, amperes: Double)
    /// A source of the voltage `offset + sum of gain * (V(plus) - V(minus))`, for instance an ideal summer.
    case summer(positive: CircuitNode, negative: CircuitNode, offset: Double, terms: [SummerTerm])
    /// An operational amplifier with its output against ground.
    case operationalAmplifier(
      output: CircuitNode,
      plus: CircuitNode,
      minus: CircuitNode,
      model: OperationalAmplifier
    )
  }

  /// The name, unique in its circuit.
  public let name: String
  /// What it is.
  public let kind: Kind

  /// Creates an element.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
