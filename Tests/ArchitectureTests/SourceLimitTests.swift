import Testing

@Suite struct SourceLimitTests {
  private let files =
    SourceTree.swiftFiles(below: "Sources") + SourceTree.swiftFiles(below: "Tests")

  @Test func noFileExceeds600Lines() {
    #expect(files.count > 50)
    for file in files {
      let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(count <= 600, "\(file.path) has \(count) lines")
    }
  }

  @Test func noSourceGivesUpOnData() {
    for file in SourceTree.swiftFiles(below: "Sources") {
      for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
        for word in ["try!", "fatalError(", "TODO", "FIXME", " as! "] {
          #expect(!code.contains(word), "\(file.path):\(index + 1) has '\(word)'")
        }
      }
    }
  }

  @Test func filesAreNamedAfterTheTrade() {
    for file in files {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      for word in ["Util", "Helper", "Common.swift", "Manager", "Misc"] {
        #expect(!name.contains(word), "\(file.path) is named after a role")
      }
    }
  }

  @Test func onlyTheEdgeTouchesTheWorld() {
    let edge: Set<String> = ["FabWorkflow", "FabCommands", "pcu-fab"]
    for file in SourceTree.swiftFiles(below: "Sources") {
      guard !edge.contains(String(file.path.split(separator: "/")[1])) else { continue }
      // A day of the calendar is no clock.
      let text = file.text.replacing("CivilDate(", with: "")
      for word in ["FileManager", "FileHandle", "ProcessInfo", " print(", "Date(", "getenv("] {
        #expect(!text.contains(word), "\(file.path) uses \(word), which belongs to the edge")
      }
    }
  }
}
