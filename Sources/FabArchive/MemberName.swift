/// The name of a member, with one spelling for each file.
struct MemberName: Hashable {
  /// The folders and the file, joined by `/`.
  let text: String

  /// Why a name is refused.
  enum Defect: Error {
    case empty
    case absolute
    case leavesArchive
    case controlCharacter
  }

  /// Turns backslashes, which some programs write, into slashes and drops `.` and empty parts.
  init(_ stated: String) throws(Defect) {
    let slashed = stated.replacing("\\", with: "/")
    guard !slashed.isEmpty else { throw .empty }
    guard slashed.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw .controlCharacter
    }
    let second = slashed.dropFirst().first
    guard slashed.first != "/", second != ":" else { throw .absolute }
    let parts = slashed.split(separator: "/").filter { $0 != "." }
    guard !parts.contains("..") else { throw .leavesArchive }
    guard !parts.isEmpty else { throw .empty }
    text = parts.joined(separator: "/")
  }
}

extension MemberName.Defect {
  /// What's wrong, after "the name of this member".
  var words: String {
    switch self {
    case .empty: "is empty"
    case .absolute: "is an absolute path"
    case .leavesArchive: "leaves the archive with '..'"
    case .controlCharacter: "has a control character"
    }
  }
}
