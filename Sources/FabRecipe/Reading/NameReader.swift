import FabDiagnostics
import FabYAML

/// Reads names and references to names.
struct NameReader {
  /// Where defects go.
  let collector: DiagnosticCollector

  /// Returns the named entries of a section, in the order of the file; defective names are reported.
  ///
  /// Names that differ only in letter case are refused: they become file names, and some file systems
  /// don't tell them apart.
  func entries(
    of section: MappingReader,
    what: String
  ) -> [(name: String, place: Place, value: YAMLNode)] {
    var seen: [String: (name: String, place: Place)] = [:]
    return section.entries()
      .filter { entry in
        guard isValid(entry.name, what: what, at: entry.place) else { return false }
        if let other = seen[entry.name.lowercased()] {
          collector.add(
            Diagnostic(
              .duplicateName,
              at: entry.place,
              "\(what) '\(entry.name)' differs from '\(other.name)' only in letter case",
              notes: [.init(at: other.place, "'\(other.name)' stands here")],
              fixes: ["rename one of them"]
            )
          )
          return false
        }
        seen[entry.name.lowercased()] = (entry.name, entry.place)
        return true
      }
  }

  /// Tells whether a text can be a name, and reports it if not.
  func isValid(_ name: String, what: String, at place: Place) -> Bool {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || scalar == "-" || scalar == "_" || scalar == "."
    }
    let isReserved = name == StepIdentifier.substrateWord && what == "the film"
    guard isPlain, !name.isEmpty, !name.hasPrefix("."), name.count <= 64, !isReserved else {
      collector.add(
        Diagnostic(
          .invalidName,
          at: place,
          isReserved
            ? "'\(name)' means the bare substrate and can't name a film"
            : "'\(name)' can't name \(what.replacing("the ", with: "a "))",
          notes: [.init("a name has 1 to 64 ASCII letters, digits, '-', '_' and '.'")]
        )
      )
      return false
    }
    return true
  }

  /// Returns the name that a scalar refers to; a name that isn't known is reported.
  ///
  /// - Parameters:
  ///   - node: The reference.
  ///   - key: The key that it's the value of.
  ///   - known: The names that exist; `nil` if their section couldn't be read.
  ///   - code: The kind of message for an unknown name.
  ///   - what: What is named, for instance `film`.
  /// - Returns: The name, or `nil` if it's defective.
  func reference<Subject>(
    _ node: YAMLNode?,
    of key: String,
    among known: Set<String>?,
    _ code: DiagnosticCode,
    what: String
  ) -> Name<Subject>? {
    guard let node, let text = node.text(of: key, collector: collector) else { return nil }
    guard let known, !known.contains(text) else { return Name(text) }
    let question = NearMiss.question(for: text, among: known)
    let names = known.sorted().joined(separator: ", ")
    collector.add(
      Diagnostic(
        code,
        at: node.place,
        "no \(what) '\(text)'\(question)",
        notes: question.isEmpty
          ? [.init(known.isEmpty ? "the recipe declares none" : "the recipe declares \(names)")]
          : []
      )
    )
    return nil
  }
}
