import Foundation

/// The checkout that the tests were built from.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder, as paths relative to the checkout with their text.
  static func swiftFiles(below folder: String) -> [(path: String, text: String)] {
    let base = root.appendingPathComponent(folder)
    guard let walker = FileManager.default.enumerator(atPath: base.path) else { return [] }
    var files: [(path: String, text: String)] = []
    for case let name as String in walker where name.hasSuffix(".swift") {
      let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
      files.append(("\(folder)/\(name)", text ?? ""))
    }
    return files.sorted { $0.path < $1.path }
  }

  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }
}
