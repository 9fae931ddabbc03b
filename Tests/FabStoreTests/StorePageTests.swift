import FabStore
import Foundation
import GRDB
import Testing

@testable import FabStore

@Suite struct StorePageTests {
  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return
      (try? String(
        contentsOf: root.appendingPathComponent("Documentation/Store.md"),
        encoding: .utf8
      ))
      ?? ""
  }()

  /// Table, key and whether rows are kept or grow, as the page says.
  private static let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    .map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: [" "]).replacing("`", with: "") }
    }

  @Test func thePageListsTheTablesOfTheSchema() throws {
    let lab = try TestLab()
    let store = try lab.reading()
    let (tables, triggers) = try store.queue.read { database in
      (
        try String.fetchAll(
          database,
          sql:
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
        ),
        try String.fetchSet(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      )
    }
    #expect(Self.rows.map { $0[0] }.sorted() == tables)
    for row in Self.rows {
      let key = try store.queue.read { try $0.primaryKey(row[0]).columns }
      #expect(row[2] == key.joined(separator: ", "), "\(row[0])")
      #expect(["kept", "grows"].contains(row[3]))
      #expect(triggers.contains(row[0] + "_no_delete"), "\(row[0])")
      #expect(triggers.contains(row[0] + "_no_update") == (row[3] == "kept"), "\(row[0])")
    }
  }

  @Test func theQuestionsOfThePageAreValid() throws {
    let lab = try TestLab()
    try lab.addSets(1, to: lab.writing())
    let parts = Self.page.components(separatedBy: "```sql\n").dropFirst()
    #expect(parts.count >= 5)
    for part in parts {
      try lab.raw(part.components(separatedBy: "```")[0])
    }
  }
}
