/// A circuit played over time: waveforms at its sources, memristors that change with what they see.
///
/// Steps end at every corner of a waveform. A multistate memristor keeps its resistance between two corners and
/// changes at the second one, by the whole of what it has seen, as the pulse law is meant; a binary one switches
/// after the step in which its threshold was passed.
public struct TransientRun {
  /// The circuit.
  public let circuit: Circuit
  /// The waveforms of sources by name.
  public var waveforms: [String: SourceWaveform]
  /// The memristors by the names of the resistors whose place they take; after a run in their last states.
  public private(set) var memristors: [String: MemristorState]
  /// The rule by which rates of change are written.
  public var rule: IntegrationRule
  /// The longest step of time, in second.
  public var longestStep: Double
  /// The error of a step that is aimed at, in volt; `nil` for steps of the longest size between corners.
  public var stepTolerance: Double?
  /// How exactly each instant is solved.
  public var options = SolverOptions()

  /// Creates a run.
  public init(
    _ circuit: Circuit,
    waveforms: [String: SourceWaveform],
    memristors: [String: MemristorState] = [:],
    rule: IntegrationRule = .trapezoidal,
    longestStep: Double,
    stepTolerance: Double? = nil
  ) {
    self.circuit = circuit
    self.waveforms = waveforms
    self.memristors = memristors
    self.rule = rule
    self.longestStep = longestStep
    self.stepTolerance = stepTolerance
  }

  /// Plays from the operating point at time zero.
  ///
  /// - Parameters:
  ///   - end: When to stop, in second.
  ///   - generator: Source of the memristors' deviates.
  ///   - visit: Called after each step with the solver, its time and the memristors.
  /// - Throws: What a ``TransientSolver`` throws; ``CircuitError/wrongKind(element:expected:)`` where a
  ///   waveform belongs to no source or a memristor to no resistor;
  ///   ``CircuitError/badValue(element:quantity:found:expected:)`` for times that aren't finite and positive.
  public mutating func play(
    until end: Double,
    using generator: inout some RandomNumberGenerator,
    visit: (TransientSolver, [String: MemristorState]) -> Void
  ) throws(CircuitError) {
    for time in [end, longestStep] where !(time.isFinite && time > 0) {
      throw .badValue(element: "", quantity: .time, found: time, expected: "finite and above 0")
    }
    let solver = try TransientSolver(circuit, rule: rule, options: options)
    let sources = try indices(waveforms.keys.sorted(), in: solver)
    let places = try indices(memristors.keys.sorted(), in: solver)
    var drives: [String: MemristorDrive] = [:]
    try setSources(sources, of: solver, at: 0, isBefore: false)
    try setResistances(places, of: solver)
    try solver.startAtRest()
    visit(solver, memristors)
    let corners = Set(waveforms.values.flatMap { $0.corners.map(\.time) }).union([end])
    for corner in corners.filter({ $0 > 0 && $0 <= end }).sorted() {
      var isFirst = true
      // After a jump nothing is known about the error: begin small.
      var step = stepTolerance == nil ? longestStep : longestStep * Self.firstShare
      while solver.time < corner {
        // Equal steps up to the corner, so that none is tiny.
        let count = max(1, ((corner - solver.time) / min(step, longestStep)).rounded(.up))
        let next = count == 1 ? corner : solver.time + (corner - solver.time) / count
        let width = next - solver.time
        try setSources(sources, of: solver, at: next, isBefore: true)
        let error = try solver.advance(to: next, isAfterJump: isFirst, tolerance: stepTolerance)
        step = width * growth(error)
        guard solver.time == next else { continue }
        for (name, index) in places {
          guard let device = memristors[name] else { continue }
          let volts = solver.values.voltage(acrossElement: index)
          drives[name, default: MemristorDrive()].add(volts, for: width, on: device)
          if case .binary = device { update(name, &drives, &generator) }
        }
        isFirst = false
        visit(solver, memristors)
        try setResistances(places, of: solver)
      }
      for (name, _) in places { update(name, &drives, &generator) }
      try setResistances(places, of: solver)
    }
  }

  /// The share of the longest step with which a controlled run goes on after a corner.
  private static let firstShare = 1e-3

  /// Returns by how much the next step may be longer; the error of a step grows with its square.
  private func growth(_ error: Double) -> Double {
    guard let stepTolerance else { return .infinity }
    return min(2, max(0.2, 0.9 * (stepTolerance / max(error, .leastNormalMagnitude)).squareRoot()))
  }

  private func indices(
    _ names: [String],
    in solver: TransientSolver
  ) throws(CircuitError) -> [(name: String, index: Int)] {
    var result: [(name: String, index: Int)] = []
    for name in names { result.append((name, try solver.values.index(ofElement: name))) }
    return result
  }

  private func setSources(
    _ sources: [(name: String, index: Int)],
    of solver: TransientSolver,
    at time: Double,
    isBefore: Bool
  ) throws(CircuitError) {
    for (name, index) in sources {
      guard let waveform = waveforms[name] else { continue }
      try solver.values.setSource(waveform.value(at: time, isBefore: isBefore), ofElement: index)
    }
  }

  private func setResistances(
    _ places: [(name: String, index: Int)],
    of solver: TransientSolver
  ) throws(CircuitError) {
    for (name, index) in places {
      guard let device = memristors[name] else { continue }
      try solver.values.setResistance(device.resistance, ofElement: index)
    }
  }

  private mutating func update(
    _ name: String,
    _ drives: inout [String: MemristorDrive],
    _ generator: inout some RandomNumberGenerator
  ) {
    guard var device = memristors[name] else { return }
    drives[name]?.apply(to: &device, using: &generator)
    memristors[name] = device
  }
}
