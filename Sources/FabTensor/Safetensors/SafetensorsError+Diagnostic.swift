public import FabDiagnostics

extension SafetensorsError {
  /// Returns the message to the user.
  ///
  /// - Parameter file: The file as the user named it.
  /// - Returns: The message.
  public func diagnostic(file: String) -> Diagnostic {
    let (code, summary) = text
    return Diagnostic(
      code,
      at: .file(file),
      summary,
      fixes: ["write the checkpoint again, or take one that this network has written"]
    )
  }

  private var text: (DiagnosticCode, String) {
    switch self {
    case .truncated(let found, let needed):
      (.truncatedFile, "the file has \(found) bytes; its header needs \(needed)")
    case .headerTooLong(let found, let limit):
      (.fileTooLarge, "the header says that it has \(found) bytes; at most \(limit) are read")
    case .headerNotJSON(let reason):
      (.corruptFile, "the header isn't a JSON object: \(reason)")
    case .duplicateKey(let key):
      (.duplicateKey, "the header has the key '\(key)' twice in one object")
    case .malformedEntry(let name, let reason):
      (.corruptFile, "the entry of tensor '\(name)' can't be read: \(reason)")
    case .unsupportedType(let name, let type):
      (
        .unsupportedContent,
        "tensor '\(name)' has elements of type '\(type)'; known are "
          + Safetensors.ElementType.allCases.map(\.rawValue).joined(separator: ", ")
      )
    case .sizeMismatch(let name, let found, let expected):
      (.corruptFile, "tensor '\(name)' has \(found) bytes; its shape and type need \(expected)")
    case .notContiguous(let name, let start, let expected):
      (.corruptFile, "tensor '\(name)' starts at byte \(start) of the data, not at \(expected)")
    case .lengthMismatch(let found, let expected):
      (
        found < expected ? .truncatedFile : .corruptFile,
        "the file has \(found) bytes of data; its tensors need \(expected)"
      )
    case .tooManyTensors(let found, let limit):
      (.fileTooLarge, "the file has \(found) tensors; at most \(limit) are read")
    case .notFinite(let name, let index):
      (.notFinite, "number \(index) of tensor '\(name)' is NaN or infinite")
    case .missingTensor(let name):
      (.missingKey, "the file has no tensor '\(name)'")
    case .unknownTensor(let name):
      (.unknownKey, "the file has a tensor '\(name)' that the network hasn't")
    case .wrongShape(let name, let found, let expected):
      (.wrongKind, "tensor '\(name)' is \(found); the network needs \(expected)")
    case .wrongMetadata(let key, let found, let expected):
      (.wrongKind, "the metadata '\(key)' are \(found ?? "missing"), not \(expected)")
    }
  }
}
