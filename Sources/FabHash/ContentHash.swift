import CLibCrypto

/// The SHA-256 of some bytes: the identity of a recipe, a layout or a file.
public struct ContentHash: Hashable, Sendable {
  /// The 64 hexadecimal digits, lower case.
  public let hexadecimal: String

  /// Hashes bytes.
  public init(of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    let success = bytes.withUnsafeBytes { source in
      digest.withUnsafeMutableBytes { target in
        pcu_sha256(
          source.baseAddress,
          source.count,
          target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
      }
    }
    precondition(success == 1, "libcrypto offers no SHA-256")
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }

  /// The first twelve digits, as engraved on masks and shown in tables.
  public var short: String { String(hexadecimal.prefix(12)) }
}

extension ContentHash: Encodable {
  /// Encodes the hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}
