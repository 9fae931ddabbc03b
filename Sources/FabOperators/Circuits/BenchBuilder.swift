import FabCircuit
import FabDevices

/// Draws the bench of an operator: computing units between amplifiers, summers and sources.
///
/// Resistors of 500 kohm turn voltages into currents and back, so that 1 V is 2 µA.
struct BenchBuilder {
  /// The resistance between a voltage and the current that stands for it, in ohm.
  ///
  /// > Source: Assumed: 0.1...1 V for operands of 0.2...2 µA.
  static let converterOhms = 500e3

  private(set) var circuit = Circuit()
  let amplifier: OperationalAmplifier
  private var names: [String: Int] = [:]

  init(amplifier: OperationalAmplifier) {
    self.amplifier = amplifier
  }

  /// A name that no other element or node has.
  mutating func fresh(_ stem: String) -> String {
    names[stem, default: 0] += 1
    return "\(stem)\(names[stem] ?? 0)"
  }

  /// Returns a node of a name.
  mutating func circuitNode(_ name: String) -> CircuitNode { circuit.node(name) }

  /// Adds a source that draws a current out of a node into ground.
  mutating func draw(_ amperes: Double, from node: CircuitNode) {
    circuit.add(fresh("IT"), .currentSource(from: node, to: .ground, amperes: amperes))
  }

  /// Adds a source of a voltage and returns its node.
  mutating func voltage(_ volts: Double, _ stem: String) -> CircuitNode {
    let name = fresh(stem)
    let node = circuit.node(name)
    circuit.add("V\(name)", .voltageSource(positive: node, negative: .ground, volts: volts))
    return node
  }

  /// Adds a computing unit between its word line and its bit line, each with its line.
  ///
  /// - Returns: The name of D1, whose current is the unit's.
  @discardableResult
  mutating func pcu(
    _ pcu: PCUDevices,
    multistateOhms: Double,
    binaryOhms: Double,
    wordLine: CircuitNode,
    bitLine: CircuitNode
  ) throws(OperatorError) -> String {
    let name = fresh("x")
    let anode = line(from: wordLine, ohms: pcu.lines.wordLine, "\(name)_wl")
    let cathode = circuit.node("\(name)_n1")
    let silver = line(from: cathode, ohms: pcu.lines.cathode, "\(name)_n1b")
    let island = circuit.node("\(name)_n2")
    let multistate = line(from: island, ohms: pcu.lines.island, "\(name)_n2b")
    let gold = line(from: bitLine, ohms: pcu.lines.bitLine, "\(name)_bl")
    do throws(DeviceError) {
      let first = try DiodeModel(pcu.devices.diode1, temperature: pcu.temperature)
      let second = try DiodeModel(pcu.devices.diode2, temperature: pcu.temperature)
      circuit.add("D1\(name)", .diode(anode: anode, cathode: cathode, model: first))
      circuit.add("D2\(name)", .diode(anode: island, cathode: silver, model: second))
    } catch {
      throw .device(error)
    }
    circuit.add("RM2\(name)", .resistor(from: silver, to: island, ohms: binaryOhms))
    circuit.add("RM1\(name)", .resistor(from: multistate, to: gold, ohms: multistateOhms))
    return "D1\(name)"
  }

  /// Adds a unit with M1 and M2 low.
  @discardableResult
  mutating func logarithmic(
    _ unit: PCUDevices,
    wordLine: CircuitNode,
    bitLine: CircuitNode
  ) throws(OperatorError) -> String {
    try pcu(
      unit,
      multistateOhms: unit.lowestMultistateResistance,
      binaryOhms: unit.devices.binary.lowResistance,
      wordLine: wordLine,
      bitLine: bitLine
    )
  }

  /// Adds an amplifier that holds a node at ground, and returns its output.
  mutating func virtualGround(_ node: CircuitNode) -> CircuitNode {
    let name = fresh("o")
    let output = circuit.node(name)
    circuit.add(
      "U\(name)",
      .operationalAmplifier(output: output, plus: .ground, minus: node, model: amplifier)
    )
    return output
  }

  /// Adds a virtual ground whose amplifier turns the current into it into a voltage: minus 500 kohm times the current.
  ///
  /// - Returns: The node that takes the current, and the output.
  mutating func ammeter() -> (input: CircuitNode, output: CircuitNode) {
    let name = fresh("i")
    let input = circuit.node(name)
    let output = virtualGround(input)
    circuit.add("RF\(name)", .resistor(from: input, to: output, ohms: Self.converterOhms))
    return (input, output)
  }

  /// Adds a logarithm of a current and returns the amplifier's output: minus the unit's voltage at it.
  mutating func logarithm(
    ofAmperes amperes: Double,
    by unit: PCUDevices
  ) throws(OperatorError) -> CircuitNode {
    let source = voltage(amperes * Self.converterOhms, "vin")
    return try logarithm(ofVoltage: source, by: unit)
  }

  /// Adds a logarithm of the current that a voltage stands for.
  mutating func logarithm(
    ofVoltage source: CircuitNode,
    by unit: PCUDevices
  ) throws(OperatorError) -> CircuitNode {
    let name = fresh("l")
    let node = circuit.node(name)
    circuit.add("RX\(name)", .resistor(from: source, to: node, ohms: Self.converterOhms))
    return try logarithm(intoNode: node, by: unit)
  }

  /// Adds a logarithm of what flows into a node, which its amplifier holds at ground.
  mutating func logarithm(
    intoNode node: CircuitNode,
    by unit: PCUDevices
  ) throws(OperatorError) -> CircuitNode {
    let output = virtualGround(node)
    try logarithmic(unit, wordLine: node, bitLine: output)
    return output
  }

  /// Adds a summer and returns its output.
  mutating func sum(_ terms: [SummerTerm], offset: Double = 0) -> CircuitNode {
    let name = fresh("s")
    let node = circuit.node(name)
    circuit.add(
      "E\(name)",
      .summer(positive: node, negative: .ground, offset: offset, terms: terms)
    )
    return node
  }

  /// Adds the exponential of a voltage and returns a node at minus 500 kohm times its current.
  mutating func exponential(
    of drive: CircuitNode,
    by unit: PCUDevices
  ) throws(OperatorError) -> CircuitNode {
    let meter = ammeter()
    try logarithmic(unit, wordLine: drive, bitLine: meter.input)
    return meter.output
  }

  /// Adds a product or quotient of the currents that two voltages stand for.
  ///
  /// - Parameters:
  ///   - first: One operand: 500 kohm times its current.
  ///   - second: The other.
  ///   - units: Three units.
  ///   - sign: 1 for a product, -1 for a quotient.
  ///   - bias: The voltage of the bench's diode at the reference current, in volt.
  /// - Returns: A node at minus 500 kohm times the result.
  /// - Throws: ``OperatorError/device(_:)``.
  mutating func product(
    _ first: CircuitNode,
    _ second: CircuitNode,
    _ units: ArraySlice<PCUDevices>,
    sign: Double,
    bias: Double
  ) throws(OperatorError) -> CircuitNode {
    let start = units.startIndex
    let one = try logarithm(ofVoltage: first, by: units[start])
    let other = try logarithm(ofVoltage: second, by: units[start + 1])
    let drive = sum(
      [SummerTerm(plus: one, gain: -1), SummerTerm(plus: other, gain: -sign)],
      offset: -sign * bias
    )
    return try exponential(of: drive, by: units[start + 2])
  }

  /// Adds a programmed M1 from a voltage at configure line 1 into a bit line.
  mutating func synapse(
    _ pcu: PCUDevices,
    conductance: Double,
    input: CircuitNode,
    bitLine: CircuitNode
  ) {
    let name = fresh("m")
    let island = line(from: input, ohms: pcu.lines.configure, "\(name)_cl1")
    let gold = line(from: bitLine, ohms: pcu.lines.bitLine, "\(name)_bl")
    circuit.add("RM1\(name)", .resistor(from: island, to: gold, ohms: 1 / conductance))
  }

  /// Adds a line and returns its far end; the node itself where the line has no resistance.
  private mutating func line(from node: CircuitNode, ohms: Double, _ name: String) -> CircuitNode {
    guard ohms > 0 else { return node }
    let end = circuit.node(name)
    circuit.add("RL\(name)", .resistor(from: node, to: end, ohms: ohms))
    return end
  }
}
