import FabNumerics
import FabOperators
import FabTensor

/// Sums of products of real multipliers: one product of matrices that are four times as long.
///
/// The right operands stand in units, one a place; rows of the left operand pass by. Readings of each multiplier
/// scatter by themselves: what a sum of them scatters by is the root of the sum of squares.
struct ProductSums {
  private let units: ProductUnits
  private let largestLeft: Float
  private let largestRight: Float

  init(_ units: ProductUnits, _ largestLeft: Float, _ largestRight: Float) {
    self.units = units
    self.largestLeft = largestLeft
    self.largestRight = largestRight
  }

  /// Computes one product.
  ///
  /// - Parameters:
  ///   - product: The extents; the right operand is transposed for scores, and isn't for mixtures.
  ///   - left: The operands that pass by.
  ///   - right: The operands that stand in units.
  ///   - result: Where the sums go.
  ///   - firstUnit: The unit of the first right operand.
  ///   - readings: The scatter of readings, a share of each product; `nil` for none.
  ///   - number: The number of this product among those of the operation, for the scatter.
  /// - Returns: The operands outside the domain.
  func multiply(
    _ product: MatrixProduct<Float>,
    _ left: UnsafePointer<Float>,
    _ right: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>,
    firstUnit: Int,
    readings: (normals: NormalPool, spread: Float)?,
    number: Int
  ) -> Int {
    let (rows, columns, inner) = (product.rows, product.columns, product.inner)
    let (leftCount, rightCount) = (rows * inner, columns * inner)
    let terms = GainFactors.termCount
    let scatters = readings.map { $0.spread > 0 } ?? false
    let squareCount = scatters ? leftCount + rightCount + rows * columns : 0
    return withUnsafeTemporaryAllocation(
      byteCount: (terms * (leftCount + rightCount) + squareCount) * MemoryLayout<Float>.stride,
      alignment: 64
    ) { memory in
      let floats = memory.bindMemory(to: Float.self)
      guard let a = floats.baseAddress else { return 0 }
      let b = a + terms * leftCount
      let leftSquares = b + terms * rightCount
      let rightSquares = leftSquares + leftCount
      var outside = units.factors.split(
        left,
        rows: rows,
        columns: inner,
        stride: product.leftStride,
        scale: 1 / largestLeft,
        into: a,
        squares: scatters ? leftSquares : nil
      )
      outside += units.split(
        right,
        rows: product.transposesRight ? columns : inner,
        columns: product.transposesRight ? inner : columns,
        stride: product.rightStride,
        scale: 1 / largestRight,
        first: firstUnit,
        isTransposed: product.transposesRight,
        into: b,
        squares: scatters ? rightSquares : nil
      )
      let alpha = product.alpha * largestLeft * largestRight
      Float.multiply(
        MatrixProduct(
          rows: rows,
          columns: columns,
          inner: terms * inner,
          transposesRight: product.transposesRight,
          resultStride: product.resultStride,
          alpha: alpha
        ),
        UnsafePointer(a),
        UnsafePointer(b),
        into: result
      )
      guard scatters, let readings else { return outside }
      let variances = rightSquares + rightCount
      Float.multiply(
        MatrixProduct(
          rows: rows,
          columns: columns,
          inner: inner,
          transposesRight: product.transposesRight,
          alpha: (alpha * readings.spread) * (alpha * readings.spread)
        ),
        UnsafePointer(leftSquares),
        UnsafePointer(rightSquares),
        into: variances
      )
      for row in 0..<rows {
        readings.normals.addScatter(
          variances: variances + row * columns,
          to: result + row * product.resultStride,
          columns,
          from: (number * rows + row) * columns
        )
      }
      return outside
    }
  }
}
