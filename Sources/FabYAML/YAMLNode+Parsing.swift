public import FabDiagnostics
import Yams

extension YAMLNode {
  /// The number of nodes, aliases expanded, that a document may have.
  ///
  /// Our largest file has some thousand; a document beyond it is an alias bomb.
  public static let nodeLimit = 200_000

  /// Reads one YAML document.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column: `yaml-syntax`, `duplicate-key` or
  ///   `too-many-nodes`.
  public static func parse(_ source: SourceText) throws(DiagnosticError) -> YAMLNode {
    let root: Node?
    do {
      root = try Yams.compose(yaml: source.text)
    } catch let error as YamlError {
      throw DiagnosticError(diagnostic(for: error, in: source))
    } catch {
      throw DiagnosticError(Diagnostic(.yamlSyntax, at: .file(source.name), "\(error)"))
    }
    guard let root else {
      throw DiagnosticError(
        Diagnostic(.yamlSyntax, at: .file(source.name), "the file is empty")
      )
    }
    var budget = nodeLimit
    return try convert(root, of: source, depth: 0, budget: &budget)
  }

  private static func convert(
    _ node: Node,
    of source: SourceText,
    depth: Int,
    budget: inout Int
  ) throws(DiagnosticError) -> YAMLNode {
    budget -= 1
    let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
    guard budget >= 0, depth < 64 else {
      throw DiagnosticError(
        Diagnostic(
          .tooManyNodes,
          at: source.place(line: line, column: column, length: 1),
          "the document has more than \(nodeLimit) nodes, or is nested deeper than 64 levels",
          fixes: ["write out what the aliases repeat, or drop them"]
        )
      )
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let place = source.place(
        line: line,
        column: column,
        length: scalar.string.count + (isPlain ? 0 : 2)
      )
      return YAMLNode(.scalar(scalar.string, isPlain: isPlain), at: place)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        items.append(try convert(item, of: source, depth: depth + 1, budget: &budget))
      }
      let place = source.place(line: line, column: column, length: 1)
      return YAMLNode(.sequence(items), at: place)
    case .mapping(let mapping):
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        let name = try convert(key, of: source, depth: depth + 1, budget: &budget)
        let item = try convert(value, of: source, depth: depth + 1, budget: &budget)
        pairs.append((name, item))
      }
      let place = source.place(line: line, column: column, length: 1)
      return YAMLNode(.mapping(pairs), at: place)
    case .alias:
      let place = source.place(line: line, column: column, length: 1)
      throw DiagnosticError(
        Diagnostic(.yamlSyntax, at: place, "this alias refers to no anchor above it")
      )
    }
  }

  private static func diagnostic(for error: YamlError, in source: SourceText) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = source.place(line: mark.line, column: mark.column, length: 1)
      let lead = context.map { "\($0.text.trimmingPeriods) " } ?? ""
      return Diagnostic(.yamlSyntax, at: place, lead + problem.trimmingPeriods)
    case .duplicatedKeysInMapping(let keys, let context):
      let mark = context.mark
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        .duplicateKey,
        at: source.place(line: mark.line, column: mark.column, length: 1),
        "the mapping that begins here has \(names) twice",
        fixes: ["keep one of them"]
      )
    case .reader(let problem, let offset, let value, _):
      let character = String(value, radix: 16)
      return Diagnostic(
        .yamlSyntax,
        at: .record(file: source.name, offset: offset ?? 0, name: "U+\(character)"),
        problem.trimmingPeriods
      )
    default:
      return Diagnostic(.yamlSyntax, at: .file(source.name), "\(error)")
    }
  }
}

extension String {
  fileprivate var trimmingPeriods: String {
    var result = self
    while let last = result.last, last == "." || last.isWhitespace { result.removeLast() }
    return result
  }
}
