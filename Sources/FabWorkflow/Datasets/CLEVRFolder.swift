public import FabDiagnostics
public import FabImage
public import FabTasks

/// A folder of CLEVR v1.0 as it was unpacked.
public struct CLEVRFolder: Sendable {
  /// The path.
  public let path: String
  /// The part of the data set.
  public let split: DataSplit

  /// Names a folder; nothing is read yet.
  public init(path: String, split: DataSplit) {
    self.path = path
    self.split = split
  }

  /// Reads scenes and questions; of the test split, which has no scenes, the questions alone.
  ///
  /// - Throws: A ``DiagnosticError``: `not-readable`, `file-too-large`, or those of ``CLEVRDataset``.
  public func dataset() throws(DiagnosticError) -> CLEVRDataset {
    let images = try DatasetFolder.names(in: imageFolder)
    let name = "CLEVR_\(split.name)"
    let scenes = split == .test ? nil : try file("scenes/\(name)_scenes.json")
    return try CLEVRDataset(
      scenes: scenes,
      questions: file("questions/\(name)_questions.json"),
      imageNames: Set(images)
    )
  }

  /// Reads a picture.
  ///
  /// - Parameter name: The name as scenes and questions state it.
  /// - Returns: The picture in colours.
  /// - Throws: A ``DiagnosticError``: `not-readable`, `file-too-large`, or what is wrong with the picture.
  public func image(_ name: String) throws(DiagnosticError) -> Raster {
    try Raster(file: imageFolder + "/" + name, format: .rgb)
  }

  private var imageFolder: String { path + "/images/" + split.name }

  private func file(_ name: String) throws(DiagnosticError) -> CLEVRDataset.File {
    let whole = path + "/" + name
    return CLEVRDataset.File(
      name: whole,
      bytes: try InputFile.bytes(at: whole, limit: DatasetFolder.tableLimit)
    )
  }
}
