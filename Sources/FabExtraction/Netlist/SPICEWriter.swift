import FabRecipe

/// Writes a netlist as SPICE text that runs as it is: subcircuits, models, sources, an operating point.
///
/// Equal netlists give equal bytes. The states of the memristors are parameters of each PCU: `RM1` and `RM2`.
public enum SPICEWriter {
  /// Returns the text.
  public static func text(
    of netlist: Netlist,
    parameters: SPICEParameters = SPICEParameters()
  ) -> String {
    let title = netlist.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    var lines = [
      "* \(title)",
      ".model DPVK D(IS=\(number(parameters.saturationCurrentPerMm2)) "
        + "N=\(number(parameters.ideality)) RS=\(number(parameters.seriesResistanceMm2)))",
      ".param RM1=\(number(parameters.multistateOhms)) RM2=\(number(parameters.binaryOhms))",
    ]
    for subcircuit in netlist.subcircuits {
      lines.append(
        ".subckt \(subcircuit.name) \(subcircuit.ports.joined(separator: " ")) "
          + "RM1=\(number(parameters.multistateOhms)) RM2=\(number(parameters.binaryOhms))"
      )
      lines += subcircuit.elements.map(line)
      lines.append(".ends \(subcircuit.name)")
    }
    lines += netlist.elements.map(line)
    var seen: Set<String> = []
    for node in netlist.contactNodes.compactMap({ $0 }) where seen.insert(node).inserted {
      if let voltage = parameters.voltages[node] {
        lines.append("V\(node) \(node) 0 DC \(number(voltage))")
      } else {
        lines.append("Rleak_\(node) \(node) 0 \(number(parameters.leakageOhms))")
      }
    }
    return (lines + [".op", ".end"]).joined(separator: "\n") + "\n"
  }

  private static func line(_ element: NetlistElement) -> String {
    switch element {
    case .resistor(let name, let from, let to, let ohms):
      return "R\(name) \(from) \(to) \(number(ohms))"
    case .diode(let name, let anode, let cathode, let area):
      return "D\(name) \(anode) \(cathode) DPVK area=\(number(area))"
    case .memristor(let name, let kind, let bottom, let top, _):
      let state = kind == .binaryMemristor ? "{RM2}" : "{RM1}"
      return "R\(name) \(bottom) \(top) \(state)"
    case .instance(let name, let nodes, let subcircuit):
      return "X\(name) \(nodes.joined(separator: " ")) \(subcircuit)"
    }
  }

  /// A number with seven significant digits.
  private static func number(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    while abs(value) * scale < 1e6 { scale *= 10 }
    while abs(value) * scale >= 1e7 { scale /= 10 }
    let digits = (value * scale).rounded()
    return scale >= 1 ? "\(digits / scale)" : "\(digits * (1 / scale).rounded())"
  }
}
