import Testing

@Suite struct ImportTableTests {
  private struct Row {
    var target: String
    var imports: Set<String>
    var isPure: Bool
  }

  private static let table: [Row] = SourceTree.text(of: "Documentation/Architecture.md")
    .split(separator: "\n")
    .compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map {
          $0.trimmingCharacters(in: [" ", "`"])
        }
      guard line.hasPrefix("| `"), cells.count >= 5 else { return nil }
      let imports = cells[3].split(separator: " ").map(String.init).filter { $0 != "-" }
      return Row(target: cells[1], imports: Set(imports), isPure: cells[4] == "pure")
    }

  /// Modules that come with Swift and the system.
  private static let system: Set<String> = ["Foundation", "Dispatch", "Synchronization"]

  @Test func everyImportStandsInTheTable() {
    #expect(Self.table.count >= 13)
    for row in Self.table {
      let files = SourceTree.swiftFiles(below: "Sources/\(row.target)")
      #expect(!files.isEmpty, "\(row.target) has no code: take it out of the table")
      for file in files {
        for line in file.text.split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1,
            index == 0 || ["public", "package", "internal", "private"].contains(words[0]),
            // A parameter may have the label 'import'.
            !words[index + 1].hasSuffix(":")
          else { continue }
          let module = String(words[index + 1].split(separator: ".")[0])
          let isAllowed =
            row.imports.contains(module) || (Self.system.contains(module) && !row.isPure)
          #expect(isAllowed, "\(file.path) imports \(module), which the table doesn't allow")
        }
      }
    }
  }

  @Test func everyTargetStandsInTheTable() {
    let known = Set(Self.table.map(\.target))
    for file in SourceTree.swiftFiles(below: "Sources") {
      let target = file.path.split(separator: "/")[1]
      #expect(known.contains(String(target)), "\(target) isn't in Documentation/Architecture.md")
    }
  }

  @Test func theTableHasNoCycle() {
    let imports = Dictionary(uniqueKeysWithValues: Self.table.map { ($0.target, $0.imports) })
    var finished: Set<String> = []
    func visit(_ target: String, path: [String]) {
      #expect(!path.contains(target), "cycle \(path) -> \(target)")
      guard !path.contains(target), finished.insert(target).inserted else { return }
      for next in imports[target] ?? [] where imports[next] != nil {
        visit(next, path: path + [target])
      }
    }
    for row in Self.table { visit(row.target, path: []) }
  }
}

extension Substring {
  fileprivate func trimmingCharacters(in set: Set<Character>) -> String {
    var result = self
    while let first = result.first, set.contains(first) { result.removeFirst() }
    while let last = result.last, set.contains(last) { result.removeLast() }
    return String(result)
  }
}
