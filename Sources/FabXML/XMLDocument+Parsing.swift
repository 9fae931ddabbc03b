import CLibXML2
public import FabDiagnostics

extension XMLDocument {
  /// The largest file that is read, unless stated otherwise: 64 MB [ours].
  public static let defaultSizeLimit = 64_000_000

  /// Reads a document from its bytes.
  ///
  /// Nothing outside the bytes is read: no network, no entities, no DTD. A document type declaration is
  /// refused, since entities are all that it could add. libxml2 refuses elements nested deeper than 256
  /// levels and single values above 10 MB. Safe to call from several threads at once.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it, for messages.
  ///   - bytes: The content in UTF-8.
  ///   - sizeLimit: The largest number of bytes.
  /// - Returns: The document.
  /// - Throws: A ``DiagnosticError`` with file, line and column: `file-too-large`, `not-utf8`,
  ///   `refused-xml`, `truncated-file` or `corrupt-file`.
  public static func parse(
    file: String,
    bytes: [UInt8],
    sizeLimit: Int = defaultSizeLimit
  ) throws(DiagnosticError) -> XMLDocument {
    let limit = min(sizeLimit, Int(Int32.max))
    if bytes.count > limit || String(validating: bytes, as: UTF8.self) == nil {
      _ = try SourceText(name: file, bytes: bytes, limit: limit)
    }
    let source = XMLSource(file: file, bytes: bytes)
    let tags = StartTagScanner(bytes)
    if let declaration = tags.declaration {
      throw DiagnosticError(
        Diagnostic(
          .refusedXML,
          at: source.place(ofByte: declaration),
          "the file has a document type declaration, which could name other files or entities",
          fixes: ["delete it: neither SVG nor our own files need it"]
        )
      )
    }
    try checkEncoding(tags.header, in: source)
    guard !bytes.isEmpty else {
      throw DiagnosticError(Diagnostic(.truncatedFile, at: .file(file), "the file is empty"))
    }

    _ = initialized
    guard let context = xmlNewParserCtxt() else {
      preconditionFailure("no memory for an XML parser")
    }
    defer { xmlFreeParserCtxt(context) }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(buffer.count),
        nil,
        "UTF-8",
        Int32(options)
      )
    }
    defer { xmlFreeDoc(parsed) }
    guard let parsed, let top = xmlDocGetRootElement(parsed) else {
      throw DiagnosticError(diagnostic(for: context, in: source))
    }
    guard parsed.pointee.intSubset == nil else {
      throw DiagnosticError(
        Diagnostic(.refusedXML, at: .file(file), "the file has a document type declaration")
      )
    }
    var builder = XMLTreeBuilder(offsets: tags.offsets)
    return XMLDocument(file: file, root: builder.element(top), source: source)
  }

  /// Sets libxml2 up once, before threads use it.
  private static let initialized: Void = xmlInitParser()

  private static func checkEncoding(
    _ header: Range<Int>?,
    in source: XMLSource
  ) throws(DiagnosticError) {
    guard let header else { return }
    let text = String(decoding: source.bytes[header], as: UTF8.self)
    let words = text.split { $0.isWhitespace || $0 == "=" || $0 == "\"" || $0 == "'" || $0 == "?" }
    guard let index = words.firstIndex(of: "encoding"), index + 1 < words.count else { return }
    let name = words[index + 1]
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) else { return }
    throw DiagnosticError(
      Diagnostic(
        .notUTF8,
        at: source.place(ofByte: header.lowerBound),
        "the file says that its encoding is '\(name)'; only UTF-8 is read",
        fixes: ["save the file as UTF-8"]
      )
    )
  }

  private static func diagnostic(
    for context: xmlParserCtxtPtr,
    in source: XMLSource
  ) -> Diagnostic {
    guard let error = xmlCtxtGetLastError(context) else {
      return Diagnostic(.corruptFile, at: .file(source.file), "the file isn't XML")
    }
    var message = error.pointee.message.map { String(cString: $0) } ?? "the file isn't XML"
    while let last = message.last, last.isWhitespace || last == "." { message.removeLast() }
    let place = source.place(line: Int(error.pointee.line), byteColumn: Int(error.pointee.int2))
    let isTruncated = truncationCodes.contains(error.pointee.code)
    return Diagnostic(
      isTruncated ? .truncatedFile : .corruptFile,
      at: place,
      "the file isn't well-formed XML: \(message)",
      fixes: [isTruncated ? "copy or export the file again" : "export the file again"]
    )
  }

  /// What libxml2 reports at the end of a document that stops early.
  private static let truncationCodes: Set<Int32> = Set(
    [
      XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED,
      XML_ERR_GT_REQUIRED, XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_CDATA_NOT_FINISHED,
      XML_ERR_PI_NOT_FINISHED,
    ]
    .map { Int32(bitPattern: $0.rawValue) }
  )
}
