import FabTasks
public import FabTensor

/// Two modalities that meet through the template: it gathers from both search regions and gives to both.
///
/// > Source: The pattern of T. Hui et al., *Bridging search region interaction with template for RGB-T tracking*,
/// > CVPR 2023, section 3.3, with two attentions in place of its six [ours].
public struct TemplateFusion<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Both templates, channels side by side, to one, `name.join`.
  public let join: Linear<Scalar>
  /// The normalisation of the joined template before its activation.
  public private(set) var joinNorm: Normalization<Scalar>
  /// The joined template before it gathers.
  public private(set) var gatherNorm: Normalization<Scalar>
  /// The tokens of both modalities, before they're read and before they read.
  public private(set) var tokenNorm: Normalization<Scalar>
  /// The template's look at both search regions, `name.gather`.
  public let gather: MultiHeadAttention<Scalar>
  /// The template before it's read.
  public private(set) var giveNorm: Normalization<Scalar>
  /// The tokens' look at the template, `name.give`; both modalities share it.
  public let give: MultiHeadAttention<Scalar>
  /// The activation of the joined template.
  public let activation: Activation

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - sizes: The extents.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ name: String,
    _ sizes: TrackingNetworkSizes,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.name = name
    let width = sizes.width
    let kind = Normalization<Scalar>.Kind(sizes.normalization)
    activation = sizes.activation
    join = Linear(
      "\(name).join",
      inputs: 2 * width,
      outputs: width,
      in: parameters,
      random: &random
    )
    joinNorm = Normalization(kind, "\(name).norm1", channels: width, in: parameters)
    gatherNorm = Normalization(kind, "\(name).norm2", channels: width, in: parameters)
    tokenNorm = Normalization(kind, "\(name).norm3", channels: width, in: parameters)
    gather = MultiHeadAttention(
      "\(name).gather",
      channels: width,
      heads: sizes.heads,
      in: parameters,
      random: &random
    )
    giveNorm = Normalization(kind, "\(name).norm4", channels: width, in: parameters)
    give = MultiHeadAttention(
      "\(name).give",
      channels: width,
      heads: sizes.heads,
      in: parameters,
      random: &random
    )
  }

  /// All normalisations, in the order in which data meets them.
  public var normalizations: [Normalization<Scalar>] {
    [joinNorm, tokenNorm, gatherNorm, giveNorm]
  }

  /// Lets the modalities meet.
  ///
  /// - Parameters:
  ///   - x: The tokens, templates before search regions; visible pictures, then thermal ones:
  ///     `[2 batch, 16 + 64, channels]`.
  ///   - tape: The tape.
  /// - Returns: The tokens, and the attention of both parts by name.
  /// - Throws: ``FabTensor/TensorError/constantChannel(layer:channel:rows:value:)``.
  func callAsFunction(
    _ x: Variable,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> (
    output: Variable, attention: [(name: String, probabilities: Variable)]
  ) {
    let batch = x.shape[0] / 2
    let (templateRange, searchRange) = TrackingNetwork<Scalar>.ranges
    let templates = tape.slice(x, axis: 1, templateRange)
    let joined = tape.concatenate(
      [
        tape.slice(templates, axis: 0, 0..<batch),
        tape.slice(templates, axis: 0, batch..<(2 * batch)),
      ],
      axis: 2
    )
    let template = activate(try joinNorm(join(joined, on: tape), on: tape), on: tape)
    let tokens = try tokenNorm(x, on: tape)
    let search = tape.slice(tokens, axis: 1, searchRange)
    let both = tape.concatenate(
      [tape.slice(search, axis: 0, 0..<batch), tape.slice(search, axis: 0, batch..<(2 * batch))],
      axis: 1
    )
    let gathered = try gather(
      queries: gatherNorm(template, on: tape),
      keys: both,
      values: both,
      on: tape
    )
    let bridge = try giveNorm(tape.add(template, gathered.output), on: tape)
    let bridges = tape.concatenate([bridge, bridge], axis: 0)
    let given = try give(queries: tokens, keys: bridges, values: bridges, on: tape)
    let output = tape.add(x, given.output)
    tape.execution.observer?(name, output)
    return (
      output,
      [("\(name).gather", gathered.probabilities), ("\(name).give", given.probabilities)]
    )
  }

  /// Folds batch normalisations into the linear layers around them, and returns the fusion without them.
  ///
  /// - Throws: ``FabTensor/TensorError/notFoldable(layer:)`` for other normalisations.
  func folded(in parameters: ParameterSet<Scalar>) throws(TensorError) -> TemplateFusion {
    guard let joined = joinNorm.channelMap(in: parameters),
      let gathering = gatherNorm.channelMap(in: parameters),
      let tokens = tokenNorm.channelMap(in: parameters),
      let giving = giveNorm.channelMap(in: parameters)
    else { throw .notFoldable(layer: name) }
    joined.fold(intoPreceding: join, in: parameters)
    gathering.fold(intoFollowing: gather.query, in: parameters)
    for linear in [gather.key, gather.value, give.query] {
      tokens.fold(intoFollowing: linear, in: parameters)
    }
    for linear in [give.key, give.value] { giving.fold(intoFollowing: linear, in: parameters) }
    var result = self
    result.joinNorm = .none
    result.gatherNorm = .none
    result.tokenNorm = .none
    result.giveNorm = .none
    return result
  }

  private func activate(_ x: Variable, on tape: Tape<Scalar>) -> Variable {
    if let replaced = tape.execution.activation?(join.name, activation) {
      return tape.elementwise(x, replaced)
    }
    return tape.activate(x, activation)
  }
}
