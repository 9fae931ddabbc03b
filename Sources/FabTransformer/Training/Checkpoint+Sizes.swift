import FabTensor

extension Checkpoint<Float> {
  /// Returns the activation that the metadata name.
  func activation() throws(TrainingError) -> Activation {
    let text = try text("network.activation", among: Activation.allCases.map(\.rawValue))
    return Activation(rawValue: text) ?? .identity
  }

  /// Returns the normalisation that the metadata name.
  func normalization() throws(TrainingError) -> Normalization<Float>.Kind {
    let kinds = Normalization<Float>.Kind.allCases
    let text = try text("network.normalization", among: kinds.map(\.rawValue))
    return Normalization<Float>.Kind(rawValue: text) ?? .batch
  }

  /// Throws where the stated extents aren't those of the matrices in the file.
  ///
  /// A network is made only of extents that the file has bytes for, so that a forged one can't ask for all memory.
  func checkExtents(width: Int, heads: Int, hidden: Int, layers: Int) throws(TrainingError) {
    guard width.isMultiple(of: heads) else {
      throw .otherCheckpoint(
        key: "network.heads",
        found: "\(heads)",
        expected: "a divisor of the width \(width)"
      )
    }
    for layer in 0..<layers {
      for (name, shape) in [
        ("attention.query", Shape([width, width])), ("feedForward.first", Shape([width, hidden])),
      ] {
        let tensor = "model.encoder.\(layer).\(name).weight"
        guard let entry = file.entries[tensor] else {
          throw .unreadable(.missingTensor(name: tensor))
        }
        guard entry.shape == shape else {
          throw .unreadable(
            .wrongShape(
              name: tensor,
              found: entry.shape.description,
              expected: shape.description
            )
          )
        }
      }
    }
  }
}
