/// Ranges in the metadata of a checkpoint: a network that was tuned for hardware runs with operands scaled as they were then.
extension OperandRanges {
  private static let prefix = "hardware.range."

  /// The metadata, an entry an attention.
  public var metadata: [String: String] {
    var metadata: [String: String] = [:]
    for (layer, range) in attentions {
      let extents = "\(range.heads) \(range.keys) \(range.width)"
      metadata[Self.prefix + layer] = "\(extents) \(range.query) \(range.key) \(range.value)"
    }
    return metadata
  }

  /// Returns the ranges that metadata holds instead of those that were found.
  ///
  /// - Parameter metadata: The metadata of the network's checkpoint.
  /// - Returns: The ranges; these where the metadata holds none at all.
  /// - Throws: ``TrainingError/otherCheckpoint(key:found:expected:)`` for an attention whose range is missing, can't be read, or
  ///   has other extents.
  public func replaced(
    by metadata: [String: String]
  ) throws(TrainingError) -> OperandRanges {
    let kept = metadata.filter { $0.key.hasPrefix(Self.prefix) }
    guard !kept.isEmpty else { return self }
    for key in kept.keys.sorted() where attentions[String(key.dropFirst(Self.prefix.count))] == nil
    {
      throw .otherCheckpoint(key: key, found: "a range", expected: "no such attention")
    }
    var result: [String: AttentionRange] = [:]
    for (layer, found) in attentions.sorted(by: { $0.key < $1.key }) {
      let text = kept[Self.prefix + layer]
      guard let range = text.flatMap(AttentionRange.init(text:)), range.heads == found.heads,
        range.keys == found.keys, range.width == found.width
      else {
        throw .otherCheckpoint(
          key: Self.prefix + layer,
          found: text ?? "nothing",
          expected: "\(found.heads) \(found.keys) \(found.width) and three finite magnitudes"
        )
      }
      result[layer] = range
    }
    return OperandRanges(attentions: result)
  }
}

extension AttentionRange {
  /// Reads heads, keys, width and the magnitudes of query, key and value; `nil` for anything else.
  fileprivate init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let heads = Int(parts[0]), let keys = Int(parts[1]),
      let width = Int(parts[2]), let query = Float(parts[3]), let key = Float(parts[4]),
      let value = Float(parts[5]),
      [query, key, value].allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    self.init(heads: heads, keys: keys, width: width, query: query, key: key, value: value)
  }
}
