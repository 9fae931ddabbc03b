public import FabDiagnostics
public import FabImage
public import FabTasks

/// A folder with sequences of LasHeR, one folder each.
public struct LasHeRFolder: Sendable {
  /// The path.
  public let path: String

  /// Names a folder; nothing is read yet.
  public init(path: String) {
    self.path = path
  }

  /// Returns the names of the sequences, sorted.
  ///
  /// - Throws: A ``DiagnosticError``: `not-readable`, or `empty-dataset` where there's no folder inside.
  public func sequenceNames() throws(DiagnosticError) -> [String] {
    let names = try DatasetFolder.names(in: path).filter { InputFile.isFolder(path + "/" + $0) }
    guard !names.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .emptyDataset,
          at: .file(path),
          "there are no sequences; expected a folder each, with visible, infrared and init.txt",
          fixes: ["name the folder that holds the sequences"]
        )
      )
    }
    return names
  }

  /// Reads the frames' names and the boxes of a sequence.
  ///
  /// - Parameter name: The name of its folder.
  /// - Returns: The sequence; its pictures aren't read yet.
  /// - Throws: A ``DiagnosticError``: `not-readable`, or those of ``LasHeRSequence``.
  public func sequence(_ name: String) throws(DiagnosticError) -> LasHeRSequence {
    let folder = path + "/" + name
    let present = Set(try DatasetFolder.names(in: folder))
    var tables: [String: SourceText] = [:]
    for file in LasHeRSequence.tableNames where present.contains(file) {
      tables[file] = try InputFile.text(at: folder + "/" + file)
    }
    return try LasHeRSequence(
      name: folder,
      visible: DatasetFolder.names(in: folder + "/visible"),
      infrared: DatasetFolder.names(in: folder + "/infrared"),
      tables: tables
    )
  }

  /// Reads the two pictures of a frame; the infrared one has one channel, whatever the camera wrote.
  ///
  /// - Parameters:
  ///   - index: The number of the frame, from 0.
  ///   - sequence: A sequence of this folder.
  /// - Returns: The visible and the infrared picture.
  /// - Throws: A ``DiagnosticError``: `not-readable`, `file-too-large`, or what is wrong with a picture.
  /// - Precondition: The sequence has the frame.
  public func frame(
    _ index: Int,
    of sequence: LasHeRSequence
  ) throws(DiagnosticError) -> (visible: Raster, infrared: Raster) {
    let folder = path + "/" + sequence.name
    return (
      try Raster(file: folder + "/visible/" + sequence.visibleFrames[index], format: .rgb),
      try Raster(file: folder + "/infrared/" + sequence.infraredFrames[index], format: .gray)
    )
  }
}
