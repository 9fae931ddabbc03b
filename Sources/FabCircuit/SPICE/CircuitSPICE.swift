import FabDevices
import Foundation

/// A circuit as SPICE text that ngspice runs as written.
///
/// Equal circuits give equal bytes. Numbers have all digits that a double needs, tolerances are far below
/// ngspice's usual ones, and the temperature is the one at which its thermal voltage gives ours.
public struct CircuitSPICE: Hashable, Sendable {
  /// How a diode's exponential is written.
  public enum DiodeForm: Hashable, Sendable, CaseIterable {
    /// As ngspice's own diode, which converges best; beyond three slope voltages in reverse it follows a power
    /// law that differs by up to 0.4 % of the saturation current.
    case model
    /// As a source of the exact law, which may converge worse.
    case expression
  }

  /// Stands for infinite gain.
  ///
  /// An ideal amplifier's output is off by the noise gain over this; larger values cost ngspice digits.
  public static let idealGain = 1e9

  /// The text.
  public let text: String
  /// The names of the nodes in the text; shape `[node]`, in the order of the circuit.
  public let nodeNames: [String]
  /// The names of the elements in the text; shape `[element]`, in the order of the circuit.
  public let elementNames: [String]

  /// Writes a circuit.
  ///
  /// - Parameters:
  ///   - circuit: The circuit.
  ///   - title: One line that says what it is.
  ///   - diodes: How diodes are written.
  ///   - isPrinting: Whether ngspice prints all voltages and the currents of voltage sources with 15 digits.
  /// - Throws: ``CircuitError/badValue(element:quantity:found:expected:)``,
  ///   ``CircuitError/foreignNode(element:index:count:)``.
  public init(
    _ circuit: Circuit,
    title: String,
    diodes: DiodeForm = .model,
    isPrinting: Bool = true
  ) throws(CircuitError) {
    try circuit.checkValues()
    var names = SPICENames()
    nodeNames = circuit.nodeNames.map { $0 == "0" ? "0" : names.node($0) }
    elementNames = circuit.elements.map { names.element($0.name, letter: Self.letter($0.kind)) }
    var writer = SPICELines(nodes: nodeNames, diodes: diodes)
    for (element, name) in zip(circuit.elements, elementNames) { writer.add(element.kind, name) }
    let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    var lines = ["* \(line)", Self.options] + writer.models + writer.lines
    if isPrinting {
      lines += [".control", "set numdgt=15", "op"]
      lines += nodeNames.dropFirst().map { "print v(\($0))" }
      for (element, name) in zip(circuit.elements, elementNames) {
        if case .voltageSource = element.kind { lines.append("print i(\(name))") }
      }
      lines.append(".endc")
    } else {
      lines.append(".op")
    }
    text = (lines + [".end"]).joined(separator: "\n") + "\n"
  }

  private static let options =
    ".options temp=25 tnom=25 reltol=1e-9 abstol=1e-15 vntol=1e-9 gmin=1e-18 itl1=1000 "
    + "itl2=1000"

  private static func letter(_ kind: CircuitElement.Kind) -> Character {
    switch kind {
    case .resistor: "R"
    case .capacitor: "C"
    case .diode: "D"
    case .voltageSource: "V"
    case .currentSource: "I"
    case .summer: "B"
    case .operationalAmplifier: "E"
    }
  }
}
