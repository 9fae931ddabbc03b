/// What `simulate program` did: printed with `--json`.
public struct ProgramReport: Encodable, Sendable {
  /// The conductance before.
  public var startConductanceSiemens: Double
  /// The conductance that was asked for.
  public var targetConductanceSiemens: Double
  /// The deviation that counts as reached.
  public var tolerancePercent: Double
  /// The lowest and the highest conductance that the device holds.
  public var windowSiemens: [Double]
  /// The area of the device.
  public var areaMm2: Double
  /// The seed of what differs from pulse to pulse.
  public var seed: UInt64
  /// `converged` or `pulse-limit`.
  public var outcome: String
  /// The number of pulses.
  public var pulses: Int
  /// The number of readings.
  public var readings: Int
  /// How long the sequence takes.
  public var durationSecond: Double
  /// The last reading.
  public var finalConductanceSiemens: Double
  /// The last reading against the target.
  public var relativeErrorPercent: Double
  /// The largest amplitude of a pulse.
  public var largestAmplitudeVolt: Double
  /// How the state drifts after programming.
  public var drift: Drift
  /// What the readings do to the state.
  public var readDisturbance: Disturbance
  /// The steps, in order.
  public var steps: [Step]

  /// The drift after programming.
  public struct Drift: Encodable, Sendable {
    /// The time without voltage.
    public var afterSecond: Double
    /// The change of the conductance in that time.
    public var changePercent: Double
    /// The change that is claimed not to be exceeded.
    public var limitPercent: Double
    /// Whether it isn't.
    public var isWithinLimit: Bool
  }

  /// What all readings together do to the state.
  public struct Disturbance: Encodable, Sendable {
    /// `harmless`, `marginal` (below the threshold of the device, yet a programming amplitude) or `disturbing`.
    public var verdict: String
    /// The change that all readings together make.
    public var changePercent: Double
  }

  /// A pulse or a reading.
  public struct Step: Encodable, Sendable {
    /// `pulse` or `read`.
    public var kind: String
    /// When it begins.
    public var startSecond: Double
    /// How long it lasts.
    public var widthSecond: Double
    /// The voltage.
    public var voltageVolt: Double
    /// What was read; absent for pulses.
    public var conductanceSiemens: Double?
  }
}
