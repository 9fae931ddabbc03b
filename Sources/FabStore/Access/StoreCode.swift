import FabDiagnostics

/// What names a thing in the store for people: a lot, a wafer, a bottle, an instrument.
///
/// 1 to 64 of the characters `A-Z a-z 0-9 . _ -`, the first a letter or digit, no two dots in a row: such a name is safe in
/// files, addresses and spreadsheets, and no two of them look alike.
public struct StoreCode: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Takes a text that is a code, or gives `nil`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count), Self.isAlphanumeric(bytes[0]) else { return nil }
    guard bytes.allSatisfy({ Self.isAlphanumeric($0) || [0x2E, 0x5F, 0x2D].contains($0) }) else {
      return nil
    }
    guard !zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x2E && $1 == 0x2E }) else {
      return nil
    }
    self.text = text
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension StoreCode {
  /// The message for a text that is no code.
  static func refusal(of text: String, noun: String, at place: Place?) -> Diagnostic {
    let shown = String(
      text.unicodeScalars.prefix(40)
        .map { scalar in
          // A mark that turns the direction of writing would falsify the message too.
          scalar.value < 0x20 || scalar.value > 0x7E ? "?" : Character(scalar)
        }
    )
    return Diagnostic(
      .invalidName,
      at: place,
      "'\(shown)'\(text.unicodeScalars.count > 40 ? "…" : "") is no name of a \(noun)",
      notes: [
        .init("names have 1 to 64 of A-Z a-z 0-9 . _ -, begin with a letter or digit, without '..'")
      ],
      fixes: ["choose such a name"]
    )
  }
}
