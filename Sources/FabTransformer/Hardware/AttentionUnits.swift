import FabNumerics
import FabOperators
import FabTensor

/// The multipliers and softmax circuits of one attention on a die.
struct AttentionUnits: Sendable {
  let range: AttentionRange
  private let products: (scores: ProductUnits, mixture: ProductUnits)?
  /// A circuit a head; one for all heads where units are the mean.
  let softmaxes: [SoftmaxUnit]
  private let softmaxName: OperatorName
  private let softmaxPolicy: DomainPolicy
  private let productSpread: Float
  private let softmaxSpread: Float

  init(
    _ layer: String,
    _ range: AttentionRange,
    _ model: HardwareModel,
    seed: UInt64
  ) throws(HardwareError) {
    self.range = range
    let isMean = model.settings.depth == .mean
    func units(_ part: String, _ factors: GainFactors) -> ProductUnits {
      guard !isMean else { return ProductUnits(factors) }
      return ProductUnits(
        factors,
        units: factors.surface.deviations.draw(
          range.heads * range.keys * range.width,
          seed: seed,
          purpose: HardwareDie.purpose(layer, part),
          by: model.settings.draw
        )
      )
    }
    products = model.factors.map { (units("scores", $0), units("mixture", $0)) }
    productSpread = Float(model.factors?.surface.readoutSpread ?? 0)
    softmaxSpread = Float(model.softmax?.readoutSpread ?? 0)
    softmaxName = model.settings.softmax
    softmaxPolicy = model.policies[softmaxName] ?? .extrapolate
    var circuits: [SoftmaxUnit] = []
    if let softmax = model.softmax {
      do throws(CodebookError) {
        for head in 0..<range.heads {
          if isMean {
            if head == 0 { circuits.append(try softmax.mean(laneCount: range.keys)) }
            continue
          }
          circuits.append(
            try softmax.draw(
              UInt64(head),
              laneCount: range.keys,
              seed: seed,
              purpose: HardwareDie.purpose(layer, "softmax")
            )
          )
        }
      } catch {
        throw .codebook(error)
      }
    }
    softmaxes = circuits
  }

  func executor(
    readings: (scores: NormalPool, softmax: NormalPool, mixture: NormalPool)?,
    counts: DomainCounts
  ) -> AttentionExecutor<Float> {
    var executor = AttentionExecutor<Float>()
    if let products {
      executor.scores = product(
        ProductSums(products.scores, Self.scale(range.query), Self.scale(range.key)),
        readings?.scores,
        counts
      )
      executor.mixture = product(
        ProductSums(products.mixture, 1, Self.scale(range.value)),
        readings?.mixture,
        counts
      )
    }
    if !softmaxes.isEmpty {
      executor.softmax = { scores, shares, rows, columns, place in
        let outside = softmax(scores, shares, rows, columns, place, readings?.softmax)
        counts.add(softmaxName, outside: outside, of: rows * columns)
      }
    }
    return executor
  }

  /// An operand that is zero everywhere has no scale; any does.
  private static func scale(_ largest: Float) -> Float { max(largest, .leastNormalMagnitude) }

  private func product(
    _ sums: ProductSums,
    _ readings: NormalPool?,
    _ counts: DomainCounts
  ) -> AttentionExecutor<Float>.Product {
    let unitsOfHead = range.keys * range.width
    let spread = productSpread
    return { product, left, right, result, place in
      let outside = sums.multiply(
        product,
        left,
        right,
        into: result,
        firstUnit: place.head * unitsOfHead,
        readings: readings.map { ($0, spread) },
        number: place.number
      )
      counts.add(
        .multiplier,
        outside: outside,
        of: product.inner * (product.rows + product.columns)
      )
    }
  }

  private func softmax(
    _ scores: UnsafePointer<Float>,
    _ shares: UnsafeMutablePointer<Float>,
    _ rows: Int,
    _ columns: Int,
    _ place: AttentionPlace,
    _ readings: NormalPool?
  ) -> Int {
    let circuit = softmaxes[place.head % softmaxes.count]
    precondition(columns == circuit.laneCount, "\(columns) terms, \(circuit.laneCount) lanes")
    let count = rows * columns
    let outputs = UnsafeMutableBufferPointer(start: shares, count: count)
    let found = try? circuit.evaluate(
      UnsafeBufferPointer(start: scores, count: count),
      into: outputs,
      policy: softmaxPolicy,
      of: softmaxName
    )
    guard let outside = found else {
      // A circuit that can't be solved has no result; what reads it says so.
      outputs.update(repeating: .nan)
      return count
    }
    if let readings {
      readings.scatter(
        UnsafeBufferPointer(outputs),
        by: softmaxSpread,
        into: outputs,
        from: place.number * count
      )
    }
    return outside
  }
}
