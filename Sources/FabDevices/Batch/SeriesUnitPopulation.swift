import Dispatch
import FabNumerics
import Foundation

/// Any number of units, each a diode in series with a memristor, with spread; unit `k` of a seed is always the same.
///
/// `ln I0`, `ln n` and `ln R` are normal and independent; `R` is the memristor's resistance, to which the diode's
/// series resistance, alike in all units, is added.
///
/// > Validity: Relative error of a current below 1e-10 against ``DiodeModel`` (`SeriesUnitPopulationTests`).
public struct SeriesUnitPopulation: Hashable, Sendable {
  /// The diode's median saturation current in ampere.
  public let saturationCurrent: Double
  /// The diode's median `n k T / e` in volt.
  public let slopeVoltage: Double
  /// The diode's series resistance in ohm.
  public let seriesResistance: Double
  /// The memristor's median resistance in ohm.
  public let resistance: Double
  /// The standard deviations of the logarithms of saturation current, slope voltage and resistance.
  public let spreads: SIMD3<Double>
  /// The seed.
  public let seed: UInt64

  /// Creates a population.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for medians that aren't positive, a negative
  ///   series resistance, spreads outside 0...5.
  public init(
    saturationCurrent: Double,
    slopeVoltage: Double,
    seriesResistance: Double,
    resistance: Double,
    spreads: SIMD3<Double>,
    seed: UInt64
  ) throws(DeviceError) {
    try ParameterCheck.lies(saturationCurrent, in: 1e-100...1e100, .saturationCurrent)
    try ParameterCheck.lies(slopeVoltage, in: 1e-6...1e3, .voltage)
    try ParameterCheck.isNotNegative(seriesResistance, .seriesResistance)
    try ParameterCheck.lies(resistance, in: 1e-6...1e100, .resistance)
    for index in 0..<3 { try ParameterCheck.lies(spreads[index], in: 0...5, .spread) }
    self.saturationCurrent = saturationCurrent
    self.slopeVoltage = slopeVoltage
    self.seriesResistance = seriesResistance
    self.resistance = resistance
    self.spreads = spreads
    self.seed = seed
  }

  /// Returns the devices of one unit: saturation current in ampere, slope voltage in volt, resistance in ohm.
  public func unit(
    _ index: UInt64
  ) -> (saturationCurrent: Double, slopeVoltage: Double, resistance: Double) {
    let (_, currents, slopes, resistances) = units(from: index, log(saturationCurrent))
    return (currents[0], slopes[0], resistances[0])
  }

  /// Returns the current of each unit at a voltage, in ampere.
  ///
  /// - Parameters:
  ///   - voltage: Volt across diode and memristor.
  ///   - range: The units.
  ///   - threads: The number of threads to use at most; the result doesn't depend on it.
  /// - Returns: Currents in the order of the units.
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for voltages that aren't finite or whose
  ///   magnitude exceeds 1e4 V.
  public func currents(
    at voltage: Double,
    units range: Range<UInt64>,
    threads: Int = 2
  ) throws(DeviceError) -> [Double] {
    try ParameterCheck.lies(voltage, in: -1e4...1e4, .voltage)
    let count = range.count
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = count
      guard let base = buffer.baseAddress else { return }
      // Shares begin at multiples of four, so that a unit's lane never depends on the threads.
      let quads = (count + 3) / 4
      let workers = max(1, min(threads, quads / 1024))
      nonisolated(unsafe) let results = base
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let block = SeriesUnitBlock()
        let median = log(saturationCurrent)
        var quad = worker * quads / workers
        let end = (worker + 1) * quads / workers
        while quad < end {
          let size = min(SeriesUnitBlock.capacity, end - quad)
          for place in 0..<size {
            let found = units(from: range.lowerBound + UInt64((quad + place) * 4), median)
            block.set(
              place,
              logarithm: found.0,
              saturationCurrent: found.1,
              slopeVoltage: found.2,
              resistance: found.3 + seriesResistance,
              voltage: voltage
            )
          }
          let currents = block.currents(at: voltage, count: size)
          let first = quad * 4
          for place in 0..<size {
            let (index, current) = (first + place * 4, currents[place])
            if index + 4 <= count {
              UnsafeMutableRawPointer(results + index)
                .storeBytes(of: current, as: SIMD4<Double>.self)
            } else {
              for lane in 0..<(count - index) { results[index + lane] = current[lane] }
            }
          }
          quad += size
        }
      }
    }
  }

  /// `ln I0`, `I0`, `n k T / e` and `R` of four units, given the logarithm of the median of `I0`.
  @inline(__always)
  private func units(
    from index: UInt64,
    _ median: Double
  ) -> (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) {
    let deviates = CounterNormals(seed: seed).deviates(from: index)
    // Medians and spreads are bounded, so that no exponential overflows.
    let logarithm = median + spreads[0] * deviates.0
    return (
      logarithm,
      VectorMath.expOfModerate(logarithm),
      slopeVoltage * VectorMath.expOfModerate(spreads[1] * deviates.1),
      resistance * VectorMath.expOfModerate(spreads[2] * deviates.2)
    )
  }
}
