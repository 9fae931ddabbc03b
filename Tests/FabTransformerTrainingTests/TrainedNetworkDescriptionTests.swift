import FabDiagnostics
import FabTasks
import FabTensor
import FabTransformer
import Foundation
import Testing

/// The descriptions that are mapped onto PCUs are of the networks that are trained.
@Suite struct TrainedNetworkDescriptionTests {
  private func network(_ name: String) throws -> Network {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Networks/\(name).yaml")
    return try Network.read(
      SourceText(name: "\(name).yaml", bytes: Array(try Data(contentsOf: file)))
    )
  }

  /// The extents of all matrices of a description, sorted.
  private func matrices(_ network: Network) -> [[Int]] {
    network.operations
      .compactMap { operation in
        if case .linear(let inputs, let outputs) = operation.kind { return [inputs, outputs] }
        return nil
      }
      .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }

  /// The extents of all matrices of a trained network, sorted; without those that only learning reads.
  private func matrices(_ learner: some Learner) -> [[Int]] {
    learner.parameters.all.filter { $0.kind == .weight && !$0.name.hasPrefix("grounding.") }
      .map(\.shape.extents)
      .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }

  @Test func scenes() throws {
    let (described, trained) = (try network("scenes"), try SceneLearner(seed: 1))
    #expect(matrices(described) == matrices(trained))
    #expect(described.staticWeights == matrices(trained).reduce(0) { $0 + $1[0] * $1[1] })
    #expect(
      described.inputs.first { $0.name == "words" }?.tokenCount == trained.task.questionLength
    )
  }

  @Test func tracking() throws {
    let (described, trained) = (
      try network("tracking"), try TrackingLearner(modality: .fused, seed: 1)
    )
    #expect(matrices(described) == matrices(trained))
    #expect(described.staticWeights == matrices(trained).reduce(0) { $0 + $1[0] * $1[1] })
  }
}
