import FabDevices

/// The lines of a circuit's elements in SPICE text.
struct SPICELines {
  /// `kT/e` at 25 °C as ngspice computes it, in volt; ideality factors are chosen so that the product is ours.
  ///
  /// > Source: ngspice 39 computes with k = 1.38064852e-23 J/K and e = 1.6021766208e-19 C (CODATA 2014): its
  /// > currents at 0.3 and 0.6 V give this ratio to 13 digits, 3.4e-7 below the exact one of the SI.
  static let thermalVoltage = 1.38064852e-23 / 1.6021766208e-19 * 298.15

  private(set) var lines: [String] = []
  /// The model lines of the diodes, one for each law.
  private(set) var models: [String] = []
  private let nodes: [String]
  private let diodes: CircuitSPICE.DiodeForm
  private var modelNames: [DiodeModel: String] = [:]

  init(nodes: [String], diodes: CircuitSPICE.DiodeForm) {
    self.nodes = nodes
    self.diodes = diodes
  }

  /// Writes an element under a name that begins with its letter.
  mutating func add(_ kind: CircuitElement.Kind, _ name: String) {
    switch kind {
    case .resistor(let from, let to, let ohms):
      lines.append("\(name) \(text(from)) \(text(to)) \(ohms)")
    case .capacitor(let from, let to, let farads):
      lines.append("\(name) \(text(from)) \(text(to)) \(farads)")
    case .diode(let anode, let cathode, let model):
      add(model, name, anode: text(anode), cathode: text(cathode))
    case .voltageSource(let positive, let negative, let volts):
      lines.append("\(name) \(text(positive)) \(text(negative)) DC \(volts)")
    case .currentSource(let from, let to, let amperes):
      lines.append("\(name) \(text(from)) \(text(to)) DC \(amperes)")
    case .summer(let positive, let negative, let offset, let terms):
      let sum = terms.map { term in
        "+(\(term.gain))*(\(Self.voltage(text(term.plus)))-\(Self.voltage(text(term.minus))))"
      }
      lines.append("\(name) \(text(positive)) \(text(negative)) V=(\(offset))\(sum.joined())")
    case .operationalAmplifier(let output, let plus, let minus, let model):
      var input = text(plus)
      if model.offsetVoltage != 0 {
        input = "\(name)_offset"
        lines.append("V\(name)_offset \(input) \(text(plus)) DC \(model.offsetVoltage)")
      }
      let gain = model.gain ?? CircuitSPICE.idealGain
      lines.append("\(name) \(text(output)) 0 \(input) \(text(minus)) \(gain)")
    }
  }

  /// The series resistance lies outside, the shunt across the junction alone, as in our law.
  private mutating func add(
    _ model: DiodeModel,
    _ name: String,
    anode: String,
    cathode: String
  ) {
    var junction = anode
    if model.seriesResistance > 0 {
      junction = "\(name)_junction"
      lines.append("R\(name)_series \(anode) \(junction) \(model.seriesResistance)")
    }
    switch diodes {
    case .model:
      lines.append("\(name) \(junction) \(cathode) \(modelName(of: model))")
    case .expression:
      let across = "\(Self.voltage(junction))-\(Self.voltage(cathode))"
      lines.append(
        "B\(name) \(junction) \(cathode) I=(\(model.saturationCurrent))"
          + "*(exp((\(across))/(\(model.slopeVoltage)))-1)"
      )
    }
    if model.shuntConductance > 0 {
      lines.append("R\(name)_shunt \(junction) \(cathode) \(1 / model.shuntConductance)")
    }
  }

  private mutating func modelName(of model: DiodeModel) -> String {
    if let known = modelNames[model] { return known }
    let name = "DPVK\(modelNames.count + 1)"
    modelNames[model] = name
    let ideality = model.slopeVoltage / Self.thermalVoltage
    models.append(".model \(name) D(IS=\(model.saturationCurrent) N=\(ideality))")
    return name
  }

  private func text(_ node: CircuitNode) -> String { nodes[node.index] }

  /// The voltage of a node in an expression, where ground has none.
  private static func voltage(_ node: String) -> String { node == "0" ? "0" : "v(\(node))" }
}
