public import FabDiagnostics
public import FabUnits

/// Reads the keys of one mapping by name and type, and reports every defect with its place.
///
/// Each `optional…` and `required…` method returns `nil` for an absent key. A defective value is
/// reported and read as `nil`. ``finish()`` reports the required keys that are absent and the keys that
/// nobody asked for, so that nothing in a file is silently ignored; call it last.
public final class MappingReader {
  /// Where the mapping stands.
  public let place: Place
  /// What the mapping describes, as in "a film has no key 'x'".
  public let subject: String
  private let pairs: [(key: YAMLNode, value: YAMLNode)]
  private let collector: DiagnosticCollector
  private var asked: Set<String> = []
  private var missing: [String] = []

  /// Creates a reader of a node.
  ///
  /// - Returns: `nil`, with a message, if the node isn't a mapping.
  public init?(_ node: YAMLNode, of subject: String, collector: DiagnosticCollector) {
    guard case .mapping(let pairs) = node.content else {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: node.place,
          "\(subject) is a mapping of keys to values; found \(node.kindName)"
        )
      )
      return nil
    }
    self.pairs = pairs
    self.place = node.place
    self.subject = subject
    self.collector = collector
  }

  /// All keys with their places and values, marked as read; for mappings whose keys are names.
  public func entries() -> [(name: String, place: Place, value: YAMLNode)] {
    pairs.compactMap { pair in
      guard let name = pair.key.scalarText else {
        collector.add(Diagnostic(.wrongKind, at: pair.key.place, "a key is a single name"))
        return nil
      }
      asked.insert(name)
      return (name, pair.key.place, pair.value)
    }
  }

  /// Returns the node of a key, `nil` if absent.
  public func optionalNode(_ key: String) -> YAMLNode? {
    asked.insert(key)
    return pairs.first { $0.key.scalarText == key }?.value
  }

  /// Returns the node of a key ; if absent, ``finish()`` reports it.
  public func requiredNode(_ key: String) -> YAMLNode? {
    if let node = optionalNode(key) { return node }
    missing.append(key)
    return nil
  }

  /// Returns a text, reported by ``finish()`` if absent.
  public func requiredText(_ key: String) -> String? {
    requiredNode(key).flatMap { $0.text(of: key, collector: collector) }
  }

  /// Returns a text.
  public func optionalText(_ key: String) -> String? {
    optionalNode(key).flatMap { $0.text(of: key, collector: collector) }
  }

  /// Returns a quantity, reported by ``finish()`` if absent.
  public func requiredQuantity<D>(
    _ key: String,
    _ range: QuantityRange<D> = .any
  ) -> Quantity<D>? {
    requiredNode(key).flatMap { $0.quantity(of: key, in: range, collector: collector) }
  }

  /// Returns a quantity.
  public func optionalQuantity<D>(
    _ key: String,
    _ range: QuantityRange<D> = .any
  ) -> Quantity<D>? {
    optionalNode(key).flatMap { $0.quantity(of: key, in: range, collector: collector) }
  }

  /// Returns a plain number.
  public func optionalNumber(_ key: String) -> Double? {
    optionalNode(key).flatMap { $0.number(of: key, collector: collector) }
  }

  /// Returns a whole number within a range.
  public func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
    optionalNode(key).flatMap { $0.integer(of: key, in: range, collector: collector) }
  }

  /// Returns a truth value written `yes`, `no`, `true` or `false`.
  public func optionalFlag(_ key: String) -> Bool? {
    guard let node = optionalNode(key) else { return nil }
    switch node.scalarText {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      collector.add(
        Diagnostic(
          .wrongKind,
          at: node.place,
          "'\(key)' is yes or no; found \(node.quotedOrKind)"
        )
      )
      return nil
    }
  }

  /// Returns one of the cases of an enumeration by its raw value.
  public func optionalChoice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    optionalNode(key).flatMap { $0.choice(of: key, type, collector: collector) }
  }

  /// Returns one of the cases of an enumeration, reported by ``finish()`` if absent.
  public func requiredChoice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    requiredNode(key).flatMap { $0.choice(of: key, type, collector: collector) }
  }

  /// Returns the items of a list; an absent key is an empty list.
  public func optionalList(_ key: String) -> [YAMLNode] {
    optionalNode(key).flatMap { $0.items(of: key, collector: collector) } ?? []
  }

  /// Returns the items of a list, reported by ``finish()`` if absent.
  public func requiredList(_ key: String) -> [YAMLNode] {
    requiredNode(key).flatMap { $0.items(of: key, collector: collector) } ?? []
  }

  /// Returns a reader of a nested mapping.
  public func optionalMapping(_ key: String, of subject: String) -> MappingReader? {
    optionalNode(key).flatMap { MappingReader($0, of: subject, collector: collector) }
  }

  /// Returns a reader of a nested mapping, reported by ``finish()`` if absent.
  public func requiredMapping(_ key: String, of subject: String) -> MappingReader? {
    requiredNode(key).flatMap { MappingReader($0, of: subject, collector: collector) }
  }

  /// Reports every key that nobody asked for, with the names that it may have been meant to be, and
  /// every required key that is absent, unless an unknown key is its misspelling.
  public func finish() {
    let unknown = pairs.compactMap(\.key.scalarText).filter { !asked.contains($0) }
    for key in missing where NearMiss.matches(for: key, among: unknown).isEmpty {
      collector.add(
        Diagnostic(
          .missingKey,
          at: place,
          "\(subject) needs the key '\(key)'",
          fixes: ["add '\(key): …' to this mapping"]
        )
      )
    }
    for pair in pairs {
      guard let name = pair.key.scalarText else {
        collector.add(Diagnostic(.wrongKind, at: pair.key.place, "a key is a single name"))
        continue
      }
      guard !asked.contains(name) else { continue }
      let question = NearMiss.question(for: name, among: asked)
      let known = asked.sorted().joined(separator: ", ")
      collector.add(
        Diagnostic(
          .unknownKey,
          at: pair.key.place,
          "\(subject) has no key '\(name)'\(question)",
          notes: question.isEmpty ? [.init("the keys are \(known)")] : []
        )
      )
    }
  }
}
