import FabNumerics

/// Multipliers that hold their second operands, one a place of a matrix, while first operands pass by row by row.
public struct ProductUnits: Hashable, Sendable {
  /// What multipliers do.
  public let factors: GainFactors
  /// The number of units; mean units are one.
  public let count: Int
  /// The coefficients of units, `[coefficient, unit]`, each row longer by the lanes of a register; of mean units a register of them.
  private let coefficients: [Float]

  /// Multipliers that are all the mean unit.
  public init(_ factors: GainFactors) {
    self.factors = factors
    count = 1
    coefficients = factors.meanCoefficients()
      .flatMap { lanes in (0..<FloatLanes.count).map { lanes.vector[$0] } }
  }

  /// Multipliers that differ.
  ///
  /// - Parameters:
  ///   - factors: What multipliers do.
  ///   - units: How each deviates.
  /// - Precondition: The units are of the same surface, and there is one.
  public init(_ factors: GainFactors, units: DrawnUnits) {
    let components = factors.surface.deviations.componentCount
    precondition(
      units.componentCount == components && units.count > 0,
      "\(units.count) units of \(units.componentCount) components, a surface of \(components)"
    )
    self.factors = factors
    count = units.count
    let stride = units.count + FloatLanes.count
    var table = Array(repeating: Float(0), count: GainFactors.coefficientCount * stride)
    var weights = Array(repeating: FloatLanes(repeating: 0), count: components)
    var found = Array(repeating: FloatLanes(repeating: 0), count: GainFactors.coefficientCount)
    table.withUnsafeMutableBufferPointer { table in
      guard let base = table.baseAddress else { return }
      for first in Swift.stride(from: 0, to: units.count, by: FloatLanes.count) {
        for component in 0..<components {
          for lane in 0..<FloatLanes.count {
            let unit = min(first + lane, units.count - 1)
            weights[component].vector[lane] = units.weights[unit * components + component]
          }
        }
        factors.coefficients(weights, into: &found)
        for (index, lanes) in found.enumerated() { lanes.write(to: base + index * stride + first) }
      }
    }
    coefficients = table
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
  ///   - isTransposed: Whether the result serves as `[row, (term, column)]`, else as `[(term, row), column]`.
  ///   - result: Where the factors go, `4 rows columns` numbers.
  ///   - squares: Where the squares of operands go, `[row, column]`; `nil` for nowhere.
  /// - Returns: The number of magnitudes outside the domain, zeros apart.
  public func split(
    _ source: UnsafePointer<Float>,
    rows: Int,
    columns: Int,
    stride: Int,
    scale: Float,
    first: Int,
    isTransposed: Bool,
    into result: UnsafeMutablePointer<Float>,
    squares: UnsafeMutablePointer<Float>? = nil
  ) -> Int {
    let (terms, powers) = (GainFactors.termCount, GainFactors.powerCount)
    // From a term of an operand to the next, and from the first term of a row to that of the next.
    let (termStride, rowStride) =
      isTransposed ? (columns, terms * columns) : (rows * columns, columns)
    let isMean = count == 1
    let tableStride = coefficients.count / GainFactors.coefficientCount
    var outside = SIMD16<Int32>(repeating: 0)
    let (size, positions) = (FloatLanes(repeating: scale), factors.scale)
    var unit = first % count
    coefficients.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      for row in 0..<rows {
        let (line, target) = (source + row * stride, result + row * rowStride)
        var column = 0
        // Units in a row, of which there's an end; mean units go on for ever.
        while column < columns {
          let length = isMean ? columns : min(columns - column, count - unit)
          let (start, first) = (column, table + unit)
          var next = 0
          while next < length {
            let run = FloatLanes.run(from: next, of: length)
            let column = start + run.start
            let x = FloatLanes(first: run.number, at: line + column) * size
            let s = positions.positions(x, fresh: run.fresh, outside: &outside)
            if let squares {
              (x * x).write(first: run.number, to: squares + row * columns + column)
            }
            var place = isMean ? first : first + run.start
            for term in 0..<terms {
              // Horner's rule, from the highest power down.
              var sum = FloatLanes(reading: place + (powers - 1) * tableStride)
              for power in 1..<powers {
                sum = FloatLanes(reading: place + (powers - 1 - power) * tableStride)
                  .addingProduct(sum, s)
              }
              (x * sum).write(first: run.number, to: target + term * termStride + column)
              place += powers * tableStride
            }
            next += FloatLanes.count
          }
          column += length
          if !isMean { unit = unit + length == count ? 0 : unit + length }
        }
      }
    }
    return Int(outside.wrappedSum())
  }
}
