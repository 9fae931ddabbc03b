public import FabDiagnostics
import FabYAML

extension Network {
  /// The first line of a file that describes a network.
  public static let format = "pcu-fab network 1"

  /// The largest extent that a description may state: 2^20 [ours].
  static let extents = 1...(1 << 20)

  /// Reads a description.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect of the file; `shape-mismatch` for the first layer whose extents
  ///   don't fit, since all that follow hang on it.
  public static func read(_ source: SourceText) throws(DiagnosticError) -> Network {
    let collector = DiagnosticCollector()
    let root = try YAMLNode.parse(source)
    var network: Network?
    if let reader = MappingReader(root, of: "a network", collector: collector) {
      network = read(reader, collector)
      reader.finish()
    }
    guard let network, !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
    return network
  }

  private static func read(
    _ root: MappingReader,
    _ collector: DiagnosticCollector
  ) -> Network? {
    if let node = root.requiredNode("format"), node.scalarText != format {
      collector.add(
        Diagnostic(
          .unknownFormat,
          at: node.place,
          "'format' is '\(format)'; found \(node.quotedOrKind)"
        )
      )
    }
    let name = root.requiredText("name")
    let title = root.optionalText("title")
    let source = root.optionalText("source")
    let inputs = streams(root.requiredNode("streams"), collector)
    let outside = outsideParts(root.optionalNode("outside"), collector)
    let reader = NetworkLayerReader(collector: collector)
    let layerNode = root.requiredNode("layers")
    let parts = layerNode.map { reader.parts($0, of: "layers") } ?? []
    let outputNames =
      (root.requiredNode("outputs")?.items(of: "outputs", collector: collector) ?? [])
      .compactMap { node in
        node.text(of: "outputs", collector: collector).map { (name: $0, place: node.place) }
      }
    if let layerNode, parts.isEmpty, !collector.hasErrors {
      collector.add(Diagnostic(.missingKey, at: layerNode.place, "a network needs a layer"))
    }
    guard let name, !collector.hasErrors else { return nil }
    var expansion = NetworkExpansion(inputs: inputs, collector: collector)
    guard expansion.add(parts) else { return nil }
    var outputs: [TokenStream] = []
    for output in outputNames {
      if let stream = expansion.streams[output.name] {
        outputs.append(stream)
      } else {
        collector.add(
          Diagnostic(
            .unknownReference,
            at: output.place,
            "no layer makes the stream '\(output.name)'"
              + NearMiss.question(for: output.name, among: expansion.streams.keys.sorted())
          )
        )
      }
    }
    return Network(
      name: name,
      title: title ?? name,
      source: source ?? "",
      inputs: inputs,
      outputs: outputs,
      layers: expansion.layers,
      outside: outside
    )
  }

  private static func streams(
    _ node: YAMLNode?,
    _ collector: DiagnosticCollector
  ) -> [TokenStream] {
    guard let node, let all = MappingReader(node, of: "the streams", collector: collector) else {
      return []
    }
    return all.entries()
      .compactMap { entry in
        guard
          let reader = MappingReader(
            entry.value,
            of: "the stream '\(entry.name)'",
            collector: collector
          )
        else { return nil }
        let tokens = reader.requiredNode("tokens")?
          .integer(of: "tokens", in: extents, collector: collector)
        let width = reader.requiredNode("width")?
          .integer(of: "width", in: extents, collector: collector)
        reader.finish()
        guard let tokens, let width else { return nil }
        return TokenStream(name: entry.name, tokenCount: tokens, width: width)
      }
  }

  private static func outsideParts(
    _ node: YAMLNode?,
    _ collector: DiagnosticCollector
  ) -> [OutsidePart] {
    guard let node, let all = MappingReader(node, of: "the parts outside", collector: collector)
    else { return [] }
    return all.entries()
      .compactMap { entry in
        entry.value.text(of: entry.name, collector: collector)
          .map { OutsidePart(name: entry.name, reason: $0) }
      }
  }
}
