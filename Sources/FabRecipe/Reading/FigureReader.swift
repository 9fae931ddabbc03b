import FabDiagnostics
import FabUnits
import FabYAML

/// Reads figures: bare, as a mapping with a source, or as unspecified with a reason.
struct FigureReader {
  /// The word for a value that nobody stated.
  static let unspecified = "unspecified"
  /// Where defects go.
  let collector: DiagnosticCollector

  /// Reads a figure in any of its forms, its value by a function.
  func figure<Value>(
    _ node: YAMLNode,
    of key: String,
    value parse: (YAMLNode) -> Value?
  ) -> Stated<Value>? {
    guard case .mapping = node.content else {
      if node.scalarText == Self.unspecified {
        collector.add(
          Diagnostic(
            .missingKey,
            at: node.place,
            "'\(key)' is unspecified without a reason",
            fixes: ["write '\(key): {value: unspecified, because: \"…\"}'"]
          )
        )
        return nil
      }
      return parse(node).map { .stated($0, source: nil) }
    }
    guard let reader = MappingReader(node, of: "'\(key)'", collector: collector) else { return nil }
    defer { reader.finish() }
    let value = reader.requiredNode("value")
    if value?.scalarText == Self.unspecified {
      let assumed = reader.optionalNode("assumed").flatMap(parse)
      return reader.requiredText("because").map { .unspecified(assumed: assumed, because: $0) }
    }
    let source = reader.optionalText("source")
    return value.flatMap(parse).map { .stated($0, source: source) }
  }

  /// Reads a quantity in a range.
  func quantity<D>(
    _ node: YAMLNode?,
    of key: String,
    in range: QuantityRange<D> = .positive
  ) -> Stated<Quantity<D>>? {
    guard let node else { return nil }
    return figure(node, of: key) { $0.quantity(of: key, in: range, collector: collector) }
  }

  /// Reads a text.
  func text(_ node: YAMLNode?, of key: String) -> Stated<String>? {
    guard let node else { return nil }
    return figure(node, of: key) { $0.text(of: key, collector: collector) }
  }

  /// Reads a plain number above zero.
  func ratio(_ node: YAMLNode?, of key: String) -> Stated<Double>? {
    guard let node else { return nil }
    return figure(node, of: key) { item in
      guard let number = item.number(of: key, collector: collector) else { return nil }
      if number > 0 { return number }
      collector.add(
        Diagnostic(
          .outOfRange,
          at: item.place,
          "'\(key)' must be greater than zero; found \(item.quotedOrKind)"
        )
      )
      return nil
    }
  }

  /// Reads a range of quantities such as `0.5 Å/s to 1 Å/s`.
  func range<D>(_ node: YAMLNode?, of key: String) -> Stated<ClosedRange<Quantity<D>>>? {
    guard let node else { return nil }
    return figure(node, of: key) { item in
      guard let text = item.scalarText, let (low, high) = Self.ends(of: text) else {
        collector.add(
          Diagnostic(
            .wrongKind,
            at: item.place,
            "'\(key)' is a range such as '\(D.example) to \(D.example)'; found \(item.quotedOrKind)"
          )
        )
        return nil
      }
      func end(_ text: String) -> Quantity<D>? {
        YAMLNode(.scalar(text, isPlain: true), at: item.place)
          .quantity(of: key, in: .positive, collector: collector)
      }
      guard let lower = end(low), let upper = end(high) else { return nil }
      guard lower <= upper else {
        collector.add(
          Diagnostic(
            .outOfRange,
            at: item.place,
            "'\(key)' begins above its end; found '\(text)'",
            fixes: ["write '\(high) to \(low)'"]
          )
        )
        return nil
      }
      return lower...upper
    }
  }

  /// Splits `a to b` at its only ` to `.
  private static func ends(of text: String) -> (String, String)? {
    let words = text.split(separator: " ").map(String.init)
    guard let middle = words.firstIndex(of: "to"), words.lastIndex(of: "to") == middle else {
      return nil
    }
    let (low, high) = (words[..<middle], words[(middle + 1)...])
    guard !low.isEmpty, !high.isEmpty else { return nil }
    return (low.joined(separator: " "), high.joined(separator: " "))
  }
}
