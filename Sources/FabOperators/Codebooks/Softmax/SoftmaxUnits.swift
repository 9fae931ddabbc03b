import FabNumerics
import FabUnits
import Foundation

/// Whole units of a softmax circuit, branch by branch, from which units of any number of lanes are drawn.
///
/// The errors of a softmax come from the diodes of its lanes: saturation current, ideality, series resistance and shunt of each
/// branch. They are kept as they were simulated, so that a softmax over any number of terms is the circuit itself with
/// other lanes. A drawn unit takes what its lanes have in common from one simulated unit, and what each lane has of its
/// own from any lane of any unit, all branches of a lane together; own deviations are widened by `sqrt(C / (C - 1))` for
/// the `C` channels that the common part was averaged over. Differences between lanes then vary as they do; what all
/// lanes have in common varies a little more, and cancels in shares.
public struct SoftmaxUnits: Hashable, Sendable {
  /// How the circuit is put together.
  public let form: SoftmaxCircuitForm
  /// The lanes of a simulated unit.
  public let channelCount: Int
  /// The number of simulated units.
  public let unitCount: Int
  /// The branches of lanes, shape `[unit, channel, branch, 5]`: `I0` in ampere, `n k T / e` in volt, series resistance in ohm,
  /// shunt conductance in siemens, offset voltage in volt.
  public let lanes: [Double]
  /// The branches that lanes share, shape `[unit, branch, 5]`.
  public let shared: [Double]
  /// The largest magnitude of an input.
  public let range: Double
  /// The standard deviation from reading to reading, relative to a share.
  public let readoutSpread: Double
  /// The temperature of the units in kelvin.
  public let temperatureKelvin: Double
  /// The diode that bias voltages are made for, as a branch.
  public let bias: [Double]
  /// The temperature that it's made for, in kelvin.
  public let biasTemperatureKelvin: Double

  /// Creates units.
  ///
  /// - Returns: `nil` unless the tables have their sizes, are finite, and diodes have positive currents and slopes.
  init?(
    form: SoftmaxCircuitForm,
    channelCount: Int,
    unitCount: Int,
    lanes: [Double],
    shared: [Double],
    range: Double,
    readoutSpread: Double,
    temperatureKelvin: Double,
    bias: [Double],
    biasTemperatureKelvin: Double
  ) {
    let size = BranchParameters.count
    guard channelCount > 1, unitCount > 0, bias.count == size, range > 0,
      lanes.count == unitCount * channelCount * form.branchesPerLane * size,
      shared.count == unitCount * form.sharedBranches * size
    else { return nil }
    for table in [lanes, shared, bias] {
      for start in stride(from: 0, to: table.count, by: size) {
        guard table[start] > 0, table[start + 1] > 0, table[start + 2] >= 0, table[start + 3] >= 0,
          table[start..<start + size].allSatisfy(\.isFinite)
        else { return nil }
      }
    }
    self.form = form
    self.channelCount = channelCount
    self.unitCount = unitCount
    self.lanes = lanes
    self.shared = shared
    self.range = range
    self.readoutSpread = readoutSpread
    self.temperatureKelvin = temperatureKelvin
    self.bias = bias
    self.biasTemperatureKelvin = biasTemperatureKelvin
  }

  /// The inputs that units are made for, once the largest input is moved to the upper end.
  public var domain: ClosedRange<Double> { -range...range }

  /// Returns a simulated unit with its own lanes.
  ///
  /// - Throws: ``CodebookError/unit(_:)`` for a circuit that doesn't do its part.
  public func simulated(_ unit: Int) throws(CodebookError) -> SoftmaxUnit {
    try SoftmaxUnit(
      self,
      lanes: (0..<channelCount).map { branches(ofLane: $0, unit) },
      shared: sharedBranches(unit)
    )
  }

  /// Draws a unit; the same for the same number, seed and purpose.
  ///
  /// - Parameters:
  ///   - number: The number of the unit.
  ///   - laneCount: The number of terms, 1 or more.
  ///   - seed: The seed of the die.
  ///   - purpose: What it's for, for instance the number of a layer.
  /// - Returns: The unit, its gain trimmed.
  /// - Throws: ``CodebookError/unit(_:)`` for a circuit that doesn't do its part.
  public func draw(
    _ number: UInt64,
    laneCount: Int,
    seed: UInt64,
    purpose: UInt64 = 0
  ) throws(CodebookError) -> SoftmaxUnit {
    var stream = Xoshiro256(seed: seed, key: [purpose, number])
    func below(_ count: Int) -> Int {
      Int(stream.next().multipliedFullWidth(by: UInt64(count)).high)
    }
    let base = below(unitCount)
    let common = commonDeviates(base)
    let widening = (Double(channelCount) / Double(channelCount - 1)).squareRoot()
    var drawn: [[BranchParameters]] = []
    for _ in 0..<laneCount {
      let (unit, channel) = (below(unitCount), below(channelCount))
      let own = commonDeviates(unit)
      let lane = branches(ofLane: channel, unit).enumerated()
        .map { branch, parameters in
          let deviates = parameters.deviates.enumerated()
            .map { number, value in
              common[branch][number] + widening * (value - own[branch][number])
            }
          return BranchParameters(deviates: deviates)
        }
      drawn.append(lane)
    }
    return try SoftmaxUnit(self, lanes: drawn, shared: sharedBranches(base))
  }

  /// Returns a unit whose lanes are all the mean of the simulated ones: logarithms are averaged where numbers are positive.
  ///
  /// - Parameter laneCount: The number of terms, 1 or more.
  /// - Returns: The unit, its gain trimmed.
  /// - Throws: ``CodebookError/unit(_:)`` for a circuit that doesn't do its part.
  public func mean(laneCount: Int) throws(CodebookError) -> SoftmaxUnit {
    func mean(_ count: Int, _ deviates: (Int) -> [[Double]]) -> [BranchParameters] {
      var sums = deviates(0)
      for unit in 1..<max(count, 1) {
        for (branch, numbers) in deviates(unit).enumerated() {
          for (number, value) in numbers.enumerated() { sums[branch][number] += value }
        }
      }
      return sums.map { BranchParameters(deviates: $0.map { $0 / Double(count) }) }
    }
    let lane = mean(unitCount, commonDeviates)
    return try SoftmaxUnit(
      self,
      lanes: Array(repeating: lane, count: laneCount),
      shared: mean(unitCount) { sharedBranches($0).map(\.deviates) }
    )
  }

  private func branches(ofLane channel: Int, _ unit: Int) -> [BranchParameters] {
    let size = BranchParameters.count
    let start = (unit * channelCount + channel) * form.branchesPerLane * size
    return (0..<form.branchesPerLane)
      .map { BranchParameters(lanes[start + $0 * size..<start + ($0 + 1) * size]) }
  }

  private func sharedBranches(_ unit: Int) -> [BranchParameters] {
    let size = BranchParameters.count
    let start = unit * form.sharedBranches * size
    return (0..<form.sharedBranches)
      .map { BranchParameters(shared[start + $0 * size..<start + ($0 + 1) * size]) }
  }

  /// The means over the lanes of a unit, shape `[branch, number]`.
  private func commonDeviates(_ unit: Int) -> [[Double]] {
    var sums = Array(
      repeating: Array(repeating: 0.0, count: BranchParameters.count),
      count: form.branchesPerLane
    )
    for channel in 0..<channelCount {
      for (branch, parameters) in branches(ofLane: channel, unit).enumerated() {
        for (number, value) in parameters.deviates.enumerated() {
          sums[branch][number] += value / Double(channelCount)
        }
      }
    }
    return sums
  }
}
