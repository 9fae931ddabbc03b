import FabImage
import Testing

@Suite struct RasterDecodingTests {
  @Test(arguments: [
    ImageFixture.colorPNG, .grayPNG, .palettePNG, .transparentPNG,
  ])
  func pngPixelsAreThoseOfAnotherReader(fixture: ImageFixture) throws {
    let raster = try Raster(decoding: fixture.bytes, format: fixture.format)
    #expect(raster.width == fixture.width && raster.height == fixture.height)
    #expect(raster.bytes == fixture.expected)
    #expect(!fixture.expected.isEmpty)
  }

  @Test(arguments: [ImageFixture.colorJPEG, .progressiveJPEG, .grayJPEG])
  func jpegPixelsAreThoseOfAnotherReader(fixture: ImageFixture) throws {
    let raster = try Raster(decoding: fixture.bytes, format: fixture.format)
    #expect(raster.width == fixture.width && raster.height == fixture.height)
    let errors = zip(raster.bytes, fixture.expected).map { abs(Int($0) - Int($1)) }
    #expect(raster.bytes.count == fixture.expected.count)
    // Decoders may round the last bit of a transform differently; T.83 allows it.
    #expect((errors.max() ?? 255) <= 1)
  }

  @Test func colorAndGreyAreConverted() throws {
    let gray = try Raster(decoding: ImageFixture.colorPNG.bytes, format: .gray)
    #expect(gray.bytes.count == 35)
    let color = try Raster(decoding: ImageFixture.grayPNG.bytes, format: .rgb)
    #expect(color.bytes == ImageFixture.grayPNG.expected.flatMap { [$0, $0, $0] })
    #expect(try Raster(decoding: ImageFixture.grayJPEG.bytes).format == .rgb)
    #expect(try Raster(decoding: ImageFixture.colorJPEG.bytes, format: .gray).bytes.count == 260)
  }

  @Test func writtenPicturesReadBackWithoutLoss() throws {
    for format in PixelFormat.allCases {
      let count = 31 * 17 * format.channels
      let raster = Raster(
        width: 31,
        height: 17,
        format: format,
        bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
      )
      let file = raster.png()
      #expect(ImageFormat(of: file) == .png)
      #expect(try Raster(decoding: file, format: format) == raster)
      #expect(raster.png() == file)
    }
  }

  @Test func valuesAreCutAndRounded() {
    let raster = Raster(
      width: 5,
      height: 1,
      format: .gray,
      values: [-1, 0.5, 2, .nan, 0.999] as [Float]
    )
    #expect(raster.bytes == [0, 128, 255, 0, 255])
    #expect(raster[row: 0, column: 1] == 128)
  }
}
