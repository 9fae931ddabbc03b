/// Solves a circuit from instant to instant: capacitors and amplifiers with a bandwidth remember.
///
/// Everything else follows at once (quasi-static); states of memristors are changed between steps by whoever
/// owns them.
public final class TransientSolver {
  /// The rule by which rates of change are written.
  public let rule: IntegrationRule
  /// The time since the start, in second.
  public private(set) var time = 0.0
  /// The values of the circuit; changes hold from the next step on.
  public let values: OperatingPointSolver
  private let circuit: Circuit

  /// Checks a circuit; currents of capacitors count as paths to ground.
  ///
  /// - Throws: What creating an ``OperatingPointSolver`` throws.
  public init(
    _ circuit: Circuit,
    rule: IntegrationRule = .trapezoidal,
    options: SolverOptions = SolverOptions()
  ) throws(CircuitError) {
    self.rule = rule
    self.circuit = circuit
    values = try OperatingPointSolver(circuit, options: options, capacitorsConduct: true)
  }

  /// Starts at rest: with the operating point of the present values, nothing changing.
  ///
  /// - Throws: What ``OperatingPointSolver/run()`` throws, ``CircuitError/floatingNodes(_:)`` where only
  ///   capacitors hold a node: start from given voltages then.
  @discardableResult
  public func startAtRest() throws(CircuitError) -> CircuitSolution {
    try circuit.checkTopology()
    values.setRate(0, memory: 0)
    try values.run()
    time = 0
    values.remember(isRestart: true)
    return values.solution()
  }

  /// Starts with given voltages across capacitors and at amplifiers' outputs; those not named begin at zero.
  ///
  /// Other voltages follow with the first step.
  ///
  /// - Throws: ``CircuitError/unknownElement(name:known:)``,
  ///   ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  public func start(from voltages: [String: Double]) throws(CircuitError) {
    values.reset()
    values.forget()
    for (name, volts) in voltages.sorted(by: { $0.key < $1.key }) {
      try values.setPast(volts, ofElement: values.index(ofElement: name))
    }
    time = 0
  }

  /// Goes on by a step of time.
  ///
  /// - Parameters:
  ///   - step: How far, in second.
  ///   - isAfterJump: Whether sources or states have just jumped: such a step is taken by backward Euler, which
  ///     doesn't carry rates over the jump.
  /// - Throws: ``CircuitError/badValue(element:quantity:found:expected:)`` for steps that aren't finite and
  ///   positive; what ``OperatingPointSolver/run()`` throws.
  public func advance(by step: Double, isAfterJump: Bool = false) throws(CircuitError) {
    guard step.isFinite, step > 0, (2 / step).isFinite else {
      throw .badValue(element: "", quantity: .time, found: step, expected: "finite and above 0")
    }
    try advance(to: time + step, isAfterJump: isAfterJump, tolerance: nil)
  }

  /// Goes on to an instant, or stays where the step's error exceeds four times the tolerance.
  ///
  /// - Returns: An estimate of the error of the step, in volt; zero after a jump, where nothing tells it.
  /// - Throws: What ``advance(by:isAfterJump:)`` throws.
  @discardableResult
  func advance(
    to instant: Double,
    isAfterJump: Bool,
    tolerance: Double?
  ) throws(CircuitError) -> Double {
    let step = instant - time
    let isEuler = isAfterJump || rule == .backwardEuler
    values.setRate(isEuler ? 1 / step : 2 / step, memory: isEuler ? 0 : 1)
    try values.run()
    let error = isAfterJump || tolerance == nil ? 0 : values.rateChange() * step / 2
    if let tolerance, error > 4 * tolerance, instant > time + time.ulp * 1000 { return error }
    values.remember(isRestart: false)
    time = instant
    return error
  }

  /// Returns voltages and currents at the present time.
  public func solution() -> CircuitSolution { values.solution() }
}
