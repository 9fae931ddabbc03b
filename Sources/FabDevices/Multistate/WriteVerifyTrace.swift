public import FabUnits

/// What a programming sequence did, step by step, and how it ended.
public struct WriteVerifyTrace: Hashable, Sendable {
  /// How a sequence ends.
  public enum Outcome: Hashable, Sendable {
    /// The last reading lies within the tolerance.
    case converged
    /// The pulses were used up before.
    case pulseLimit
    /// The device can't hold the target: it lies outside the window.
    case outsideWindow(ClosedRange<Double>)
  }

  /// A corner of the voltage over time.
  public struct WaveformPoint: Hashable, Sendable {
    /// Time from the beginning of the sequence.
    public let time: Time
    /// Voltage in volt.
    public let voltage: Double
  }

  /// The conductance that was asked for, in siemens.
  public let target: Double
  /// The steps in the order in which they happened: a reading first, then pulses each followed by a reading.
  public let events: [ProgrammingEvent]
  /// How the sequence ended.
  public let outcome: Outcome

  /// The number of pulses.
  public var pulseCount: Int { events.count { $0.kind == .pulse } }

  /// The last reading, in siemens; `nil` where nothing was read.
  public var finalReading: Double? {
    for event in events.reversed() {
      if case .read(let conductance) = event.kind { return conductance }
    }
    return nil
  }

  /// The last reading against the target, as a share; `nil` where nothing was read.
  public var relativeError: Double? {
    finalReading.map { $0 / target - 1 }
  }

  /// The largest amplitude of a pulse, in volt.
  public var largestAmplitude: Double {
    events.filter { $0.kind == .pulse }.map { abs($0.voltage) }.max() ?? 0
  }

  /// How long the sequence takes.
  public var duration: Time { events.last?.end ?? .zero }

  /// The corners of the voltage over time, for a source that plays them: two a step, zero volts between.
  public var waveform: [WaveformPoint] {
    events.flatMap { event in
      [
        WaveformPoint(time: event.start, voltage: 0),
        WaveformPoint(time: event.start, voltage: event.voltage),
        WaveformPoint(time: event.end, voltage: event.voltage),
        WaveformPoint(time: event.end, voltage: 0),
      ]
    }
  }
}
