public import FabRecipe
public import FabUnits

extension LineNetworks {
  /// Returns the resistance between two terminals of one net in ohm, all other terminals open.
  ///
  /// - Parameters:
  ///   - first: One terminal.
  ///   - second: The other.
  ///   - net: The net that both lie on; a device lies on two.
  ///   - wafer: The layout that the networks belong to.
  ///   - sheets: The sheet resistance of a level.
  /// - Returns: The resistance; `nil` if a terminal doesn't lie on the net, or a level has no sheet resistance.
  public func ohms(
    from first: LineTerminal,
    to second: LineTerminal,
    onNet net: Int,
    of wafer: ExtractedWafer,
    sheets: (LevelName) -> SheetResistance?
  ) -> Double? {
    var numbers: [LineTerminal: Int] = [:]
    var links: [(Int, Int, Double)] = []
    func number(_ terminal: LineTerminal) -> Int {
      if let known = numbers[terminal] { return known }
      numbers[terminal] = numbers.count
      return numbers.count - 1
    }
    let shapes = Set(wafer.nets[net].shapes)
    for network in networks where shapes.contains(network.shape) {
      guard let sheet = sheets(network.level)?.siValue, sheet > 0 else { return nil }
      for (one, terminal) in network.terminals.enumerated() {
        let a = number(terminal)
        for two in 0..<one {
          links.append((a, number(network.terminals[two]), network.conductance(one, two) / sheet))
        }
      }
    }
    guard let source = numbers[first], let sink = numbers[second] else { return nil }
    guard source != sink else { return 0 }
    // The sink is at zero; one ampere into the source gives its potential.
    func place(_ node: Int) -> Int { node > sink ? node - 1 : node }
    var system = EnvelopeSystem(
      size: numbers.count - 1,
      links: links.lazy.filter { $0.0 != sink && $0.1 != sink }.map { (place($0.0), place($0.1)) }
    )
    for (one, two, conductance) in links where one != two {
      if one == sink || two == sink {
        system.add(conductance, to: place(one == sink ? two : one))
      } else {
        system.add(conductance, between: place(one), place(two))
      }
    }
    system.factor()
    var potentials = Array(repeating: 0.0, count: numbers.count - 1)
    potentials[place(source)] = 1
    system.solve(&potentials)
    return potentials[place(source)]
  }
}
