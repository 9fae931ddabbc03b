import FabDiagnostics
import FabImage
import FabTasks
import FabWorkflow
import Foundation
import Testing

@Suite struct DatasetFolderTests {
  /// A folder of its own for each test, removed afterwards.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dataset-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ bytes: some Sequence<UInt8>, _ path: String, in folder: URL) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
  }

  private func code(_ body: () throws -> Void) -> [DiagnosticCode] {
    do {
      try body()
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map(\.code)
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  private static let scenes = """
    {"scenes": [{"image_index": 0, "image_filename": "CLEVR_val_000000.png", "objects": [
      {"size": "small", "color": "red", "material": "metal", "shape": "cube",
       "pixel_coords": [1, 1, 1]}],
      "relationships": {"left": [[]], "right": [[]], "front": [[]], "behind": [[]]}}]}
    """
  private static let questions = """
    {"questions": [{"question_index": 0, "question_family_index": 1, "answer": "1",
      "image_filename": "CLEVR_val_000000.png", "question": "How many things are there?",
      "program": [{"inputs": [], "function": "scene", "value_inputs": []},
                  {"inputs": [0], "function": "count", "value_inputs": []}]}]}
    """

  @Test func aFolderOfCLEVRIsRead() throws {
    try withFolder { folder in
      let picture = Raster(width: 4, height: 3, format: .rgb, bytes: Array(0..<36))
      try write(picture.png(), "images/val/CLEVR_val_000000.png", in: folder)
      try write(Self.scenes.utf8, "scenes/CLEVR_val_scenes.json", in: folder)
      try write(Self.questions.utf8, "questions/CLEVR_val_questions.json", in: folder)
      let clevr = CLEVRFolder(path: folder.path, split: .validation)
      let dataset = try clevr.dataset()
      #expect(dataset.questions.count == 1 && dataset.sceneOfQuestion == [0])
      #expect(try clevr.image(dataset.scenes[0].imageName) == picture)

      #expect(
        code { _ = try CLEVRFolder(path: folder.path, split: .train).dataset() } == [.notReadable]
      )
      #expect(code { _ = try clevr.image("no.png") } == [.notReadable])
      try write(Array(picture.png().dropLast(9)), "images/val/cut.png", in: folder)
      #expect(code { _ = try clevr.image("cut.png") } == [.truncatedFile])
      try FileManager.default.removeItem(
        at: folder.appendingPathComponent("images/val/CLEVR_val_000000.png")
      )
      #expect(code { _ = try clevr.dataset() } == [.missingImage, .missingImage])
    }
  }

  @Test func aFolderOfLasHeRIsRead() throws {
    try withFolder { folder in
      let lasher = LasHeRFolder(path: folder.path)
      #expect(code { _ = try lasher.sequenceNames() } == [.emptyDataset])
      // The reader goes by content, so that small PNG files stand for the frames.
      for index in 0..<2 {
        let visible = Raster(
          width: 2,
          height: 2,
          format: .rgb,
          bytes: Array(repeating: UInt8(index), count: 12)
        )
        let infrared = Raster(width: 2, height: 2, format: .gray, bytes: [9, 8, 7, UInt8(index)])
        try write(visible.png(), "one/visible/v00\(index).jpg", in: folder)
        try write(infrared.png(), "one/infrared/i00\(index).jpg", in: folder)
      }
      try write("1,2,3,4\n2,3,4,5\n".utf8, "one/init.txt", in: folder)
      try write("not a sequence".utf8, "readme.txt", in: folder)
      #expect(try lasher.sequenceNames() == ["one"])
      let sequence = try lasher.sequence("one")
      #expect(sequence.boxes.count == 2 && sequence.visibleBoxes == nil)
      let frame = try lasher.frame(1, of: sequence)
      #expect(frame.visible.bytes.allSatisfy { $0 == 1 })
      #expect(frame.infrared.bytes == [9, 8, 7, 1])
      try write([0xFF, 0xFE].map { UInt8($0) }, "one/visible.txt", in: folder)
      #expect(code { _ = try lasher.sequence("one") } == [.notUTF8])
      #expect(code { _ = try lasher.sequence("two") } == [.notReadable])
      #expect(
        code { _ = try LasHeRFolder(path: folder.path + "/readme.txt").sequenceNames() } == [
          .notReadable
        ]
      )
    }
  }
}
