/// How exactly a circuit is solved, and how long it is tried.
public struct SolverOptions: Hashable, Sendable {
  /// The step of a voltage below which Newton's iteration may end, in volt.
  ///
  /// The error shrinks quadratically: after a step of 1e-8 V a diode's voltage is right to 1e-15 V.
  public var voltageTolerance = 1e-8
  /// The same relative to the voltage.
  public var relativeTolerance = 1e-9
  /// By how much both tolerances of a step are wider after twenty steps.
  ///
  /// Where a circuit amplifies rounding errors, its voltages never come to rest; currents must balance all the same.
  public var lateFactor = 100.0
  /// The sum of a node's currents that a solution may leave, relative to the sum of their magnitudes.
  public var relativeResidual = 1e-9
  /// The same as a current, in ampere.
  public var absoluteResidual = 1e-18
  /// The most steps of one run of Newton's iteration.
  public var iterationLimit = 100
  /// The most runs of Newton's iteration while conductances or sources are stepped.
  public var continuationLimit = 200

  /// Creates the defaults.
  public init() {}
}
