/// Where a message belongs.
public enum Place: Hashable, Sendable {
  /// A part of a text file.
  case text(SourceRange)
  /// A byte of a binary file, with the name of the record there.
  case record(file: String, offset: Int, name: String)
  /// A whole file or folder.
  case file(String)
  /// A box on a mask level.
  case mask(level: String, box: MillimetreBox)
  /// An argument of the command line.
  case argument(String)

  /// The text before the first colon of a message, for instance `recipe.yaml:14:11`.
  public var heading: String {
    switch self {
    case .text(let range): "\(range.file):\(range.start.line):\(range.start.column)"
    case .record(let file, let offset, let name):
      name.isEmpty ? "\(file):byte \(offset)" : "\(file):byte \(offset) (\(name))"
    case .file(let path): path
    case .mask(let level, let box): "\(level) \(box)"
    case .argument(let name): name
    }
  }
}
