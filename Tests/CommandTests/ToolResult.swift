import Foundation
import Testing

/// What a run of the tool gave.
struct ToolResult {
  /// How the run ended.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
    case timeout
  }

  let end: End
  let outputBytes: Data
  let errorBytes: Data
  /// The arguments, for messages of failed tests.
  let arguments: [String]

  /// The text of standard output.
  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// The text of standard error.
  var error: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Standard output as a JSON object.
  func object(sourceLocation: SourceLocation = #_sourceLocation) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: outputBytes) as? [String: Any],
      sourceLocation: sourceLocation
    )
  }

  /// Standard output as a JSON list of objects.
  func list(sourceLocation: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
    try #require(
      try JSONSerialization.jsonObject(with: outputBytes) as? [[String: Any]],
      sourceLocation: sourceLocation
    )
  }

  /// Expects an exit status, and with status 0 nothing on standard error.
  func expect(_ status: Int32, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      end == .exit(status),
      "pcu-fab \(arguments.joined(separator: " ")) wrote to standard error:\n\(error)",
      sourceLocation: sourceLocation
    )
    if status == 0 { #expect(error == "", sourceLocation: sourceLocation) }
  }

  /// Expects a refusal: an exit status, nothing on standard output, and these texts on standard error.
  func expectRefusal(
    _ status: Int32,
    _ texts: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(status, sourceLocation: sourceLocation)
    #expect(output == "", sourceLocation: sourceLocation)
    for text in texts {
      #expect(
        error.contains(text),
        "'\(text)' isn't in:\n\(error)",
        sourceLocation: sourceLocation
      )
    }
  }
}
