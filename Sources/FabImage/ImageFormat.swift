/// The file formats that are read.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
  /// Portable Network Graphics.
  case png = "PNG"
  /// JPEG in any of its colour subsamplings, baseline or progressive.
  case jpeg = "JPEG"

  /// Tells the format by the first bytes, whatever the file is called; `nil` for another one.
  ///
  /// > Source: ISO/IEC 15948 (PNG), section 5.2; ITU-T T.81 (JPEG), annex B.1 (start of image, then a marker).
  public init?(of bytes: some Collection<UInt8>) {
    if bytes.starts(with: Self.signature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
}
