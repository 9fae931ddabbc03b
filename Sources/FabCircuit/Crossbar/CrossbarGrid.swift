import Dispatch

/// How the cells of a crossbar lie in memory.
///
/// Rows are padded to blocks of eight, columns to vectors of four; padding has no conductance. A row takes an odd
/// number of cache lines' worth of vectors where it would else be a multiple of 2 KiB, since such strides let all
/// rows of a column fall into one set of the cache.
struct CrossbarGrid: Hashable, Sendable {
  typealias Quad = SIMD4<Double>
  typealias Octet = SIMD8<Double>

  let rows: Int
  let columns: Int
  /// Blocks of eight rows.
  let blocks: Int
  /// Vectors of four columns.
  let quads: Int
  /// Vectors from one row to the next.
  let stride: Int
  /// Vectors of one panel of the bit-line sweep.
  static let panel = 16

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    blocks = (rows + 7) / 8
    quads = (columns + 3) / 4
    stride = quads % 64 == 0 ? quads + 2 : quads
  }

  var count: Int { blocks * 8 * stride }
  var panels: Int { (quads + Self.panel - 1) / Self.panel }

  /// A buffer with a value a cell and a value for the padding.
  func buffer(_ values: [Double], padding: Double = 0) -> CellBuffer<Quad> {
    let buffer = CellBuffer<Quad>(count: count)
    buffer.pointer.update(repeating: Quad(repeating: padding), count: count)
    withExtendedLifetime(buffer) {
      for row in 0..<rows {
        for column in 0..<columns {
          buffer.pointer[row * stride + column / 4][column % 4] = values[row * columns + column]
        }
      }
    }
    return buffer
  }

  func array(_ buffer: CellBuffer<Quad>) -> [Double] {
    withExtendedLifetime(buffer) {
      var values: [Double] = []
      values.reserveCapacity(rows * columns)
      for row in 0..<rows {
        for column in 0..<columns {
          values.append(buffer.pointer[row * stride + column / 4][column % 4])
        }
      }
      return values
    }
  }

  /// Runs a body for 0..<count on so many threads; what each call does must not depend on the others.
  static func forEach(_ count: Int, threads: Int, _ body: (Int) -> Void) {
    guard threads > 1, count > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    let workers = min(threads, count)
    withoutActuallyEscaping(body) { escaping in
      // Each index is run once, and concurrentPerform returns when all are done.
      nonisolated(unsafe) let run = escaping
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in (worker * count / workers)..<((worker + 1) * count / workers) { run(index) }
      }
    }
  }
}
