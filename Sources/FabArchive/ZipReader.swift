import CLibArchive
import FabDiagnostics

/// One pass over the members of a zip archive, by libarchive.
final class ZipReader {
  /// A member before its content.
  struct Header {
    var name: String
    var isFolder: Bool
    var isEncrypted: Bool
    /// The size that the directory states; `nil` where it doesn't.
    var statedSize: Int?
  }

  private let name: String
  // libarchive keeps the address, so the bytes live as long as the reader.
  private let storage: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer

  init(name: String, bytes: [UInt8]) throws(DiagnosticError) {
    guard let archive = archive_read_new() else { preconditionFailure("no memory for an archive") }
    self.name = name
    self.archive = archive
    storage = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    storage.copyBytes(from: bytes)
    // Only the reader that begins with the directory at the end: what it lists is what other programs see.
    archive_read_support_format_zip_seekable(archive)
    let status = archive_read_open_memory(archive, storage.baseAddress, bytes.count)
    guard status == ARCHIVE_OK else {
      throw error(
        .truncatedFile,
        member: "",
        "the directory at the end of the zip archive isn't there: the file ends too early",
        fix: "copy the file again from the instrument"
      )
    }
  }

  deinit {
    archive_read_free(archive)
    storage.deallocate()
  }

  /// Returns the next member, `nil` after the last.
  func nextHeader() throws(DiagnosticError) -> Header? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
      throw error(
        .truncatedFile,
        member: "",
        "the directory of the zip archive can't be read (\(reason))",
        fix: "copy the file again from the instrument"
      )
    }
    let raw = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    guard let raw, let stated = String(validatingCString: raw) else {
      throw error(.invalidName, member: "", "a member has a name that isn't UTF-8")
    }
    let member: MemberName
    do throws(MemberName.Defect) {
      member = try MemberName(stated)
    } catch {
      throw self.error(
        .invalidName,
        member: stated,
        "the name of this member \(error.words)",
        fix: "don't trust this archive: no instrument writes such names"
      )
    }
    let kind = UInt32(archive_entry_filetype(entry)) & 0o170000
    let isFolder = kind == 0o040000
    let isLink =
      archive_entry_symlink(entry) != nil || archive_entry_hardlink(entry) != nil
      || !(isFolder || kind == 0o100000 || kind == 0)
    guard !isLink else {
      throw error(
        .unsupportedContent,
        member: member.text,
        "this member is a link or a device, not a file"
      )
    }
    return Header(
      name: member.text,
      isFolder: isFolder,
      isEncrypted: archive_entry_is_encrypted(entry) != 0,
      statedSize: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil
    )
  }

  /// Unpacks the member whose header was read last.
  func content(
    of header: Header,
    limits: ArchiveLimits,
    before total: Int
  ) throws(DiagnosticError) -> [UInt8] {
    let allowed = max(ArchiveLimits.harmlessBytes, storage.count * limits.expansion)
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes {
        archive_read_data(archive, $0.baseAddress, $0.count)
      }
      guard count >= 0 else {
        let text = reason
        let isShort = text.lowercased().contains("truncated")
        throw error(
          isShort ? .truncatedFile : .corruptFile,
          member: header.name,
          "this member can't be unpacked (\(text))",
          fix: "copy the file again from the instrument"
        )
      }
      if count == 0 { break }
      content.append(contentsOf: block[..<count])
      try check(content.count, in: header, limits.memberBytes, "a member")
      try check(total + content.count, in: header, limits.totalBytes, "all members")
      try check(total + content.count, in: header, allowed, "an archive of \(storage.count) bytes")
    }
    if let stated = header.statedSize, stated != content.count {
      throw error(
        .corruptFile,
        member: header.name,
        "this member unpacks to \(content.count) bytes; the directory says \(stated)"
      )
    }
    return content
  }

  private func check(
    _ size: Int,
    in header: Header,
    _ limit: Int,
    _ what: String
  ) throws(DiagnosticError) {
    guard size > limit else { return }
    throw error(
      .fileTooLarge,
      member: header.name,
      "this member unpacks to too much: at most \(limit) bytes are read of \(what)",
      fix: "check that this is the file you meant: it may be built to fill the memory"
    )
  }

  private var reason: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
  }

  /// A message that names a member and where its header begins.
  func error(
    _ code: DiagnosticCode,
    member: String,
    _ summary: String,
    fix: String? = nil
  ) -> DiagnosticError {
    let offset = member.isEmpty ? 0 : Int(max(0, archive_read_header_position(archive)))
    return DiagnosticError(
      Diagnostic(
        code,
        at: .record(file: name, offset: offset, name: member),
        summary,
        fixes: fix.map { [$0] } ?? []
      )
    )
  }
}
