/// A path to write to, taken apart into folder and name.
struct OutputPath {
  /// The path without slashes at its end.
  let path: String
  /// The folder that it lies in: `.` for a plain name, else a path without a slash at its end, or `/`.
  let parent: String
  /// The last part; `nil` where the path has no name of its own: empty, `/`, `.` and `..`.
  let name: String?

  init(_ text: String) {
    var path = Substring(text)
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = String(path)
    let slash = path.lastIndex(of: "/")
    let last = slash.map { path[path.index(after: $0)...] } ?? path
    name = ["", ".", ".."].contains(last) ? nil : String(last)
    guard var folder = slash.map({ path[..<$0] }) else {
      parent = "."
      return
    }
    while folder.hasSuffix("/") { folder.removeLast() }
    parent = folder.isEmpty ? "/" : String(folder)
  }

  /// The path of a hidden entry beside this one, for what isn't finished yet.
  func beside(_ suffix: String) -> String {
    let hidden = ".\(name ?? "").\(suffix)"
    return switch parent {
    case ".": path.hasPrefix("./") ? "./" + hidden : hidden
    case "/": "/" + hidden
    default: "\(parent)/\(hidden)"
    }
  }
}
