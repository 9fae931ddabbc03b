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
    let unit = largestLeft * largestRight
    return withUnsafeTemporaryAllocation(
      byteCount: (terms * (leftCount + rightCount) + rows * columns)
        * MemoryLayout<Float>.stride,
      alignment: 64
    ) { memory in
      let floats = memory.bindMemory(to: Float.self)
      guard let a = floats.baseAddress else { return 0 }
      let b = a + terms * leftCount
      let leftTerms = UnsafeMutableRawPointer(a)
        .bindMemory(to: GainFactors.Terms.self, capacity: leftCount)
      var outside = units.factors.split(
        left,
        rows: rows,
        columns: inner,
        stride: product.leftStride,
        scale: 1 / largestLeft,
        into: leftTerms
      )
      outside += units.split(
        right,
        rows: product.transposesRight ? columns : inner,
        columns: product.transposesRight ? inner : columns,
        stride: product.rightStride,
        scale: 1 / largestRight,
        first: firstUnit,
        isTransposed: product.transposesRight,
        into: b
      )
      Float.multiply(
        MatrixProduct(
          rows: rows,
          columns: columns,
          inner: terms * inner,
          transposesRight: product.transposesRight,
          resultStride: product.resultStride,
          alpha: product.alpha * unit
        ),
        UnsafePointer(a),
        UnsafePointer(b),
        into: result
      )
      guard let readings, readings.spread > 0 else { return outside }
      let variances = b + terms * rightCount
      addScatter(
        product,
        left,
        right,
        to: result,
        (a, b, variances),
        readings,
        number
      )
      return outside
    }
  }

  private func addScatter(
    _ product: MatrixProduct<Float>,
    _ left: UnsafePointer<Float>,
    _ right: UnsafePointer<Float>,
    to result: UnsafeMutablePointer<Float>,
    _ memory: (
      left: UnsafeMutablePointer<Float>, right: UnsafeMutablePointer<Float>,
      variances: UnsafeMutablePointer<Float>
    ),
    _ readings: (normals: NormalPool, spread: Float),
    _ number: Int
  ) {
    let (rows, columns, inner) = (product.rows, product.columns, product.inner)
    Self.square(left, rows, inner, product.leftStride, into: memory.left)
    let rightRows = product.transposesRight ? columns : inner
    let rightColumns = product.transposesRight ? inner : columns
    Self.square(right, rightRows, rightColumns, product.rightStride, into: memory.right)
    Float.multiply(
      MatrixProduct(
        rows: rows,
        columns: columns,
        inner: inner,
        transposesRight: product.transposesRight
      ),
      UnsafePointer(memory.left),
      UnsafePointer(memory.right),
      into: memory.variances
    )
    let factor = abs(product.alpha) * readings.spread
    for row in 0..<rows {
      let target = result + row * product.resultStride
      let squares = memory.variances + row * columns
      let first = (number * rows + row) * columns
      readings.normals.forEachRun(columns, from: first) { place, pool, sign, size in
        let share = sign * factor
        for index in 0..<size {
          target[place + index] += share * squares[place + index].squareRoot() * pool[index]
        }
      }
    }
  }

  private static func square(
    _ source: UnsafePointer<Float>,
    _ rows: Int,
    _ columns: Int,
    _ stride: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      for column in 0..<columns {
        let x = source[row * stride + column]
        result[row * columns + column] = x * x
      }
    }
  }
}
