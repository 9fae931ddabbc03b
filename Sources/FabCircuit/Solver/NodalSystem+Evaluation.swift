extension NodalSystem {
  /// Writes the entries of all that is linear.
  func assembleLinear(into values: inout [Double]) {
    for index in values.indices { values[index] = 0 }
    for conductor in conductors { conductor.slots.add(conductor.conductance, to: &values) }
    if rateFactor > 0 {
      for capacitor in capacitors {
        capacitor.slots.add(capacitor.farads * rateFactor, to: &values)
      }
    }
    for branch in branches {
      values[branch.incidence.oneOne] += 1
      values[branch.incidence.twoTwo] -= 1
      for term in terms[branch.terms] { values[term.slot] += term.coefficient }
      if branch.lag > 0, rateFactor > 0 {
        // The output is the last term of an amplifier.
        values[terms[branch.terms.upperBound - 1].slot] -= branch.lag * rateFactor
      }
    }
    values[pattern.count] = 0
  }

  /// Writes the linear entries with the slopes of the diodes and a conductance from every node to ground.
  func assemble(_ linear: [Double], leak: Double, into values: inout [Double]) {
    for index in values.indices { values[index] = linear[index] }
    for junction in junctions { junction.slots.add(junction.conductance, to: &values) }
    if leak > 0 { for slot in diagonal { values[slot] += leak } }
  }

  /// Writes `f(x)`, with the diodes on their tangents, into `residual`; the last place is ground's.
  ///
  /// `share` is the share of all sources that is on, `leak` a conductance from every node to ground in siemens.
  func evaluate(_ x: [Double], share: Double, leak: Double, into residual: inout [Double]) {
    for row in 0..<nodeCount { residual[row] = leak * x[row] }
    residual[size] = 0
    for conductor in conductors {
      let current = conductor.conductance * (x[conductor.one] - x[conductor.two])
      residual[conductor.one] += current
      residual[conductor.two] -= current
    }
    for junction in junctions {
      let across = x[junction.anode] - x[junction.cathode]
      let current = junction.current + junction.conductance * (across - junction.voltage)
      residual[junction.anode] += current
      residual[junction.cathode] -= current
    }
    for drive in drives {
      residual[drive.from] += share * drive.amperes
      residual[drive.to] -= share * drive.amperes
    }
    if rateFactor > 0 {
      for capacitor in capacitors {
        let current = self.current(of: capacitor, x)
        residual[capacitor.one] += current
        residual[capacitor.two] -= current
      }
    }
    for branch in branches {
      residual[branch.positive] += x[branch.row]
      residual[branch.negative] -= x[branch.row]
      var sum = -share * branch.constant
      for term in terms[branch.terms] { sum += term.coefficient * x[term.unknown] }
      if branch.lag > 0 { sum -= branch.lag * outputRate(of: branch, x) }
      residual[branch.row] = sum
    }
  }

  /// Writes the scale of each equation: the magnitudes that it adds up, and what rounding can do to their sum.
  ///
  /// A current `G (V1 - V2)` carries the rounding errors of both voltages times `G`.
  func scales(
    _ x: [Double],
    magnitudes: inout [Double],
    rounding: inout [Double]
  ) {
    for row in magnitudes.indices {
      magnitudes[row] = 0
      rounding[row] = 0
    }
    func count(_ current: Double, _ conductance: Double, _ one: Int, _ two: Int) {
      let noise = conductance * (abs(x[one]) + abs(x[two])) * Double.ulpOfOne
      for row in [one, two] {
        magnitudes[row] += abs(current)
        rounding[row] += noise
      }
    }
    for conductor in conductors {
      let current = conductor.conductance * (x[conductor.one] - x[conductor.two])
      count(current, conductor.conductance, conductor.one, conductor.two)
    }
    for junction in junctions {
      count(junction.current, junction.conductance, junction.anode, junction.cathode)
    }
    for drive in drives { count(drive.amperes, 0, drive.from, drive.to) }
    if rateFactor > 0 {
      for capacitor in capacitors {
        let conductance = capacitor.farads * rateFactor
        count(current(of: capacitor, x), conductance, capacitor.one, capacitor.two)
        count(conductance * capacitor.voltage, 0, capacitor.one, capacitor.two)
      }
    }
    for branch in branches {
      count(x[branch.row], 0, branch.positive, branch.negative)
      magnitudes[branch.row] = abs(branch.constant)
      for term in terms[branch.terms] {
        magnitudes[branch.row] += abs(term.coefficient * x[term.unknown])
      }
      if branch.lag > 0 {
        let output = terms[branch.terms.upperBound - 1].unknown
        magnitudes[branch.row] +=
          branch.lag * rateFactor * (abs(x[output]) + abs(branch.voltage))
      }
    }
  }

  /// Returns the current of a capacitor; zero at an operating point.
  func current(of capacitor: Capacitor, _ x: [Double]) -> Double {
    let change = x[capacitor.one] - x[capacitor.two] - capacitor.voltage
    return capacitor.farads * (rateFactor * change - rateMemory * capacitor.rate)
  }

  /// Returns how fast an amplifier's output changes, in volt per second.
  func outputRate(of branch: Branch, _ x: [Double]) -> Double {
    let output = terms[branch.terms.upperBound - 1].unknown
    return rateFactor * (x[output] - branch.voltage) - rateMemory * branch.rate
  }

  /// Returns the current of an element.
  func current(ofElement index: Int, _ x: [Double]) -> Double {
    switch homes[index] {
    case .conductor(let place):
      let conductor = conductors[place]
      return conductor.conductance * (x[conductor.one] - x[conductor.two])
    case .capacitor(let place):
      return rateFactor > 0 ? current(of: capacitors[place], x) : 0
    case .junction(let place): return junctions[place].current
    case .branch(let place): return x[branches[place].row]
    case .drive(let place): return drives[place].amperes
    }
  }
}
