import FabDevices

/// The equations of a circuit by modified nodal analysis, laid out for repeated solving.
///
/// Unknowns are the voltages of all nodes but ground, then one current for every voltage source, summer and
/// amplifier. Row and column `size` belong to ground: entries for it go into a place behind the others, so that
/// inner loops need no question. Equations are written as `f(x) = 0` and evaluated element by element, where
/// the differences of voltages are exact to rounding; Newton's iteration then refines its own solutions.
struct NodalSystem {
  /// A resistor, or a capacitor while time passes.
  struct Conductor {
    let one: Int
    let two: Int
    let slots: ConductorSlots
    var conductance: Double
  }

  /// A capacitor with its past.
  struct Capacitor {
    let one: Int
    let two: Int
    let slots: ConductorSlots
    var farads: Double
    var voltage = 0.0
    var rate = 0.0
  }

  /// A source of a given current.
  struct Drive {
    let from: Int
    let to: Int
    var amperes: Double
  }

  /// One addend of the equation of a branch.
  struct Term {
    let unknown: Int
    let slot: Int
    var coefficient: Double
  }

  /// A source, a summer or an amplifier: its current between two nodes, and `sum of terms = constant`.
  struct Branch {
    let row: Int
    let positive: Int
    let negative: Int
    let incidence: ConductorSlots
    let terms: Range<Int>
    var constant: Double
    /// `1 / (2 pi GBW)` in second; zero where the output follows at once.
    var lag = 0.0
    var voltage = 0.0
    var rate = 0.0
  }

  /// Where the values of an element are kept.
  enum Home {
    case conductor(Int)
    case capacitor(Int)
    case junction(Int)
    case branch(Int)
    case drive(Int)
  }

  /// The number of unknowns.
  let size: Int
  /// The number of nodes without ground; their voltages come first among the unknowns.
  let nodeCount: Int
  /// The pattern of the matrix.
  let pattern: MatrixPattern
  var conductors: [Conductor] = []
  var capacitors: [Capacitor] = []
  var junctions: [DiodeJunction] = []
  var drives: [Drive] = []
  var branches: [Branch] = []
  var terms: [Term] = []
  /// Where each element's values are.
  private(set) var homes: [Home] = []
  /// The slots of the nodes' diagonals.
  let diagonal: [Int]
  /// `1/h` (backward Euler) or `2/h` (trapezoidal rule) while time passes; zero at an operating point.
  var rateFactor = 0.0
  /// One where the rule of integration uses the last rate of change, else zero.
  var rateMemory = 0.0

  /// Lays out the equations of a circuit whose values and topology have been checked.
  init(_ circuit: Circuit) {
    let layout = NodalLayout(circuit)
    size = layout.size
    nodeCount = layout.nodeCount
    let pattern = MatrixPattern(size: layout.size, entries: layout.entries(of: circuit))
    self.pattern = pattern
    diagonal = (0..<layout.nodeCount).map { pattern.slot($0, $0) }
    for element in circuit.elements { add(element.kind, layout) }
  }

  private mutating func add(_ kind: CircuitElement.Kind, _ layout: NodalLayout) {
    let (one, two) = (layout.row(kind.terminals.0), layout.row(kind.terminals.1))
    switch kind {
    case .resistor(_, _, let ohms):
      homes.append(.conductor(conductors.count))
      let slots = pattern.slots(one, two)
      conductors.append(Conductor(one: one, two: two, slots: slots, conductance: 1 / ohms))
    case .capacitor(_, _, let farads):
      homes.append(.capacitor(capacitors.count))
      let slots = pattern.slots(one, two)
      capacitors.append(Capacitor(one: one, two: two, slots: slots, farads: farads))
    case .diode(_, _, let model):
      homes.append(.junction(junctions.count))
      let slots = pattern.slots(one, two)
      junctions.append(DiodeJunction(anode: one, cathode: two, slots: slots, model: model))
    case .currentSource(_, _, let amperes):
      homes.append(.drive(drives.count))
      drives.append(Drive(from: one, to: two, amperes: amperes))
    case .voltageSource, .summer, .operationalAmplifier:
      homes.append(.branch(branches.count))
      let row = nodeCount + branches.count
      let equation = layout.equation(of: kind)
      let first = terms.count
      terms += equation.terms.map {
        Term(unknown: $0.unknown, slot: pattern.slot(row, $0.unknown), coefficient: $0.coefficient)
      }
      branches.append(
        Branch(
          row: row,
          positive: one,
          negative: two,
          incidence: ConductorSlots(
            oneOne: pattern.slot(one, row),
            twoTwo: pattern.slot(two, row),
            oneTwo: pattern.count,
            twoOne: pattern.count
          ),
          terms: first..<terms.count,
          constant: equation.constant,
          lag: equation.lag
        )
      )
    }
  }
}
