import FabDiagnostics

/// Puts the files of a mask set into their folder, without losing what somebody else put there.
struct MaskSetWriter {
  /// The folder.
  let path: String
  /// Whether a folder of another layout may be replaced.
  let force: Bool

  /// The name of the file that lists a mask set's files.
  static let manifestName = "manifest.json"

  /// Writes the files; returns how many files of the folder were left alone.
  ///
  /// A folder whose manifest has the same layout name is replaced as a whole. Files in it that no manifest
  /// lists, or a manifest of another layout, need `force`; unlisted files are kept then.
  func write(_ files: [OutputFile], layoutName: String) throws(DiagnosticError) -> Int {
    let folder = OutputFolder(path: path)
    guard let names = try folder.existingNames(), !names.isEmpty else {
      try folder.replace(with: files)
      return 0
    }
    let manifest = names.contains(Self.manifestName) ? try readManifest() : nil
    let own = Set(files.map(\.name)).union(manifest?.files ?? []).union([Self.manifestName])
    let others = names.filter { !own.contains($0) }
    if !force {
      if let manifest, manifest.name != layoutName {
        throw DiagnosticError(
          Diagnostic(
            .foreignOutput,
            at: .file(path),
            "the folder holds the masks of the layout '\(manifest.name)', not of '\(layoutName)'",
            fixes: ["choose another folder with --out, or replace them with --force"]
          )
        )
      }
      if manifest == nil || !others.isEmpty {
        let listed = (manifest == nil ? names : others).prefix(3).map { "'\($0)'" }
        throw DiagnosticError(
          Diagnostic(
            .foreignOutput,
            at: .file(path),
            "the folder holds \((manifest == nil ? names : others).count) files that this tool "
              + "didn't write: \(listed.joined(separator: ", "))",
            fixes: [
              "choose another folder with --out",
              "or add --force, which keeps them and replaces the masks",
            ]
          )
        )
      }
    }
    try folder.replace(with: files, keeping: others)
    return others.count
  }

  private struct Manifest: Decodable {
    var name: String
    var files: [File]

    struct File: Decodable {
      var name: String
    }
  }

  private func readManifest() throws(DiagnosticError) -> (name: String, files: Set<String>)? {
    let file = "\(path)/\(Self.manifestName)"
    let bytes = try InputFile.bytes(at: file, limit: InputFile.layoutLimit)
    guard let manifest = JSONText.decode(Manifest.self, from: bytes) else { return nil }
    return (manifest.name, Set(manifest.files.map(\.name)))
  }
}
