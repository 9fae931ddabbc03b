import FabDiagnostics
import Foundation

/// A JSON file with its name, read by type; what's wrong is said with the path to it.
struct JSONSource {
  let name: String
  let bytes: [UInt8]

  func decode<Value: Decodable>(_ type: Value.Type) throws(DiagnosticError) -> Value {
    guard !bytes.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .truncatedFile,
          at: .file(name),
          "the file is empty; expected JSON",
          fixes: ["unpack the data set again"]
        )
      )
    }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw DiagnosticError(diagnostic(error))
    } catch {
      throw DiagnosticError(
        Diagnostic(.corruptFile, at: .file(name), "the file isn't JSON (\(error))")
      )
    }
  }

  private func diagnostic(_ error: DecodingError) -> Diagnostic {
    let again = "unpack the data set again; use files of CLEVR v1.0"
    switch error {
    case .keyNotFound(let key, let context):
      return Diagnostic(
        .missingKey,
        at: .file(name),
        "\(Self.text(context.codingPath)) has no '\(key.stringValue)'",
        fixes: [again]
      )
    case .typeMismatch(let kind, let context), .valueNotFound(let kind, let context):
      return Diagnostic(
        .wrongKind,
        at: .file(name),
        "\(Self.text(context.codingPath)) isn't \(Self.text(kind))",
        fixes: [again]
      )
    case .dataCorrupted(let context):
      let reason =
        context.underlyingError.map {
          ($0 as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
        }
        ?? nil
      return Diagnostic(
        .corruptFile,
        at: .file(name),
        "\(Self.text(context.codingPath)) isn't JSON (\(reason ?? context.debugDescription))",
        fixes: [again]
      )
    @unknown default:
      return Diagnostic(.corruptFile, at: .file(name), "the file can't be read (\(error))")
    }
  }

  private static func text(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "the file" }
    return path.reduce("") { text, key in
      if let index = key.intValue { return "\(text)[\(index)]" }
      return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
    }
  }

  private static func text(_ kind: any Any.Type) -> String {
    switch kind {
    case is Int.Type, is Double.Type: "a number"
    case is String.Type: "a text"
    case is [String: Any].Type: "a mapping"
    case is [Any].Type: "a list"
    default: "a value of the kind \(kind)"
    }
  }
}
