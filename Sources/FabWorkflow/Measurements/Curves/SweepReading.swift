import FabMetrology

/// Currents of a sweep at voltages between its points, in the order in which they were passed.
struct SweepReading {
  private let voltages: [Double]
  private let currents: [Double]

  /// Takes the points that the instrument vouches for.
  init(_ record: IVRecord) {
    let kept = record.voltages.indices.filter {
      record.flags[$0].isEmpty && record.voltages[$0].isFinite && record.currents[$0].isFinite
    }
    voltages = kept.map { record.voltages[$0] }
    currents = kept.map { record.currents[$0] }
  }

  /// The current at each passage of a voltage, on the line between the points on both sides.
  func currents(at voltage: Double) -> [Double] {
    var found: [Double] = []
    for index in voltages.indices {
      if voltages[index] == voltage {
        found.append(currents[index])
        continue
      }
      guard index > 0 else { continue }
      let (from, to) = (voltages[index - 1], voltages[index])
      guard (from < voltage && voltage < to) || (to < voltage && voltage < from) else { continue }
      let share = (voltage - from) / (to - from)
      found.append(currents[index - 1] + share * (currents[index] - currents[index - 1]))
    }
    return found
  }

  /// A sudden change of the conductance while the voltage moves away from zero.
  struct Jump {
    /// The voltage of the first point after it.
    let voltage: Double
    /// The distance of the points on both sides.
    let step: Double
    /// Decades of conductance, positive upwards.
    let decades: Double
  }

  /// The largest rise and the largest fall of `log |I/V|` between neighbouring points.
  ///
  /// Of currents below the resolution nothing is known, so they count as the resolution.
  func largestJumps(resolution: Double, logarithm: (Double) -> Double) -> (up: Jump?, down: Jump?) {
    let floor = 0.02 * (voltages.map(abs).max() ?? 0)
    var (up, down): (Jump?, Jump?) = (nil, nil)
    for index in voltages.indices.dropFirst() {
      let (from, to) = (voltages[index - 1], voltages[index])
      guard abs(from) > floor, abs(to) > abs(from), from * to > 0 else { continue }
      let decades =
        logarithm(max(resolution, abs(currents[index])) / abs(to))
        - logarithm(max(resolution, abs(currents[index - 1])) / abs(from))
      let jump = Jump(voltage: to, step: abs(to - from), decades: decades)
      if decades > up?.decades ?? 0 { up = jump }
      if decades < down?.decades ?? 0 { down = jump }
    }
    return (up, down)
  }
}
