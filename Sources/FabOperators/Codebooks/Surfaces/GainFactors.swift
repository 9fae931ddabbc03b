import FabNumerics
import Foundation

/// A gain surface as a short sum of products of functions of one operand each: sums of products of real multipliers are
/// then matrix products, four times as long.
///
/// The gain of a unit is `exp(mean + sum of weights times components)`. What a component is on average is taken as a
/// factor of the unit, exactly; the rest of it, a few thousandths, in first order:
/// `gain = e(unit) g(a, b) (1 + sum w c(a, b))`. The tables `g` and `g c` are split together into ``termCount`` products `u(a) v(b)`.
/// Tables are over the bits of single precision numbers, 16 points an octave, so that no logarithm is needed.
///
/// > Validity: Gains agree with those of ``GainSurface/value(_:_:unit:of:extrapolates:)`` to ``largestError``, which is measured on
/// > the tables for the mean; `GainFactorsTests` holds units against it, too.
public struct GainFactors: Hashable, Sendable {
  /// Products of functions that stand for the gain.
  public static let termCount = 4
  /// The factors of one number.
  public typealias Terms = SIMD4<Float>

  /// The surface.
  public let surface: GainSurface
  /// The components that are kept besides their averages.
  public let componentCount: Int
  /// The largest relative error of the mean gain at the points of the tables.
  public let largestError: Double

  /// The functions of the first operand, `[point]`.
  let left: [Terms]
  /// The functions of the second operand, `[point, 1 + component]`.
  let right: [Terms]
  /// The averages of all components.
  let averages: [Double]
  /// The bits of the lowest and of the highest magnitude.
  let bits: ClosedRange<UInt32>
  /// The number of the first point.
  let firstPoint: UInt32

  /// Bits of a number below those that choose the point: 2^4 points an octave [ours].
  static let shift: UInt32 = 19
  /// The most components that are kept besides their averages [ours].
  private static let componentLimit = 4
  /// Components that differ from a constant by less, a ninth of what readings scatter by, aren't kept [ours].
  private static let smallestRest = 1e-3

  /// Splits the gain of a multiplier.
  ///
  /// - Parameter surface: The gain.
  /// - Precondition: The surface is of a product.
  public init(_ surface: GainSurface) {
    precondition(surface.operation == .product, "sums are of products")
    self.surface = surface
    let (low, high) = (Float(surface.domain.lowerBound), Float(surface.domain.upperBound))
    bits = low.bitPattern...high.bitPattern
    firstPoint = low.bitPattern >> Self.shift
    let last = (high.bitPattern >> Self.shift) + 1
    let operands = (firstPoint...last).map { Double(Float(bitPattern: $0 << Self.shift)) }
    let total = surface.deviations.componentCount
    let pure = DrawnUnits(
      count: max(total, 1),
      componentCount: total,
      weights: (0..<total).flatMap { one in (0..<total).map { $0 == one ? 1 : 0 } }
    )
    let gains = operands.map { a in operands.map { b in surface.gain(a, b) } }
    let components = (0..<total)
      .map { component in
        operands.enumerated()
          .map { i, a in
            operands.enumerated()
              .map { j, b in
                log(surface.value(a, b, unit: component, of: pure) / (a * b * gains[i][j]))
              }
          }
      }
    let count = Double(operands.count * operands.count)
    let averages = components.map { $0.joined().reduce(0, +) / count }
    self.averages = averages
    // Components come in the order of what they explain.
    componentCount =
      zip(components, averages).prefix(Self.componentLimit)
      .prefix { component, average in
        component.joined().contains { abs($0 - average) >= Self.smallestRest }
      }
      .count
    // Columns over the first operand: the gain for each second operand, then its products with each component's rest.
    var columns = operands.indices.map { j in operands.indices.map { i in gains[i][j] } }
    for component in 0..<componentCount {
      columns += operands.indices.map { j in
        operands.indices.map { i in
          gains[i][j] * (components[component][i][j] - averages[component])
        }
      }
    }
    let split = PrincipalComponents(columns, limit: Self.termCount - 1, share: 1)
    guard let split else { preconditionFailure("a surface holds finite numbers") }
    left = operands.indices.map { i in
      var terms = Terms(Float(split.mean[i]), 0, 0, 0)
      for (term, component) in split.components.enumerated() {
        terms[term + 1] = Float(component[i])
      }
      return terms
    }
    let stride = componentCount + 1
    var right = Array(repeating: Terms.zero, count: operands.count * stride)
    for (column, scores) in split.scores.enumerated() {
      var terms = Terms(1, 0, 0, 0)
      for (term, score) in scores.enumerated() { terms[term + 1] = Float(score) }
      right[column % operands.count * stride + column / operands.count] = terms
    }
    self.right = right
    var largest = 0.0
    for i in operands.indices {
      for j in operands.indices {
        let sum = Double((left[i] * right[j * stride]).sum())
        largest = max(largest, abs(sum / gains[i][j] - 1))
      }
    }
    largestError = largest
  }

  /// Writes the factors of first operands, each times its operand.
  ///
  /// - Parameters:
  ///   - source: The operands, row by row.
  ///   - rows: The rows.
  ///   - columns: Operands of a row.
  ///   - stride: From row to row of the source.
  ///   - scale: What operands are multiplied by before.
  ///   - result: Where the factors go, `[row, column]`.
  /// - Returns: The number of magnitudes outside the domain, zeros apart.
  public func split(
    _ source: UnsafePointer<Float>,
    rows: Int,
    columns: Int,
    stride: Int,
    scale: Float,
    into result: UnsafeMutablePointer<Terms>
  ) -> Int {
    var outside = 0
    left.withUnsafeBufferPointer { left in
      for row in 0..<rows {
        let (line, target) = (source + row * stride, result + row * columns)
        for column in 0..<columns {
          let number = line[column] * scale
          let (point, t) = place(number, &outside)
          target[column] = number * (left[point] + t * (left[point + 1] - left[point]))
        }
      }
    }
    return outside
  }

  /// The point below a magnitude, and the way from it to the next.
  @inline(__always)
  func place(_ number: Float, _ outside: inout Int) -> (point: Int, t: Float) {
    let magnitude = number.bitPattern & 0x7FFF_FFFF
    let inside = min(max(magnitude, bits.lowerBound), bits.upperBound)
    outside += magnitude != inside && magnitude != 0 ? 1 : 0
    let t = Float(inside & ((1 << Self.shift) - 1)) * 0x1p-19
    return (Int((inside >> Self.shift) - firstPoint), t)
  }
}
