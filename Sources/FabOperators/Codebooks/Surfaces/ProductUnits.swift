import Foundation

/// Multipliers that hold their second operands, one a place of a matrix, while first operands pass by row by row.
public struct ProductUnits: Hashable, Sendable {
  /// What multipliers do.
  public let factors: GainFactors
  /// The number of units.
  public let count: Int
  /// The weights of the functions of each unit, `[unit, 1 + component]`; empty for mean units.
  private let weights: [Float]

  /// Multipliers that are all the mean unit.
  public init(_ factors: GainFactors) {
    self.factors = factors
    count = 1
    weights = []
  }

  /// Multipliers that differ.
  ///
  /// - Parameters:
  ///   - factors: What multipliers do.
  ///   - units: How each deviates.
  /// - Precondition: The units are of the same surface.
  public init(_ factors: GainFactors, units: DrawnUnits) {
    precondition(
      units.componentCount == factors.averages.count,
      "units of \(units.componentCount) components, a surface of \(factors.averages.count)"
    )
    self.factors = factors
    count = units.count
    var weights: [Float] = []
    weights.reserveCapacity(units.count * (factors.componentCount + 1))
    for unit in 0..<units.count {
      let start = unit * units.componentCount
      var exponent = 0.0
      for (component, average) in factors.averages.enumerated() {
        exponent += Double(units.weights[start + component]) * average
      }
      let factor = Float(exp(exponent))
      weights.append(factor)
      for component in 0..<factors.componentCount {
        weights.append(factor * units.weights[start + component])
      }
    }
    self.weights = weights
  }

  /// Writes the factors of second operands, each times its operand, as they stand in units.
  ///
  /// - Parameters:
  ///   - source: The operands, row by row.
  ///   - rows: The rows.
  ///   - columns: Operands of a row.
  ///   - stride: From row to row of the source.
  ///   - scale: What operands are multiplied by before.
  ///   - first: The unit of the first operand; those of the others follow in turn.
  ///   - isTransposed: Whether the result serves as `[row, (column, term)]`, else as `[(row, term), column]`.
  ///   - result: Where the factors go, `4 rows columns` numbers.
  /// - Returns: The number of magnitudes outside the domain, zeros apart.
  public func split(
    _ source: UnsafePointer<Float>,
    rows: Int,
    columns: Int,
    stride: Int,
    scale: Float,
    first: Int,
    isTransposed: Bool,
    into result: UnsafeMutablePointer<Float>
  ) -> Int {
    var outside = 0
    let functions = weights.isEmpty ? 1 : factors.componentCount + 1
    let tableStride = factors.componentCount + 1
    var unit = weights.isEmpty ? 0 : first % count
    factors.right.withUnsafeBufferPointer { right in
      weights.withUnsafeBufferPointer { weights in
        for row in 0..<rows {
          let line = source + row * stride
          for column in 0..<columns {
            let number = line[column] * scale
            let (point, t) = factors.place(number, &outside)
            let (one, next) = (point * tableStride, (point + 1) * tableStride)
            var terms = right[one] + t * (right[next] - right[one])
            if !weights.isEmpty {
              let start = unit * functions
              terms *= weights[start]
              for component in 1..<functions {
                let (low, high) = (right[one + component], right[next + component])
                terms += weights[start + component] * (low + t * (high - low))
              }
              unit = unit + 1 == count ? 0 : unit + 1
            }
            terms *= number
            if isTransposed {
              let target = result + (row * columns + column) * GainFactors.termCount
              UnsafeMutableRawPointer(target).storeBytes(of: terms, as: GainFactors.Terms.self)
            } else {
              for term in 0..<GainFactors.termCount {
                result[(row * GainFactors.termCount + term) * columns + column] = terms[term]
              }
            }
          }
        }
      }
    }
    return outside
  }
}
