public import FabTasks
public import FabTensor

/// What each patch is told of while a network learns to answer questions: what it shows, and which phrase means it.
///
/// An answer is one word for 36 patches; with these hints each patch has its own. They're made of the truth about
/// training scenes. No answer is computed from them.
///
/// > Source: The idea is that of A. Kamath et al., *MDETR: modulated detection for end-to-end multi-modal understanding*,
/// > ICCV 2021, section 2.2.2, whose losses tie boxes to the phrases that mean them; a patch takes the place of a box [ours].
public struct SceneGrounding<Scalar: TensorScalar>: Hashable, Sendable {
  /// The scores of a patch's phrase: none, the first, the second; `name.phrase`.
  public let phrase: Linear<Scalar>
  /// The scores of each attribute's value, after one for no object; `name.size` and so on.
  public let attributes: [Linear<Scalar>]

  /// No phrase, the first, the second.
  private static var phrases: Int { 3 }

  /// Makes the parameters.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - channels: The channels of a token.
  ///   - parameters: Where the parameters go.
  ///   - random: What weights are drawn from.
  public init(
    _ name: String,
    channels: Int,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    phrase = Linear(
      "\(name).phrase",
      inputs: channels,
      outputs: Self.phrases,
      in: parameters,
      random: &random
    )
    var attributes: [Linear<Scalar>] = []
    for attribute in ObjectAttribute.allCases {
      attributes.append(
        Linear(
          "\(name).\(attribute.name)",
          inputs: channels,
          outputs: attribute.words.count + 1,
          in: parameters,
          random: &random
        )
      )
    }
    self.attributes = attributes
  }

  /// Returns the cross entropies of phrases and of attributes.
  ///
  /// - Parameters:
  ///   - said: What the network says about scenes.
  ///   - batch: The scenes.
  ///   - tape: The tape.
  /// - Returns: The losses: of phrases, then of each attribute.
  /// - Throws: ``FabTensor/TensorError``.
  public func losses(
    of said: SceneAnswer,
    for batch: SceneBatch,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> [Variable] {
    var phrases = [Int](repeating: 0, count: batch.count * SceneGrid.tokens)
    var values = [[Int]](repeating: phrases, count: attributes.count)
    for (index, layout) in batch.layouts.enumerated() {
      for object in layout.objects {
        let place = index * SceneGrid.tokens + object.cell
        phrases[place] = batch.questions[index].phrase(of: object) ?? 0
        for attribute in ObjectAttribute.allCases {
          values[attribute.rawValue][place] = object[attribute] + 1
        }
      }
    }
    let seen = tape.slice(said.memory, axis: 1, 0..<SceneGrid.tokens)
    var losses = [
      try tape.crossEntropy(
        ideal(phrase, seen, on: tape),
        targets: phrases,
        classWeights: Self.phraseWeights
      )
    ]
    for (attribute, targets) in zip(attributes, values) {
      losses.append(try tape.crossEntropy(ideal(attribute, said.looks, on: tape), targets: targets))
    }
    return losses
  }

  /// Applies a layer as it's written: it's no part of the network, so that hardware replaces nothing of it.
  private func ideal(_ layer: Linear<Scalar>, _ x: Variable, on tape: Tape<Scalar>) -> Variable {
    tape.linear(x, tape.variable(layer.weight), bias: layer.bias.map(tape.variable))
  }

  /// The weights of no phrase, the first and the second: one or two of 36 patches are meant [ours].
  private static var phraseWeights: [Scalar] { [1, 5, 5] }
}
