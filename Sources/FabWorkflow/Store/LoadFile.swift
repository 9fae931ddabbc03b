import FabDiagnostics
import FabStore
import FabYAML

/// A file of entries: YAML with a list for each kind.
enum LoadFile {
  /// The first line of such a file.
  static let format = "pcu-fab lab 1"

  /// Reads the lists of a YAML file, in the order in which they are to be stored.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect.
  static func entries(yaml source: SourceText) throws(DiagnosticError) -> [LoadedEntry] {
    let root = try YAMLNode.parse(source)
    let collector = DiagnosticCollector()
    guard let reader = MappingReader(root, of: "the file", collector: collector) else {
      throw DiagnosticError(collector.diagnostics)
    }
    if let stated = reader.requiredText("format"), stated != format {
      collector.add(
        Diagnostic(
          .unknownFormat,
          at: root.place,
          "the format is '\(stated)', expected '\(format)'",
          fixes: ["begin the file with 'format: \(format)'"]
        )
      )
    }
    var entries: [LoadedEntry] = []
    for kind in LoadKind.allCases {
      for node in reader.optionalList(kind.rawValue) {
        guard let item = MappingReader(node, of: "a \(kind.type.noun)", collector: collector)
        else { continue }
        var cells: [(name: String, text: String?, place: Place)] = []
        for (name, place, value) in item.entries() {
          guard let text = value.isEmpty ? "" : value.scalarText else {
            collector.add(
              Diagnostic(.wrongKind, at: place, "'\(name)' is no single value, expected one")
            )
            continue
          }
          cells.append((name, text.isEmpty ? nil : text, place))
        }
        do throws(DiagnosticError) {
          entries.append(try LoadedEntry(kind, cells, at: node.place))
        } catch {
          collector.add(contentsOf: error.diagnostics)
        }
      }
    }
    reader.finish()
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
    return entries
  }
}
