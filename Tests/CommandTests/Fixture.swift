import Foundation
import Testing

/// The smallest inputs with one defect each, named after the code of the message that they cause.
enum Fixture {
  /// The folder of the files for commands other than those of recipes.
  static let folder = Checkout.path("Tests/CommandTests/Fixtures")

  /// The codes that files in a folder are named after, sorted.
  static func codes(in folder: String, endings: Set<String> = ["yaml", "svg", "dxf"]) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
      .filter { $0.count == 2 && endings.contains($0[1]) }
      .map { $0[0] }.sorted()
  }
}

extension ToolResult {
  /// Expects a message about a text file: place, severity, code, and an excerpt with a caret where there is
  /// one.
  func expectMessage(
    _ severity: String,
    code: String,
    file: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lines = error.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let index = lines.firstIndex(where: { $0.hasSuffix("[\(code)]") }),
      let match = lines[index].firstMatch(of: /^(.+?):(?:([0-9]+):([0-9]+):)? (error|warning): .+/)
    else {
      Issue.record("no message [\(code)] in:\n\(error)", sourceLocation: sourceLocation)
      return
    }
    #expect(match.1 == file, sourceLocation: sourceLocation)
    #expect(match.4 == severity, sourceLocation: sourceLocation)
    // A byte that is no text has no excerpt, nor has the end of a file; a missing component has no place.
    guard let line = match.2, let column = match.3.flatMap({ Int($0) }) else {
      #expect(code == "missing-role", sourceLocation: sourceLocation)
      return
    }
    guard code != "not-utf8", code != "truncated-file" else { return }
    #expect(lines[index + 1].hasPrefix("\(line) | "), sourceLocation: sourceLocation)
    let caret = lines[index + 2].firstIndex(of: "^")
      .map { lines[index + 2].distance(from: lines[index + 2].startIndex, to: $0) }
    #expect(caret == line.count + 3 + column - 1, sourceLocation: sourceLocation)
  }
}
