import FabDiagnostics
import FabHash
import FabTransformer

/// A description of a network with the hash of its bytes.
struct NetworkFile {
  let path: String
  let network: Network
  let hash: ContentHash

  init(path: String) throws(DiagnosticError) {
    let bytes = try InputFile.bytes(at: path, limit: InputFile.textLimit)
    self.path = path
    hash = ContentHash(of: bytes)
    network = try Network.read(SourceText(name: path, bytes: bytes))
  }
}
