import FabTasks
public import FabTensor

/// A Transformer that finds a template's target in a search region, seen in visible light, by its warmth, or both.
///
/// Both modalities go through the same encoder layers; with both, they meet through the template and again in the head.
/// Layers are named `visible`, `thermal`, `encoder.0`, `fusion.1`, `head.join`, `head.hidden`, `head.out`.
public struct TrackingNetwork<Scalar: TensorScalar>: Hashable, Sendable {
  /// The extents.
  public let sizes: TrackingNetworkSizes
  /// What is seen.
  public let modality: TrackingModality
  /// The embedding of visible patches; nil where they aren't seen.
  public let visible: Linear<Scalar>?
  /// The embedding of thermal patches; nil where they aren't seen.
  public let thermal: Linear<Scalar>?
  /// What is added by place, template before search region.
  public let positions: Embedding<Scalar>
  /// The encoder layers.
  public internal(set) var encoder: [EncoderLayer<Scalar>]
  /// Where modalities meet, by the encoder layer before.
  public internal(set) var fusions: [Int: TemplateFusion<Scalar>]
  /// The normalisation of the search tokens before the head.
  public internal(set) var headNorm: Normalization<Scalar>
  /// The head's first layer; it reads both modalities' tokens side by side.
  public let headHidden: Linear<Scalar>
  /// The normalisation before the head's activation.
  public internal(set) var hiddenNorm: Normalization<Scalar>
  /// The head's second layer: score, offset across and down, width, height.
  public let headOut: Linear<Scalar>

  /// The tokens of a template and of a search region in a sequence.
  static var ranges: (template: Range<Int>, search: Range<Int>) {
    let count = TrackingGrid.templateTokens
    return (0..<count, count..<(count + TrackingGrid.searchTokens))
  }

  /// The numbers that the head gives for a cell: a score and four of a box.
  private static var outputs: Int { 5 }

  /// The deviation of what is added by place at the start [ours].
  private static var positionDeviation: Double { 0.3 }

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - sizes: The extents.
  ///   - modality: What is seen.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ sizes: TrackingNetworkSizes,
    modality: TrackingModality,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.sizes = sizes
    self.modality = modality
    let width = sizes.width
    let kind = Normalization<Scalar>.Kind(sizes.normalization)
    visible =
      modality == .thermal
      ? nil
      : Linear(
        "visible",
        inputs: TrackingGrid.visibleFeatures,
        outputs: width,
        in: parameters,
        random: &random
      )
    thermal =
      modality == .visible
      ? nil
      : Linear(
        "thermal",
        inputs: TrackingGrid.thermalFeatures,
        outputs: width,
        in: parameters,
        random: &random
      )
    positions = Embedding(
      "positions",
      count: TrackingGrid.templateTokens + TrackingGrid.searchTokens,
      channels: width,
      deviation: Self.positionDeviation,
      in: parameters,
      random: &random
    )
    var encoder: [EncoderLayer<Scalar>] = []
    var fusions: [Int: TemplateFusion<Scalar>] = [:]
    for index in 0..<sizes.layers {
      encoder.append(
        EncoderLayer(
          "encoder.\(index)",
          EncoderExtents(channels: width, heads: sizes.heads, hidden: sizes.hidden),
          normalization: kind,
          activation: sizes.activation,
          in: parameters,
          random: &random
        )
      )
      if modality == .fused, sizes.fusionAfter.contains(index) {
        fusions[index] = TemplateFusion("fusion.\(index)", sizes, in: parameters, random: &random)
      }
    }
    self.encoder = encoder
    self.fusions = fusions
    headNorm = Normalization(kind, "head.norm1", channels: width, in: parameters)
    headHidden = Linear(
      "head.hidden",
      inputs: modality == .fused ? 2 * width : width,
      outputs: sizes.hidden,
      in: parameters,
      random: &random
    )
    hiddenNorm = Normalization(kind, "head.norm2", channels: sizes.hidden, in: parameters)
    headOut = Linear(
      "head.out",
      inputs: sizes.hidden,
      outputs: Self.outputs,
      in: parameters,
      random: &random
    )
  }

  /// All normalisations, in the order in which data meets them.
  public var normalizations: [Normalization<Scalar>] {
    encoder.indices.flatMap { index in
      [encoder[index].attentionNorm, encoder[index].feedForwardNorm]
        + (fusions[index]?.normalizations ?? [])
    } + [headNorm, hiddenNorm]
  }

  /// Finds targets.
  ///
  /// - Parameters:
  ///   - visibleTokens: Templates and search regions in visible light, `[batch, 16 + 64, 192]`; may be nil if they
  ///     aren't seen.
  ///   - thermalTokens: Templates and search regions by warmth, `[batch, 16 + 64, 64]`; may be nil if they aren't seen.
  ///   - tape: The tape.
  /// - Returns: Scores and boxes by cell.
  /// - Throws: ``FabTensor/TensorError/constantChannel(layer:channel:rows:value:)``.
  /// - Precondition: What is seen isn't nil.
  public func callAsFunction(
    visible visibleTokens: Variable?,
    thermal thermalTokens: Variable?,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> TrackingAnswer {
    var parts: [Variable] = []
    for (layer, tokens) in [(visible, visibleTokens), (thermal, thermalTokens)] {
      guard let layer else { continue }
      guard let tokens else { preconditionFailure("the tokens '\(layer.name)' are missing") }
      let part = tape.addBroadcast(layer(tokens, on: tape), positions.all(on: tape))
      tape.execution.observer?(layer.name, part)
      parts.append(part)
    }
    let batch = parts[0].shape[0]
    var x = parts.count == 1 ? parts[0] : tape.concatenate(parts, axis: 0)
    var maps: [(name: String, probabilities: Variable)] = []
    for (index, layer) in encoder.enumerated() {
      let result = try layer(x, on: tape)
      x = result.output
      maps.append((layer.name, result.probabilities))
      guard let fusion = fusions[index] else { continue }
      let fused = try fusion(x, on: tape)
      x = fused.output
      maps += fused.attention
    }
    let search = tape.slice(try headNorm(x, on: tape), axis: 1, Self.ranges.search)
    let cells =
      parts.count == 1
      ? search
      : tape.concatenate(
        [tape.slice(search, axis: 0, 0..<batch), tape.slice(search, axis: 0, batch..<(2 * batch))],
        axis: 2
      )
    let hidden = try hiddenNorm(headHidden(cells, on: tape), on: tape)
    let outputs = headOut(activate(hidden, on: tape), on: tape)
    tape.execution.observer?("head", outputs)
    return TrackingAnswer(
      scores: tape.slice(outputs, axis: 2, 0..<1)
        .reshaped(to: [batch, TrackingGrid.searchTokens]),
      boxes: tape.slice(outputs, axis: 2, 1..<Self.outputs),
      attention: maps
    )
  }

  private func activate(_ x: Variable, on tape: Tape<Scalar>) -> Variable {
    if let replaced = tape.execution.activation?(headHidden.name, sizes.activation) {
      return tape.elementwise(x, replaced)
    }
    return tape.activate(x, sizes.activation)
  }
}
