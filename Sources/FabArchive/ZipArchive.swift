public import FabDiagnostics

/// Zip archives in memory: their members by name, nothing else, and never a file on a disk.
public enum ZipArchive {
  /// Tells whether bytes begin as a zip archive with a member does.
  ///
  /// > Source: PKWARE, *APPNOTE.TXT*, 6.3.10, section 4.3.7.
  public static func isZip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// Unpacks the members that are wanted; names of the others are checked and their content is skipped.
  ///
  /// - Parameters:
  ///   - name: The archive as the user named it, for messages.
  ///   - bytes: The archive.
  ///   - limits: How much is unpacked at most.
  ///   - wanted: Whether a member is wanted, by its name with `/` between folders.
  /// - Returns: The wanted members in the order of the archive; folders are left out.
  /// - Throws: A ``DiagnosticError`` that names the member: `corrupt-file` (no zip, bad checksum), `truncated-file`,
  ///   `invalid-name` (absolute, `..`, control characters), `duplicate-name`, `unsupported-content` (encrypted, links),
  ///   `file-too-large` (a limit is exceeded).
  public static func members(
    name: String,
    bytes: [UInt8],
    limits: ArchiveLimits = ArchiveLimits(),
    wanted: (String) -> Bool = { _ in true }
  ) throws(DiagnosticError) -> [ArchiveMember] {
    guard isZip(bytes) else {
      throw DiagnosticError(
        Diagnostic(
          bytes.isEmpty ? .truncatedFile : .corruptFile,
          at: .file(name),
          bytes.isEmpty ? "the file is empty" : "the file isn't a zip archive with members",
          fixes: ["copy the file again from the instrument"]
        )
      )
    }
    let reader = try ZipReader(name: name, bytes: bytes)
    var result: [ArchiveMember] = []
    var seen: Set<String> = []
    var total = 0
    var count = 0
    while let header = try reader.nextHeader() {
      count += 1
      guard count <= limits.memberCount else {
        throw reader.error(
          .fileTooLarge,
          member: header.name,
          "the archive has more than \(limits.memberCount) members"
        )
      }
      // Folders have no content; a name twice would leave open which content counts.
      guard seen.insert(header.name).inserted || header.isFolder else {
        throw reader.error(.duplicateName, member: header.name, "the archive has this member twice")
      }
      guard !header.isFolder, wanted(header.name) else { continue }
      guard !header.isEncrypted else {
        throw reader.error(
          .unsupportedContent,
          member: header.name,
          "this member is encrypted",
          fix: "export the file without a password"
        )
      }
      let content = try reader.content(of: header, limits: limits, before: total)
      total += content.count
      result.append(ArchiveMember(name: header.name, bytes: content))
    }
    return result
  }
}
