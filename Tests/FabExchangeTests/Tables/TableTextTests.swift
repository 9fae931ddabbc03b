import FabDiagnostics
import FabExchange
import Testing

@Suite struct TableTextTests {
  private static let columns = [
    TableColumn("name"), TableColumn("value (V)", .number), TableColumn("n", .integer),
  ]

  private func read(_ text: String, allowsOthers: Bool = false) throws -> TableText {
    try TableText.read(
      file: "t.csv",
      bytes: Array(text.utf8),
      columns: Self.columns,
      allowsOthers: allowsOthers
    )
  }

  private func messages(_ text: String) -> [Diagnostic] { refusal { _ = try read(text) } }

  private static let texts = [
    "plain", "", "a,b", "\"", "say \"hi\"", "two\nlines", "two\r\nlines", "\r", "=1+1", "+1", "-1",
    "@SUM(A1)", "'=1", "''=1", "'", "''", "'plain", "\t=1", " spaces ", "Ωµ√ äöü 漢字", "e\u{301}",
    "\u{202E}right", "=\"x\",\"y\"", ",", "\n", "-", "0.1", "NaN",
  ]
  private static let numbers = [
    0.1 + 0.2, -0.0, 0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-30, 1e22, .pi, -1.5,
  ]

  @Test func everyTableComesBack() throws {
    var rows: [[TableCell]] = []
    for (index, text) in Self.texts.enumerated() {
      let number = Self.numbers[index % Self.numbers.count]
      rows.append([.text(text), .number(number), .integer(index % 2 == 0 ? .min : .max)])
      rows.append([.empty, .empty, .empty])
    }
    let table = TableText(columns: Self.columns, rows: rows)
    let read = try TableText.read(file: "t", bytes: table.bytes(), columns: Self.columns)
    #expect(read == table)
    #expect(read.bytes() == table.bytes())
    for (row, text) in zip(read.rows.indices.filter { $0 % 2 == 0 }, Self.texts) {
      guard case .text(let found) = read.rows[row][0] else {
        Issue.record("row \(row) has no text")
        continue
      }
      // Equal as Unicode texts isn't enough: the same characters.
      #expect(Array(found.unicodeScalars) == Array(text.unicodeScalars))
    }
  }

  @Test func rowsOfOneColumnComeBack() throws {
    let columns = [TableColumn("=name")]
    let table = TableText(columns: columns, rows: [[.text("")], [.text("x")], [.text("")]])
    #expect(try TableText.read(file: "t", bytes: table.bytes(), columns: columns) == table)
  }

  @Test func noTextCellIsAFormula() {
    for text in Self.texts {
      let table = TableText(columns: [TableColumn("n")], rows: [[.text(text)]])
      let lines = String(decoding: table.bytes(), as: UTF8.self).split(separator: "\r\n")
      let first = lines.dropFirst().first?.drop { $0 == "\"" }.unicodeScalars.first
      if let first { #expect(!"=+-@\t".unicodeScalars.contains(first), "\(text)") }
    }
    // Numbers aren't texts: a minus stays a minus.
    let table = TableText(columns: [TableColumn("n", .number)], rows: [[.number(-1)]])
    #expect(String(decoding: table.bytes(), as: UTF8.self) == "n\r\n-1.0\r\n")
  }

  @Test func otherProgramsFilesAreRead() throws {
    let table = try read("\u{FEFF}n,name,value (V)\n3,x,1.5\n\n4,'=y,-2e-3")
    #expect(
      table.rows == [
        [.text("x"), .number(1.5), .integer(3)], [.text("=y"), .number(-0.002), .integer(4)],
      ]
    )
    #expect(try read("name,other,value (V),n\nx,?,1,2", allowsOthers: true).rows.count == 1)
  }

  @Test func defectsAreRefusedWithTheirPlace() {
    let head = "name,value (V),n\n"
    #expect(messages("").map(\.code) == [.truncatedFile])
    #expect(messages(head + "a,1,2\nb,x,3\nc,1,1.5").refuses(.notANumber, line: 3, "'x'"))
    #expect(messages(head + "a,1,2\nb,x,3\nc,1,1.5").refuses(.notANumber, line: 4, "'1.5'"))
    for number in ["1,5", "nan", "inf", "0x10", "1e999", "1 000", "--1"] {
      #expect(messages(head + "a,\"\(number)\",2").refuses(.notANumber, line: 2), "\(number)")
    }
    #expect(messages(head + "a,1").refuses(.malformedRow, line: 2, "2 fields"))
    #expect(messages(head + "a,1,2,3").refuses(.malformedRow, line: 2, "4 fields"))
    #expect(messages(head + "a\"b,1,2").refuses(.malformedRow, line: 2, "quote"))
    #expect(messages(head + "\"a\"b,1,2").refuses(.malformedRow, line: 2, "closing"))
    #expect(messages(head + "a\rb,1,2").refuses(.malformedRow, line: 2, "carriage"))
    #expect(messages(head + "a\0,1,2").refuses(.malformedRow, line: 2, "NUL"))
    #expect(messages(head + "x,1,2\n\"two\nlines,1,2").refuses(.truncatedFile, line: 3))
    #expect(messages("name,valve (V),n\n").refuses(.unknownColumn, line: 1, "did you mean"))
    #expect(messages("name,n\n").refuses(.missingKey, line: 1, "value (V)"))
    #expect(messages("name,value (V),n,n\n").refuses(.duplicateName, line: 1))
    let wide = String(repeating: ",", count: 20_000)
    #expect(messages(wide).refuses(.malformedRow, line: 1, "10000"))
    #expect(
      refusal { _ = try TableText.read(file: "t", bytes: [0xFF], columns: []) }.map(\.code) == [
        .notUTF8
      ]
    )
  }
}
