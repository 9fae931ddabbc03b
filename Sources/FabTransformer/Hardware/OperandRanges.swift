import FabTasks
public import FabTensor
import Synchronization

/// How large operands of dynamic products get, layer by layer, found on training samples with ideal operators.
///
/// Multipliers work in one range of currents: whoever programs a network scales queries, keys and values so that they use it.
public struct OperandRanges: Hashable, Sendable {
  /// The attentions by name.
  public private(set) var attentions: [String: AttentionRange]

  /// The samples that ranges are found on [ours].
  public static let sampleCount = 256

  /// Takes ranges that are known.
  public init(attentions: [String: AttentionRange]) {
    self.attentions = attentions
  }

  /// Runs a network on training samples.
  ///
  /// - Parameters:
  ///   - learner: The network.
  ///   - workers: How many threads are used.
  /// - Throws: ``TrainingError/tensor(_:)``.
  public init(of learner: some Learner, workers: Workers) throws(TrainingError) {
    let tape = Tape(parameters: learner.parameters, workers: workers)
    let found = Found()
    tape.execution.attention = { layer in
      AttentionExecutor(
        scores: { product, left, right, result, place in
          Float.multiply(product, left, right, into: result)
          found.note(
            layer,
            AttentionRange(
              heads: place.head + 1,
              keys: product.columns,
              width: product.inner,
              query: Self.largest(left, product.rows, product.inner, product.leftStride),
              key: Self.largest(right, product.columns, product.inner, product.rightStride),
              value: 0
            )
          )
        },
        mixture: { product, left, right, result, place in
          Float.multiply(product, left, right, into: result)
          found.note(
            layer,
            AttentionRange(
              heads: place.head + 1,
              keys: product.inner,
              width: product.columns,
              query: 0,
              key: 0,
              value: Self.largest(right, product.inner, product.columns, product.rightStride)
            )
          )
        }
      )
    }
    try tape.infer(0..<Self.sampleCount) { range throws(TensorError) in
      _ = try learner.loss(.train, range, on: tape)
    }
    attentions = found.all
  }

  private static func largest(
    _ place: UnsafePointer<Float>,
    _ rows: Int,
    _ columns: Int,
    _ stride: Int
  ) -> Float {
    var largest: Float = 0
    for row in 0..<rows {
      for column in 0..<columns { largest = max(largest, abs(place[row * stride + column])) }
    }
    return largest
  }

  /// What several threads find.
  private final class Found: Sendable {
    private let ranges = Mutex<[String: AttentionRange]>([:])

    var all: [String: AttentionRange] { ranges.withLock { $0 } }

    func note(_ layer: String, _ range: AttentionRange) {
      ranges.withLock { ranges in
        let old = ranges[layer] ?? range
        ranges[layer] = AttentionRange(
          heads: max(old.heads, range.heads),
          keys: max(old.keys, range.keys),
          width: range.width,
          query: max(old.query, range.query),
          key: max(old.key, range.key),
          value: max(old.value, range.value)
        )
      }
    }
  }
}
