import FabDiagnostics
import FabTransformer
import Foundation
import Testing

/// Descriptions of networks for tests.
enum NetworkText {
  /// A network of one encoder layer.
  static let block = """
    format: pcu-fab network 1
    name: block
    streams:
      image: {tokens: 150, width: 256}
      text: {tokens: 44, width: 256}
    layers:
      - {layer: encoder, kind: transformer, on: [image, text], heads: 8, hidden: 2048, activation: softplus,
         normalization: batch, order: last}
    outputs: [image]
    """

  /// Reads a description.
  static func network(_ text: String) throws -> Network {
    try Network.read(SourceText(name: "network.yaml", text: text))
  }

  /// Reads one that comes with the tool.
  static func shipped(_ name: String) throws -> Network {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Networks/\(name).yaml").standardizedFileURL.path
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return try Network.read(SourceText(name: path, bytes: bytes))
  }

  /// The messages that a description gives.
  static func messages(_ text: String) -> [Diagnostic] {
    do {
      _ = try Network.read(SourceText(name: "network.yaml", text: text))
      Issue.record("the description was read")
      return []
    } catch {
      return error.diagnostics
    }
  }
}
