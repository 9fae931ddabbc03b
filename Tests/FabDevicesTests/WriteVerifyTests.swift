import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct WriteVerifyTests {
  private func quietDevice(_ conductance: Double) throws -> MultistateMemristor {
    try MultistateMemristor(
      MultistateParameters(cycleSpread: 0, driftCoefficient: 0),
      conductance: conductance
    )
  }

  @Test func sequenceIsThePublishedOne() throws {
    var device = try quietDevice(1e-4)
    var generator = Xoshiro256(seed: 1)
    let trace = try WriteVerify().program(&device, to: 2e-4, using: &generator)
    #expect(trace.outcome == .converged)
    let pulses = trace.events.filter { $0.kind == .pulse }
    let rising = pulses.prefix { $0.voltage > 0 }
    for (index, pulse) in rising.enumerated() {
      #expect(pulse.voltage == 0.2 + 0.1 * Double(index))
      #expect(pulse.width == Time(siValue: 0.02))
    }
    // By hand: ln 2 = 0.693; pulses of 0.2...1.0 V add up to 0.851 after the ninth, so that the ninth jumps over.
    #expect(rising.count == 9)
    #expect(pulses.dropFirst(9).first?.voltage == -0.2)
    for (index, event) in trace.events.enumerated() {
      #expect((event.kind == .pulse) == !index.isMultiple(of: 2))
      if index > 0 { #expect(event.start == trace.events[index - 1].end) }
      if event.kind != .pulse { #expect(event.voltage == 0.01) }
    }
    #expect(abs(try #require(trace.relativeError)) <= 0.01)
    #expect(trace.finalReading == device.conductance)
  }

  @Test func waveformPlaysTheSequence() throws {
    var device = try quietDevice(1e-4)
    var generator = Xoshiro256(seed: 1)
    let programmer = try WriteVerify(gap: Time(siValue: 0.001))
    let trace = programmer.program(&device, to: 1.05e-4, using: &generator)
    let wave = trace.waveform
    #expect(wave.count == 4 * trace.events.count)
    #expect(zip(wave, wave.dropFirst()).allSatisfy { $0.time <= $1.time })
    #expect(wave.first?.voltage == 0)
    #expect(wave.last?.voltage == 0)
    // The integral of the waveform is the sum of voltage times width.
    let integral = zip(wave, wave.dropFirst())
      .reduce(0.0) { sum, pair in
        sum + (pair.0.voltage + pair.1.voltage) / 2 * (pair.1.time - pair.0.time).siValue
      }
    let expected = trace.events.reduce(0.0) { $0 + $1.voltage * $1.width.siValue }
    #expect(abs(integral - expected) < 1e-12)
    #expect(trace.events[1].start == Time(siValue: 0.02) + Time(siValue: 0.001))
    let steps = Double(trace.events.count)
    #expect(abs(trace.duration.siValue - (0.02 * steps + 0.001 * (steps - 1))) < 1e-12)
  }

  @Test func reachedTargetNeedsNoPulse() throws {
    var device = try quietDevice(1e-4)
    var generator = Xoshiro256(seed: 1)
    let trace = try WriteVerify().program(&device, to: 1.009e-4, using: &generator)
    #expect(trace.outcome == .converged)
    #expect(trace.pulseCount == 0)
    #expect(trace.events.count == 1)
  }

  @Test func targetsOutsideTheWindowAreRefusedWithoutAPulse() throws {
    var device = try quietDevice(1e-4)
    var generator = Xoshiro256(seed: 1)
    for target in [1e-7, 2e-3, -1, .nan] {
      let trace = try WriteVerify().program(&device, to: target, using: &generator)
      #expect(trace.outcome == .outsideWindow(1e-6...1.25e-3))
      #expect(trace.events.isEmpty)
    }
  }

  @Test func amplitudeAndPulsesHaveTheirLimits() throws {
    let deaf = try MultistateParameters(thresholdVoltage: 5, cycleSpread: 0)
    var device = try MultistateMemristor(deaf, conductance: 1e-4)
    var generator = Xoshiro256(seed: 1)
    let trace = try WriteVerify().program(&device, to: 2e-4, using: &generator)
    #expect(trace.outcome == .pulseLimit)
    #expect(trace.pulseCount == 60)
    #expect(trace.largestAmplitude == 2)
    #expect(trace.events.count == 121)
  }

  @Test func mostDevicesConvergeFromAnywhere() throws {
    let programmer = try WriteVerify()
    var errors: [Double] = []
    var pulses: [Double] = []
    let runs = 1000
    for run in 0..<runs {
      var generator = Xoshiro256(seed: 4, key: [UInt64(run)])
      let start = 2e-6 * pow(500, generator.uniformDeviate())
      let target = 2e-6 * pow(500, generator.uniformDeviate())
      var device = try MultistateMemristor(.nominal, conductance: start)
      let trace = programmer.program(&device, to: target, using: &generator)
      pulses.append(Double(trace.pulseCount))
      if trace.outcome == .converged { errors.append(try #require(trace.relativeError)) }
    }
    let share = Double(errors.count) / Double(runs)
    #expect(share > 0.95, "converged \(share)")
    #expect(errors.allSatisfy { abs($0) <= 0.01 })
    let error = try #require(SampleStatistics(errors))
    // Within a band of one percent the end points are spread nearly evenly: 0.58 %.
    #expect(error.standardDeviation > 0.004 && error.standardDeviation < 0.0062)
    let count = try #require(SampleStatistics(pulses))
    #expect(count.median > 10 && count.median < 35, "median \(count.median)")
  }

  @Test func sameSeedGivesTheSameTrace() throws {
    func run() throws -> WriteVerifyTrace {
      var generator = Xoshiro256(seed: 9)
      var device = try MultistateMemristor(.nominal, conductance: 1e-5)
      return try WriteVerify().program(&device, to: 5e-4, using: &generator)
    }
    #expect(try run() == run())
  }

  @Test func absurdSettingsAreRefused() {
    #expect(throws: DeviceError.self) { try WriteVerify(startVoltage: 0) }
    #expect(throws: DeviceError.self) { try WriteVerify(startVoltage: 3, voltageLimit: 2) }
    #expect(throws: DeviceError.self) { try WriteVerify(tolerance: 0) }
    #expect(throws: DeviceError.self) { try WriteVerify(pulseLimit: 0) }
    #expect(throws: DeviceError.self) { try WriteVerify(pulseWidth: Time(siValue: -1)) }
  }
}
