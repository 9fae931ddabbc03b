/// The extents of an attention, its products, and how its heads are dealt to threads.
struct AttentionPlan<Scalar: TensorScalar> {
  let batch: Int
  let heads: Int
  let queries: Int
  let keys: Int
  /// Channels of a head.
  let width: Int

  /// Weights of a head of a sequence.
  var area: Int { queries * keys }

  /// Heads of sequences that one part of the work takes; a matter of size alone.
  private var grain: Int { max(1, batch * heads / 32) }

  /// The number of parts.
  var groups: Int { (batch * heads + grain - 1) / grain }

  func run(_ workers: Workers, _ body: (_ place: AttentionPlace, _ group: Int) -> Void) {
    workers.run(over: batch * heads, grain: grain) { range in
      for number in range {
        let place = AttentionPlace(batch: number / heads, head: number % heads, number: number)
        body(place, range.lowerBound / grain)
      }
    }
  }

  func multiply(
    _ product: MatrixProduct<Scalar>,
    _ left: UnsafePointer<Scalar>,
    _ right: UnsafePointer<Scalar>,
    into result: UnsafeMutablePointer<Scalar>,
    by replacement: AttentionExecutor<Scalar>.Product?,
    at place: AttentionPlace
  ) {
    if let replacement {
      replacement(product, left, right, result, place)
    } else {
      Scalar.multiply(product, left, right, into: result)
    }
  }

  /// Takes keys out of the scores of a sequence.
  func mask(_ scores: UnsafeMutablePointer<Scalar>, _ keyMask: [Bool], batch: Int) {
    for key in 0..<keys where !keyMask[batch * keys + key] {
      for row in 0..<queries { scores[row * keys + key] = -.infinity }
    }
  }

  func scores(_ query: Int, _ key: Int, scale: Scalar) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: queries,
      columns: keys,
      inner: width,
      transposesRight: true,
      leftStride: query,
      rightStride: key,
      alpha: scale
    )
  }

  func mixture(_ value: Int, _ result: Int) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: queries,
      columns: width,
      inner: keys,
      rightStride: value,
      resultStride: result
    )
  }

  func probabilityGradient(_ gradient: Int, _ value: Int) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: queries,
      columns: keys,
      inner: width,
      transposesRight: true,
      leftStride: gradient,
      rightStride: value
    )
  }

  func valueGradient(_ gradient: Int, _ value: Int, adds: Bool) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: keys,
      columns: width,
      inner: queries,
      transposesLeft: true,
      rightStride: gradient,
      resultStride: value,
      beta: adds ? 1 : 0
    )
  }

  func queryGradient(
    _ key: Int,
    _ query: Int,
    scale: Scalar,
    adds: Bool
  ) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: queries,
      columns: width,
      inner: keys,
      rightStride: key,
      resultStride: query,
      alpha: scale,
      beta: adds ? 1 : 0
    )
  }

  func keyGradient(
    _ query: Int,
    _ key: Int,
    scale: Scalar,
    adds: Bool
  ) -> MatrixProduct<Scalar> {
    MatrixProduct(
      rows: keys,
      columns: width,
      inner: queries,
      transposesLeft: true,
      rightStride: query,
      resultStride: key,
      alpha: scale,
      beta: adds ? 1 : 0
    )
  }
}
