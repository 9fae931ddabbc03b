import FabDiagnostics
import FabImage

extension Raster {
  /// Reads a PNG or JPEG file.
  ///
  /// - Throws: A ``DiagnosticError`` that names the file.
  init(file path: String, format: PixelFormat) throws(DiagnosticError) {
    let bytes = try InputFile.bytes(at: path, limit: DatasetFolder.imageLimit)
    do throws(ImageError) {
      try self.init(decoding: bytes, format: format)
    } catch {
      throw DiagnosticError(error.diagnostic(file: path))
    }
  }
}
