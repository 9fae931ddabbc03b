public import FabDiagnostics

extension ImageError {
  /// The message for a file of that name.
  public func diagnostic(file: String) -> Diagnostic {
    let again = "copy the file again, or export it again from the program that made it"
    return switch self {
    case .empty:
      Diagnostic(
        .truncatedFile,
        at: .file(file),
        "the file is empty; expected PNG or JPEG",
        fixes: [again]
      )
    case .unknownFormat(let bytes):
      Diagnostic(
        .unsupportedContent,
        at: .file(file),
        "the file begins with \(Self.hexadecimal(bytes)); expected PNG or JPEG",
        fixes: ["convert the picture to PNG"]
      )
    case .truncated(let format, let count):
      Diagnostic(
        .truncatedFile,
        at: .file(file),
        "the \(format.rawValue) file ends after \(count) bytes, before its picture does",
        fixes: [again]
      )
    case .corrupt(let format, let reason):
      Diagnostic(
        .corruptFile,
        at: .file(file),
        "the \(format.rawValue) file can't be decoded (\(reason))",
        fixes: [again]
      )
    case .size(let format, let width, let height, let limit):
      Diagnostic(
        width > 0 && height > 0 ? .fileTooLarge : .corruptFile,
        at: .file(file),
        "the \(format.rawValue) file says that it has \(width) x \(height) pixels; "
          + "from 1 to \(limit) are read",
        fixes: ["check that this is the file you meant, or make the picture smaller"]
      )
    case .unsupported(let format, let reason):
      Diagnostic(
        .unsupportedContent,
        at: .file(file),
        "this kind of \(format.rawValue) isn't read (\(reason))",
        fixes: ["convert the picture to PNG"]
      )
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }
}
