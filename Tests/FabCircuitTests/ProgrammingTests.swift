import FabCircuit
import FabDevices
import FabNumerics
import FabUnits
import Testing

/// Memristors that are programmed and read inside a circuit.
@Suite struct ProgrammingTests {
  private func quiet() throws -> MultistateParameters {
    try MultistateParameters(cycleSpread: 0, driftCoefficient: 0)
  }

  /// A memristor behind a line, driven by the waveform of a write-verify sequence.
  private func play(
    _ trace: WriteVerifyTrace,
    on device: MultistateMemristor,
    line: Double,
    capacitance: Double? = nil
  ) throws -> (device: MultistateMemristor, readings: [Double]) {
    var circuit = Circuit()
    let (input, top) = (circuit.node("in"), circuit.node("top"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0))
    circuit.add("Rline", .resistor(from: input, to: top, ohms: line))
    circuit.add("M1", .resistor(from: top, to: .ground, ohms: 1 / device.conductance))
    if let capacitance {
      circuit.add("C1", .capacitor(from: top, to: .ground, farads: capacitance))
    }
    let corners = trace.waveform.map {
      SourceWaveform.Corner(time: $0.time.siValue, value: $0.voltage)
    }
    var run = TransientRun(
      circuit,
      waveforms: ["V1": SourceWaveform(corners)],
      memristors: ["M1": .multistate(device)],
      longestStep: 2e-3
    )
    var readings: [Double] = []
    let ends = trace.events.filter { $0.kind != .pulse }.map(\.end.siValue)
    var generator = Xoshiro256(seed: 3)
    try run.play(until: trace.duration.siValue, using: &generator) { solver, _ in
      guard ends.contains(solver.time) else { return }
      let solution = solver.solution()
      guard let current = solution.current(of: "M1"), let volts = solution.voltage(of: "in") else {
        return
      }
      readings.append(current / volts)
    }
    guard case .multistate(let last) = try #require(run.memristors["M1"]) else {
      throw CircuitError.unknownElement(name: "M1", known: [])
    }
    return (last, readings)
  }

  @Test func playsAWriteVerifySequence() throws {
    let start = try MultistateMemristor(quiet(), conductance: 2e-5)
    var alone = start
    var generator = Xoshiro256(seed: 2)
    let trace = try WriteVerify().program(&alone, to: 1e-4, using: &generator)
    #expect(trace.outcome == .converged)
    #expect(trace.pulseCount > 4)

    // A line of 1 mohm: what the device alone does, to the resistance's share.
    let direct = try play(trace, on: start, line: 1e-3)
    #expect(abs(direct.device.conductance / alone.conductance - 1) < 1e-6)
    let expected = trace.events.compactMap { event in
      if case .read(let conductance) = event.kind { conductance } else { nil }
    }
    #expect(direct.readings.count == expected.count)
    for (found, wanted) in zip(direct.readings, expected) {
      #expect(abs(found / wanted - 1) < 1e-6)
    }

    // A line of 1 kohm takes its share of every pulse: the state stays behind, and readings show both in series.
    let through = try play(trace, on: start, line: 1000)
    #expect(through.device.conductance < 0.95 * alone.conductance)
    #expect(through.device.conductance > start.conductance)
    let last = try #require(through.readings.last)
    #expect(abs(last * (1000 + 1 / through.device.conductance) - 1) < 1e-9)
    // By hand, pulse by pulse.
    var byHand = start
    for event in trace.events {
      let share = 1 / (1 + 1000 * byHand.conductance)
      byHand.apply(voltage: event.voltage * share, width: event.width, using: &generator)
    }
    #expect(abs(through.device.conductance / byHand.conductance - 1) < 1e-9)
  }

  /// A capacitor rounds off the pulses: it takes away about its time constant of each.
  @Test func capacitanceShortensPulses() throws {
    let start = try MultistateMemristor(quiet(), conductance: 2e-5)
    var alone = start
    var generator = Xoshiro256(seed: 2)
    let trace = try WriteVerify().program(&alone, to: 1e-4, using: &generator)
    let sharp = try play(trace, on: start, line: 1000).device.conductance
    let round = try play(trace, on: start, line: 1000, capacitance: 3e-6).device.conductance
    #expect(round < 0.99 * sharp)
    #expect(round > start.conductance)
  }

  /// A binary memristor sets once its own share of the voltage passes the threshold, and resets.
  @Test func switchesABinaryMemristor() throws {
    var generator = Xoshiro256(seed: 5)
    let parameters = try BinaryParameters(setSpread: 0, resetSpread: 0, highSpread: 0)
    let device = BinaryMemristor(parameters, using: &generator)
    var circuit = Circuit()
    let (input, top) = (circuit.node("in"), circuit.node("top"))
    circuit.add("V1", .voltageSource(positive: input, negative: .ground, volts: 0))
    circuit.add("Rline", .resistor(from: input, to: top, ohms: 100))
    circuit.add("M2", .resistor(from: top, to: .ground, ohms: device.resistance))
    let corners = [
      (0.0, 0.0), (1e-3, 0.7), (2e-3, 0), (3e-3, -0.7), (4e-3, 0),
    ]
    .map { SourceWaveform.Corner(time: $0.0, value: $0.1) }
    var run = TransientRun(
      circuit,
      waveforms: ["V1": SourceWaveform(corners)],
      memristors: ["M2": .binary(device, compliance: 1e-3)],
      longestStep: 1e-5
    )
    var states: [(time: Double, state: BinaryMemristor.State)] = []
    try run.play(until: 4e-3, using: &generator) { solver, devices in
      guard case .binary(let device, _) = devices["M2"] else { return }
      if device.state != states.last?.state { states.append((solver.time, device.state)) }
    }
    #expect(states.map(\.state) == [.high, .low, .high])
    // SET at 0.6 V of a ramp of 700 V/s. RESET where the share of 300 ohm behind 100 ohm is -0.4 V.
    #expect(abs(states[1].time - 0.6 / 700) < 2.1e-5)
    #expect(abs(states[2].time - (2e-3 + 0.4 * 4 / 3 / 700)) < 2.1e-5)
  }
}
