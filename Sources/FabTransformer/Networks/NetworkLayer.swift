import FabDiagnostics

/// A layer of a description, as it stands in the file.
struct NetworkLayer: Sendable {
  /// What it does.
  enum Kind: Sendable {
    case transformer(TransformerLayer)
    case linear(LinearLayer)
  }

  let name: String
  /// How many of it follow each other, each with weights of its own.
  let count: Int
  /// The streams of each pass; passes share the weights.
  let passes: [[String]]
  let kind: Kind
  let place: Place
}

/// A layer, or several that are repeated together.
indirect enum NetworkPart: Sendable {
  case layer(NetworkLayer)
  case group(name: String, count: Int, parts: [NetworkPart])
}
