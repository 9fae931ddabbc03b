import FabImage
import Foundation
import Testing

/// A file that another program wrote, with the pixels that it reads from it.
struct ImageFixture: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let format: PixelFormat
  let width: Int
  let height: Int
  let pixels: String

  var bytes: [UInt8] { Self.decode(file) }
  var expected: [UInt8] { Self.decode(pixels) }

  private static func decode(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text.filter { !$0.isWhitespace }) ?? Data())
  }
}
