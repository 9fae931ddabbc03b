extension DiodeMeasurement {
  /// Returns the points that say nothing about the diode.
  ///
  /// A compliance plateau is three or more neighbours at the ends of the current range whose magnitude agrees to
  /// 1e-4 while the voltage moves by more than 1 mV from one to the next: a diode's current moves with its voltage.
  ///
  /// - Parameter resolution: Currents of a smaller magnitude are left out, in ampere.
  /// - Returns: One exclusion a point, in order.
  ///
  /// > Source: SCPI-1999, volume 1, section 7.2.1: 9.9E37 stands for infinity, 9.91E37 for "not a number".
  public func exclusions(resolution: Double) -> [PointExclusion] {
    let plateau = complianceIndices()
    return voltages.indices.compactMap { index in
      let voltage = voltages[index]
      let current = currents[index]
      let reason: PointExclusion.Reason
      if !voltage.isFinite || !current.isFinite {
        reason = .notANumber
      } else if abs(voltage) >= 9e36 || abs(current) >= 9e36 {
        reason = .overflow
      } else if plateau.contains(index) {
        reason = .compliance
      } else if abs(current) < resolution {
        reason = .belowResolution
      } else {
        return nil
      }
      return PointExclusion(index: index, reason: reason)
    }
  }

  /// Returns the indices of a direction of the sweep, in order.
  ///
  /// The first point belongs to the branch of the second; a repeated voltage belongs to the branch before it.
  public func indices(of branch: SweepBranch) -> [Int] {
    guard voltages.count > 1 else { return branch == .rising ? Array(voltages.indices) : [] }
    var current: SweepBranch?
    var result: [Int] = []
    var pending: [Int] = []
    for index in voltages.indices {
      if index > 0, voltages[index] != voltages[index - 1] {
        current = voltages[index] > voltages[index - 1] ? .rising : .falling
      }
      pending.append(index)
      guard let current else { continue }
      if current == branch { result += pending }
      pending = []
    }
    return branch == .rising ? result + (current == nil ? pending : []) : result
  }

  /// The points of plateaus at the largest positive and the largest negative current.
  private func complianceIndices() -> Set<Int> {
    let readable = currents.filter { $0.isFinite && abs($0) < 9e36 }
    guard let top = readable.max(), let bottom = readable.min() else { return [] }
    var result: Set<Int> = []
    for limit in [top, bottom] where limit != 0 {
      var run: [Int] = []
      for index in currents.indices {
        let stands = abs(currents[index] - limit) <= 1e-4 * abs(limit)
        let moves = run.last.map { abs(voltages[index] - voltages[$0]) > 1e-3 } ?? true
        if stands && moves {
          run.append(index)
        } else {
          if run.count >= 3 { result.formUnion(run) }
          run = stands ? [index] : []
        }
      }
      if run.count >= 3 { result.formUnion(run) }
    }
    // A reverse current that stands still is the saturation current, not compliance.
    return result.filter { voltages[$0] > 0 || abs(currents[$0]) == top }
  }
}
