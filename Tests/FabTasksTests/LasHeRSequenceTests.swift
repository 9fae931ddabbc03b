import FabDiagnostics
import FabTasks
import Testing

@Suite struct LasHeRSequenceTests {
  private struct Fixture {
    var visible = ["v000.jpg", "v001.jpg", "v002.jpg"]
    var infrared = ["i000.jpg", "i001.jpg", "i002.jpg"]
    var boxes = "10,20,30,40\n11,21.5,30,40\r\n0,0,0,0\n"
    var others: [String: String] = [:]
    var hasBoxes = true

    func sequence() throws -> LasHeRSequence {
      var tables = others.reduce(into: [String: SourceText]()) {
        $0[$1.key] = SourceText(name: $1.key, text: $1.value)
      }
      if hasBoxes { tables["init.txt"] = SourceText(name: "init.txt", text: boxes) }
      return try LasHeRSequence(
        name: "data/boyride",
        visible: visible,
        infrared: infrared,
        tables: tables
      )
    }
  }

  private func messages(_ change: (inout Fixture) -> Void) -> [Diagnostic] {
    var fixture = Fixture()
    change(&fixture)
    do {
      _ = try fixture.sequence()
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func aSequenceIsReadWhole() throws {
    var fixture = Fixture()
    fixture.others["infrared.txt"] = "1,1,2,2\n1,1,2,2\n1,1,2,2"
    let sequence = try fixture.sequence()
    #expect(sequence.name == "boyride")
    #expect(sequence.boxes.count == 3)
    #expect(sequence.boxes[1] == BoundingBox(x: 11, y: 21.5, width: 30, height: 40))
    #expect(sequence.boxes[2] == nil)
    #expect(sequence.visibleBoxes == nil)
    #expect(sequence.infraredBoxes?.count == 3)
  }

  @Test func framesAreOrderedByNumber() throws {
    var fixture = Fixture()
    fixture.visible = ["v100.jpg", "v99.jpg", "Thumbs.db", "v0101.jpg"]
    fixture.infrared = ["i2.jpg", "i10.JPG", "i1.png"]
    let sequence = try fixture.sequence()
    #expect(sequence.visibleFrames == ["v99.jpg", "v100.jpg", "v0101.jpg"])
    #expect(sequence.infraredFrames == ["i1.png", "i2.jpg", "i10.JPG"])
  }

  @Test func everyDefectOfABoxHasLineAndColumn() {
    let cases: [(String, DiagnosticCode, String)] = [
      ("1,2,3,4\n5,6,7\n1,2,3,4", .malformedRow, "init.txt:2:1"),
      ("1,2,3,4\n5,6,x7,8\n1,2,3,4", .notANumber, "init.txt:2:5"),
      ("1,2,3,4\n5,6, nan,8\n1,2,3,4", .notFinite, "init.txt:2:6"),
      ("1,2,3,4\n5,6,inf,8\n1,2,3,4", .notFinite, "init.txt:2:5"),
      ("1,2,3,4\n5,,7,8\n1,2,3,4", .notANumber, "init.txt:2:3"),
      ("1,2,3,4\n5,6,-7,8\n1,2,3,4", .outOfRange, "init.txt:2:1"),
      ("1,2,3,4\n\n1,2,3,4", .malformedRow, "init.txt:2:1"),
      ("1 2 3 4\n1,2,3,4\n1,2,3,4", .malformedRow, "init.txt:1:1"),
    ]
    for (text, code, place) in cases {
      let found = messages { $0.boxes = text }
      #expect(found.map(\.code) == [code], "\(text)")
      #expect(found.first?.place?.heading == place)
    }
    // All of them, not the first alone.
    let all = messages { $0.boxes = "a,b,1,1\n1,2,3\nnan,1,1,1" }
    #expect(all.map(\.code) == [.notANumber, .notANumber, .malformedRow, .notFinite])
  }

  @Test func whatDoesNotBelongTogetherIsSaid() {
    #expect(messages { _ in }.isEmpty)
    #expect(messages { $0.visible = [] }.map(\.code).contains(.emptyDataset))
    #expect(messages { $0.boxes = "\n\n" }.map(\.code) == [.emptyDataset])
    #expect(messages { $0.infrared.removeLast() }.map(\.code) == [.countMismatch])
    let short = messages { $0.boxes = "1,2,3,4\n1,2,3,4" }
    #expect(short.map(\.code) == [.countMismatch])
    #expect(short[0].summary == "there are 2 boxes and 3 visible frames; expected a box a frame")
    #expect(messages { $0.others["visible.txt"] = "1,2,3,4" }.map(\.code) == [.countMismatch])
    let none = messages { $0.hasBoxes = false }
    #expect(none.map(\.code) == [.notReadable])
    #expect(none[0].place == .file("data/boyride/init.txt"))
    #expect(messages { $0.visible[1] = "frame.jpg" }.map(\.code).contains(.invalidName))
    #expect(messages { $0.visible[1] = "v0000.jpg" }.map(\.code) == [.duplicateName])
  }
}
