import FabOperators
import Foundation
import Testing

/// Sums of products by matrices are those of real multipliers, one by one.
@Suite struct GainFactorsTests {
  private let surface: GainSurface
  private let factors: GainFactors

  init() throws {
    surface = try CodebookFixture.surface(.multiplier, units: 60, points: 64)
    factors = GainFactors(surface)
  }

  private static let rows = 3
  private static let columns = 4
  private static let inner = 5

  /// Operands of both signs, a zero among them, one below the domain and one above.
  private static func operands(_ count: Int, _ phase: Float) -> [Float] {
    (0..<count)
      .map { index in
        let size = 0.1 + 0.9 * abs(sin(1.7 * Float(index) + phase))
        return index == 3 ? 0 : index == 4 ? 0.02 : index == 7 ? 1.5 : index % 3 == 0 ? -size : size
      }
  }

  /// The sums by matrices of factors, the right operands as rows of keys or as rows of terms.
  private func sums(
    _ left: [Float],
    _ right: [Float],
    units: ProductUnits,
    isTransposed: Bool
  ) -> (sums: [Float], outside: Int) {
    let (rows, columns, inner) = (Self.rows, Self.columns, Self.inner)
    let terms = GainFactors.termCount
    var a = [Float](repeating: 0, count: terms * rows * inner)
    var b = [Float](repeating: 0, count: terms * columns * inner)
    var outside = factors.split(
      left,
      rows: rows,
      columns: inner,
      stride: inner,
      scale: 1,
      into: &a
    )
    outside += units.split(
      right,
      rows: isTransposed ? columns : inner,
      columns: isTransposed ? inner : columns,
      stride: isTransposed ? inner : columns,
      scale: 1,
      first: 2,
      isTransposed: isTransposed,
      into: &b
    )
    var result: [Float] = []
    for i in 0..<rows {
      for j in 0..<columns {
        var sum: Float = 0
        for k in 0..<inner {
          for term in 0..<terms {
            let place =
              isTransposed ? (j * terms + term) * inner + k : (term * inner + k) * columns + j
            sum += a[(i * terms + term) * inner + k] * b[place]
          }
        }
        result.append(sum)
      }
    }
    return (result, outside)
  }

  @Test(arguments: [true, false], [true, false])
  func sumsAreThoseOfUnits(isTransposed: Bool, isMean: Bool) throws {
    let (rows, columns, inner) = (Self.rows, Self.columns, Self.inner)
    let drawn = surface.deviations.draw(columns * inner, seed: 5)
    let units = isMean ? ProductUnits(factors) : ProductUnits(factors, units: drawn)
    let (left, right) = (Self.operands(rows * inner, 0.3), Self.operands(columns * inner, 1.1))
    let found = sums(left, right, units: units, isTransposed: isTransposed)
    var count = 0
    for value in left + right where value != 0 && !(0.1...1).contains(abs(value)) { count += 1 }
    #expect(found.outside == count && count == 4)
    for i in 0..<rows {
      for j in 0..<columns {
        var (sum, size) = (0.0, 0.0)
        for k in 0..<inner {
          let place = isTransposed ? j * inner + k : k * columns + j
          let (x, y) = (Double(left[i * inner + k]), Double(right[place]))
          guard x != 0, y != 0 else { continue }
          let unit = (2 + place) % drawn.count
          sum +=
            isMean ? surface.mean(x, y) : surface.value(x, y, unit: unit, of: drawn)
          size += abs(x * y)
        }
        let error = abs(Double(found.sums[i * columns + j]) - sum) / size
        // Units err by several percent, and readings scatter by 0.9 %.
        #expect(error < (isMean ? 2e-4 : 1e-3), "\(i) \(j) \(error)")
      }
    }
  }

  @Test func fourTermsSuffice() {
    #expect(factors.largestError > 0 && factors.largestError < 5e-4, "\(factors.largestError)")
  }
}
