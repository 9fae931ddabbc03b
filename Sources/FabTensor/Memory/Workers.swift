import CBLAS
import COpenBLASKernels
import Dispatch
import Synchronization

/// How many threads a tape may use; results don't depend on it.
///
/// Work is cut into parts by its size alone, and every part is computed by one thread with OpenBLAS on that thread, so
/// sums have one order whatever the number of threads.
public struct Workers: Hashable, Sendable {
  /// The most threads at once.
  public let count: Int

  /// Creates workers.
  ///
  /// OpenBLAS is told, for the whole process, to stay on the calling thread.
  ///
  /// - Precondition: `count` is positive.
  public init(_ count: Int) {
    precondition(count > 0, "\(count) threads")
    self.count = count
    Self.confineOpenBLAS
  }

  /// OpenBLAS's own threads would cut products by their number.
  private static let confineOpenBLAS: Void = {
    pcu_openblas_choose_kernels()
    openblas_set_num_threads(1)
  }()

  /// Runs the parts `0..<parts`, each once.
  func run(parts: Int, _ body: (Int) -> Void) {
    guard count > 1, parts > 1 else {
      for part in 0..<parts { body(part) }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      // Each part is run once, and concurrentPerform returns when all are done.
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: min(count, parts)) { _ in
        while true {
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < parts else { return }
          body(part)
        }
      }
    }
  }

  /// Runs over `0..<count` in ranges of at most `grain`.
  func run(over count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
    let size = max(grain, 1)
    let parts = (count + size - 1) / size
    run(parts: parts) { part in
      body((part * size)..<min(count, (part + 1) * size))
    }
  }

  /// Numbers that one part of a light loop takes.
  static let lightGrain = 32_768

  /// Computes a product, cut along the longer side of the result by its size alone.
  func multiply<Scalar: TensorScalar>(
    _ product: MatrixProduct<Scalar>,
    _ a: UnsafePointer<Scalar>,
    _ b: UnsafePointer<Scalar>,
    into c: UnsafeMutablePointer<Scalar>
  ) {
    let work = 2 * product.rows * product.columns * product.inner
    // Below 16 Mflop a cut costs more than it saves; a part should do 64 Mflop, for each packs the whole other operand.
    let wanted = max(min(4, work / 16_000_000), min(64, work / 64_000_000))
    guard wanted > 1 else { return Scalar.multiply(product, a, b, into: c) }
    let cutsRows = product.rows >= product.columns
    let extent = cutsRows ? product.rows : product.columns
    let grain = ((extent + wanted - 1) / wanted + 15) / 16 * 16
    run(over: extent, grain: grain) { range in
      var part = product
      if cutsRows {
        part.rows = range.count
        let start = range.lowerBound * (product.transposesLeft ? 1 : product.leftStride)
        Scalar.multiply(part, a + start, b, into: c + range.lowerBound * product.resultStride)
      } else {
        part.columns = range.count
        let start = range.lowerBound * (product.transposesRight ? product.rightStride : 1)
        Scalar.multiply(part, a, b + start, into: c + range.lowerBound)
      }
    }
  }
}
