import Foundation

/// A fresh folder for one test, removed with this value.
final class WorkFolder {
  /// The folder, without a slash at the end.
  let path: String

  init() throws {
    let base = URL(fileURLWithPath: NSTemporaryDirectory()).resolvingSymlinksInPath().path
    path = "\(base)/pcu-fab-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The tool, run in this folder.
  var tool: RunTool { RunTool(folder: path) }

  /// The names of the files in a folder below, hidden ones too; empty where there is none.
  func names(_ relative: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(relative)")) ?? []).sorted()
  }

  /// Returns the bytes of a file.
  func bytes(_ relative: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(relative)"))
  }

  /// Returns the text of a file.
  func text(_ relative: String) throws -> String {
    String(decoding: try bytes(relative), as: UTF8.self)
  }

  /// Writes a text file.
  func write(_ text: String, to relative: String) throws {
    try write(Data(text.utf8), to: relative)
  }

  /// Writes a file.
  func write(_ bytes: Data, to relative: String) throws {
    try bytes.write(to: URL(fileURLWithPath: "\(path)/\(relative)"))
  }

  /// Makes a folder below.
  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(relative)",
      withIntermediateDirectories: true
    )
  }

  /// Writes a floor plan: the shipped one with a text replaced.
  func writePlan(replacing old: String, with new: String, to relative: String) throws {
    let text = try Checkout.text("Layouts/wafer-4in-101.yaml")
    precondition(text.contains(old), "the floor plan has no '\(old)'")
    try write(text.replacing(old, with: new), to: relative)
  }
}
