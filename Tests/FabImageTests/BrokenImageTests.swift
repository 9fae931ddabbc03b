import FabDiagnostics
import FabImage
import Testing

@Suite struct BrokenImageTests {
  private func error(_ bytes: [UInt8], limits: ImageLimits = ImageLimits()) -> ImageError? {
    do throws(ImageError) {
      _ = try Raster(decoding: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [ImageFixture.colorPNG, .palettePNG, .colorJPEG, .progressiveJPEG, .grayJPEG])
  func everyCutFileIsRefusedAsTruncated(fixture: ImageFixture) throws {
    let bytes = fixture.bytes
    let format = try #require(ImageFormat(of: bytes))
    for count in 8..<bytes.count {
      let found = error(Array(bytes[..<count]))
      #expect(
        found == .truncated(format, byteCount: count),
        "cut after \(count) bytes: \(found as Any)"
      )
    }
    for count in 0..<8 { #expect(error(Array(bytes[..<count])) != nil) }
  }

  @Test(arguments: [
    ImageFixture.colorPNG, .grayPNG, .palettePNG, .transparentPNG, .colorJPEG, .progressiveJPEG,
    .grayJPEG, .printJPEG,
  ])
  func noChangedByteEndsTheProgram(fixture: ImageFixture) {
    var decoded = 0
    for index in fixture.bytes.indices {
      for value in [0, 0xFF, fixture.bytes[index] ^ 0x55] as [UInt8] {
        var bytes = fixture.bytes
        bytes[index] = value
        // A raster or an error; either is fine as long as it comes back, and a raster obeys the limit.
        if let raster = try? Raster(decoding: bytes, limits: ImageLimits(pixelCount: 1 << 20)) {
          decoded += 1
          #expect(raster.width * raster.height <= 1 << 20)
        }
      }
    }
    #expect(decoded < 3 * fixture.bytes.count)
  }

  @Test func wrongChecksumIsCorrupt() throws {
    var bytes = ImageFixture.colorPNG.bytes
    let data = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array("IDAT".utf8)) }
    )
    let length = bytes[(data - 4)..<data].reduce(0) { $0 << 8 | Int($1) }
    bytes[data + 4 + length] ^= 1
    guard case .corrupt(.png, let reason) = error(bytes) else {
      Issue.record("\(error(bytes) as Any)")
      return
    }
    #expect(reason.contains("CRC"))
  }

  @Test func hugeDeclaredSizeTakesNoMemory() {
    var png = ImageFixture.colorPNG.bytes
    png.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
    #expect(error(png) == .size(.png, width: 65536, height: 65536, limit: 64 << 20))
    png.replaceSubrange(16..<24, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(
      error(png) == .size(.png, width: 4_294_967_295, height: 4_294_967_295, limit: 64 << 20)
    )
    png.replaceSubrange(16..<24, with: [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(error(png) == .size(.png, width: 0, height: 1, limit: 64 << 20))

    var jpeg = ImageFixture.grayJPEG.bytes
    if let frame = jpeg.indices.first(where: { jpeg[$0...].starts(with: [0xFF, 0xC0]) }) {
      jpeg.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0x00, 0xFF, 0x00])
    }
    #expect(error(jpeg) == .size(.jpeg, width: 65280, height: 65280, limit: 64 << 20))
    #expect(
      error(ImageFixture.colorPNG.bytes, limits: ImageLimits(pixelCount: 34))
        == .size(.png, width: 7, height: 5, limit: 34)
    )
    #expect(error(ImageFixture.colorPNG.bytes, limits: ImageLimits(pixelCount: 35)) == nil)
  }

  @Test func otherKindsAreRefusedByName() {
    #expect(error([]) == .empty)
    #expect(error(Array("GIF89a!!".utf8)) == .unknownFormat(firstBytes: Array("GIF89a!!".utf8)))
    guard case .unsupported(.jpeg, _) = error(ImageFixture.printJPEG.bytes) else {
      Issue.record("CMYK isn't refused")
      return
    }
    guard
      case .unsupported(.jpeg, let reason) = error(
        ImageFixture.progressiveJPEG.bytes,
        limits: ImageLimits(scanCount: 2)
      )
    else {
      Issue.record("many scans aren't refused")
      return
    }
    #expect(reason == "it has more than 2 scans")
  }

  @Test func everyErrorIsAMessageWithTheFile() {
    let errors: [(ImageError, DiagnosticCode)] = [
      (.empty, .truncatedFile), (.unknownFormat(firstBytes: [0x0A, 0xFF]), .unsupportedContent),
      (.truncated(.png, byteCount: 9), .truncatedFile),
      (.corrupt(.jpeg, reason: "bad"), .corruptFile),
      (.size(.png, width: 9, height: 9, limit: 80), .fileTooLarge),
      (.size(.png, width: 0, height: 9, limit: 80), .corruptFile),
      (.unsupported(.jpeg, reason: "odd"), .unsupportedContent),
    ]
    for (error, code) in errors {
      let diagnostic = error.diagnostic(file: "a.png")
      #expect(diagnostic.code == code)
      #expect(diagnostic.place == .file("a.png"))
      #expect(diagnostic.fixes.count == 1)
    }
    #expect(
      ImageError.unknownFormat(firstBytes: [0x0A, 0xFF]).diagnostic(file: "a").summary
        == "the file begins with 0A FF; expected PNG or JPEG"
    )
  }
}
