public import FabDiagnostics

/// A sequence of LasHeR: frames of both cameras in their order, and the boxes; the pictures are read one by one.
///
/// > Source: Folder layout of the data set (`visible/v000.jpg`, `infrared/i000.jpg`, `init.txt`, `visible.txt`,
/// > `infrared.txt`): C. Li et al., *LasHeR*, arXiv 2104.13202, and its repository.
public struct LasHeRSequence: Hashable, Sendable {
  /// The name of its folder.
  public let name: String
  /// The names of the visible frames in order; shape `[frame]`.
  public let visibleFrames: [String]
  /// The names of the infrared frames in order; shape `[frame]`.
  public let infraredFrames: [String]
  /// The boxes that trackers are compared with, of `init.txt`; shape `[frame]`, `nil` where the target isn't there.
  public let boxes: [BoundingBox?]
  /// The boxes as annotated in the visible frames; `nil` where the file isn't there.
  public let visibleBoxes: [BoundingBox?]?
  /// The boxes as annotated in the infrared frames; `nil` where the file isn't there.
  public let infraredBoxes: [BoundingBox?]?

  /// Puts a sequence together; every defect is reported.
  ///
  /// - Parameters:
  ///   - name: The path of its folder, for messages; the last part is the name.
  ///   - visible: The names of the files in `visible`.
  ///   - infrared: The names of the files in `infrared`.
  ///   - tables: The texts of `init.txt`, `visible.txt` and `infrared.txt` by these names.
  /// - Throws: A ``DiagnosticError``: `empty-dataset` (no frames), `count-mismatch` (frames and boxes), `not-readable`
  ///   (no `init.txt`), `invalid-name` (frames without a number), `duplicate-name`, or those of ``BoxTable/boxes(of:)``.
  public init(
    name: String,
    visible: [String],
    infrared: [String],
    tables: [String: SourceText]
  ) throws(DiagnosticError) {
    let messages = DiagnosticCollector()
    let visibleFrames = Self.frames(visible, folder: name + "/visible", letter: "v", messages)
    let infraredFrames = Self.frames(infrared, folder: name + "/infrared", letter: "i", messages)
    if visibleFrames.count != infraredFrames.count {
      messages.add(
        Diagnostic(
          .countMismatch,
          at: .file(name),
          "there are \(visibleFrames.count) visible and \(infraredFrames.count) infrared frames; "
            + "expected as many of each",
          fixes: ["unpack the sequence again"]
        )
      )
    }
    var read: [String: [BoundingBox?]] = [:]
    for file in Self.tableNames {
      guard let text = tables[file] else { continue }
      do throws(DiagnosticError) {
        let boxes = try BoxTable.boxes(of: text)
        read[file] = boxes
        guard boxes.count != visibleFrames.count else { continue }
        messages.add(
          Diagnostic(
            .countMismatch,
            at: .file(text.name),
            "there are \(boxes.count) boxes and \(visibleFrames.count) visible frames; "
              + "expected a box a frame",
            fixes: ["unpack the sequence again"]
          )
        )
      } catch {
        messages.add(contentsOf: error.diagnostics)
      }
    }
    if tables["init.txt"] == nil {
      messages.add(
        Diagnostic(
          .notReadable,
          at: .file(name + "/init.txt"),
          "the boxes of the sequence aren't there",
          fixes: ["unpack the sequence again; trackers are compared with the boxes of this file"]
        )
      )
    }
    guard !messages.hasErrors else { throw DiagnosticError(messages.diagnostics) }
    self.name = name.split(separator: "/").last.map(String.init) ?? name
    self.visibleFrames = visibleFrames
    self.infraredFrames = infraredFrames
    boxes = read["init.txt"] ?? []
    visibleBoxes = read["visible.txt"]
    infraredBoxes = read["infrared.txt"]
  }

  /// The files with boxes.
  public static let tableNames = ["init.txt", "visible.txt", "infrared.txt"]

  /// Orders frames by their numbers: `v99.jpg` comes before `v100.jpg`.
  private static func frames(
    _ names: [String],
    folder: String,
    letter: Character,
    _ messages: DiagnosticCollector
  ) -> [String] {
    let pictures = names.filter { name in
      [".jpg", ".jpeg", ".png"].contains { name.lowercased().hasSuffix($0) }
    }
    var numbered: [(number: Int, name: String)] = []
    for name in pictures.sorted() {
      let digits = name.prefix { $0 != "." }.drop { $0 == letter }
      guard let number = Int(digits), number >= 0 else {
        messages.add(
          Diagnostic(
            .invalidName,
            at: .file(folder + "/" + name),
            "the name of this frame has no number; expected \(letter) and digits, as \(letter)000.jpg",
            fixes: ["rename the file, or move it out of the folder"]
          )
        )
        continue
      }
      numbered.append((number, name))
    }
    numbered.sort { ($0.number, $0.name) < ($1.number, $1.name) }
    for (first, second) in zip(numbered, numbered.dropFirst()) where first.number == second.number {
      messages.add(
        Diagnostic(
          .duplicateName,
          at: .file(folder + "/" + second.name),
          "this frame has the number \(second.number) of \(first.name)",
          fixes: ["remove one of the two"]
        )
      )
    }
    if pictures.isEmpty {
      messages.add(
        Diagnostic(
          .emptyDataset,
          at: .file(folder),
          "the folder has no frames; expected \(letter)000.jpg and so on",
          fixes: ["unpack the sequence again"]
        )
      )
    }
    return numbered.map(\.name)
  }
}
