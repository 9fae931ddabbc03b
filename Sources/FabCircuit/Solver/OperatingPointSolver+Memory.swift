extension OperatingPointSolver {
  /// Chooses how rates of change are written: `factor * (new - old) - memory * old rate`; zero for none.
  func setRate(_ factor: Double, memory: Double) {
    if system.rateFactor != factor { isLinearStale = true }
    system.rateFactor = factor
    system.rateMemory = memory
  }

  /// Keeps the present voltages and rates of all that remembers; at a restart nothing changes.
  func remember(isRestart: Bool) {
    for index in system.capacitors.indices {
      let capacitor = system.capacitors[index]
      let volts = unknowns[capacitor.one] - unknowns[capacitor.two]
      let rate =
        system.rateFactor * (volts - capacitor.voltage) - system.rateMemory * capacitor.rate
      system.capacitors[index].rate = isRestart ? 0 : rate
      system.capacitors[index].voltage = volts
    }
    for index in system.branches.indices where system.branches[index].lag > 0 {
      let branch = system.branches[index]
      let rate = system.outputRate(of: branch, unknowns)
      system.branches[index].rate = isRestart ? 0 : rate
      system.branches[index].voltage = unknowns[branch.positive]
    }
  }

  /// Returns the greatest change of a rate over the last step, in volt per second.
  func rateChange() -> Double {
    var greatest = 0.0
    for capacitor in system.capacitors {
      let volts = unknowns[capacitor.one] - unknowns[capacitor.two]
      let rate =
        system.rateFactor * (volts - capacitor.voltage) - system.rateMemory * capacitor.rate
      greatest = max(greatest, abs(rate - capacitor.rate))
    }
    for branch in system.branches where branch.lag > 0 {
      greatest = max(greatest, abs(system.outputRate(of: branch, unknowns) - branch.rate))
    }
    return greatest
  }

  /// Returns the voltage across a two-terminal element after the last solve, in volt.
  func voltage(acrossElement index: Int) -> Double {
    let (one, two) = kinds[index].terminals
    return voltage(one) - voltage(two)
  }

  /// Sets all that is remembered to zero.
  func forget() {
    for index in system.capacitors.indices {
      system.capacitors[index].voltage = 0
      system.capacitors[index].rate = 0
    }
    for index in system.branches.indices {
      system.branches[index].voltage = 0
      system.branches[index].rate = 0
    }
  }

  /// Sets what a capacitor or an amplifier remembers.
  ///
  /// - Throws: ``CircuitError/wrongKind(element:expected:)``,
  ///   ``CircuitError/badValue(element:quantity:found:expected:)``.
  func setPast(_ volts: Double, ofElement index: Int) throws(CircuitError) {
    guard volts.isFinite else {
      throw .badValue(
        element: names.elements[index],
        quantity: .voltage,
        found: volts,
        expected: "finite"
      )
    }
    switch system.homes[index] {
    case .capacitor(let place): system.capacitors[place].voltage = volts
    case .branch(let place) where system.branches[place].lag > 0:
      system.branches[place].voltage = volts
    case .branch, .conductor, .junction, .drive:
      throw .wrongKind(
        element: names.elements[index],
        expected: "a capacitor or an amplifier with a bandwidth"
      )
    }
  }
}
