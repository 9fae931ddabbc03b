import FabNumerics

/// A few vectors of units, solved stage by stage.
///
/// Each stage is a chain of dependent operations; going through all vectors before the next stage lets the processor
/// work on several of them at a time, which takes half as long. Results agree with
/// ``SeriesDiodeVector/operatingPoint(voltage:saturationCurrent:slopeVoltage:saturationVoltage:logarithm:)``.
final class SeriesUnitBlock {
  typealias Vector = SIMD4<Double>

  /// Vectors of four units.
  static let capacity = 16
  private let memory: UnsafeMutablePointer<Vector>

  init() {
    memory = .allocate(capacity: 6 * Self.capacity)
    memory.initialize(repeating: .zero, count: 6 * Self.capacity)
  }

  deinit { memory.deallocate() }

  private var saturationCurrents: UnsafeMutablePointer<Vector> { memory }
  private var slopeVoltages: UnsafeMutablePointer<Vector> { memory + Self.capacity }
  private var saturationVoltages: UnsafeMutablePointer<Vector> { memory + 2 * Self.capacity }
  private var logarithms: UnsafeMutablePointer<Vector> { memory + 3 * Self.capacity }
  private var drives: UnsafeMutablePointer<Vector> { memory + 4 * Self.capacity }
  private var results: UnsafeMutablePointer<Vector> { memory + 5 * Self.capacity }

  /// Takes four units: `ln I0`, `I0` in ampere, `n k T / e` in volt, all resistance in ohm.
  @inline(__always)
  func set(
    _ place: Int,
    logarithm: Vector,
    saturationCurrent: Vector,
    slopeVoltage: Vector,
    resistance: Vector,
    voltage: Double
  ) {
    let saturationVoltage = saturationCurrent * resistance
    saturationCurrents[place] = saturationCurrent
    slopeVoltages[place] = slopeVoltage
    saturationVoltages[place] = saturationVoltage
    logarithms[place] = logarithm + VectorMath.logOfNormal(resistance / slopeVoltage)
    drives[place] = (voltage + saturationVoltage) / slopeVoltage
  }

  /// The currents of the first units in ampere, until the next call.
  @inline(__always)
  func currents(at voltage: Double, count: Int) -> UnsafeMutablePointer<Vector> {
    for place in 0..<count {
      results[place] = SeriesDiodeVector.omegaStart(
        SeriesDiodeVector.omegaArgument(drives[place], logarithms[place])
      )
    }
    for place in 0..<count {
      results[place] = SeriesDiodeVector.logarithmOfRatio(
        drive: drives[place],
        logarithm: logarithms[place],
        start: results[place]
      )
    }
    for place in 0..<count {
      results[place] =
        SeriesDiodeVector.operatingPoint(
          logarithm: results[place],
          voltage: Vector(repeating: voltage),
          saturationCurrent: saturationCurrents[place],
          slopeVoltage: slopeVoltages[place],
          saturationVoltage: saturationVoltages[place]
        )
        .current
    }
    return results
  }
}
