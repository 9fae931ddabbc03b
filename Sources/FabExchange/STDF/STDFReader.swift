import FabDiagnostics

/// Reads records one by one into a content.
struct STDFReader {
  let file: String
  let bytes: [UInt8]
  private var isBigEndian = false
  private var content = STDFFile(lot: STDFLot(lot: "", product: ""), wafers: [])
  private var skipped: [String: Int] = [:]
  private let collector = DiagnosticCollector()
  private var hasLot = false
  private var isFinished = false
  private var testIndex: [UInt32: Int] = [:]
  /// Parts under test, by head and site.
  private var open: [UInt16: STDFPart] = [:]
  /// The index of the wafer under test.
  private var wafer: Int?
  /// Files of packaged parts have no wafers: their parts belong to one without id.
  private var looseParts: [STDFPart] = []

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  mutating func read() throws(DiagnosticError) -> STDFReading {
    try readOrder()
    var offset = 0
    while offset < bytes.count {
      guard offset + 4 <= bytes.count else {
        throw failure(.truncatedFile, offset, "the file ends within the head of a record")
      }
      let low = Int(bytes[offset])
      let high = Int(bytes[offset + 1])
      let length = isBigEndian ? low << 8 | high : high << 8 | low
      let code = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      let kind = STDFRecordKind(rawValue: code)
      let name = kind?.code ?? "\(bytes[offset + 2]).\(bytes[offset + 3])"
      let end = offset + 4 + length
      guard end <= bytes.count else {
        throw failure(
          .truncatedFile,
          offset,
          "the file ends within a record: it has \(length) bytes, \(bytes.count - offset - 4) are left",
          name
        )
      }
      if isFinished {
        throw failure(.corruptFile, offset, "a record follows the MRR, which is the last", name)
      }
      var input = STDFInput(
        file: file,
        kind: name,
        isBigEndian: isBigEndian,
        body: bytes[(offset + 4)..<end],
        start: offset
      )
      if let kind {
        if !hasLot, kind != .fileAttributes, kind != .masterInformation {
          throw failure(.corruptFile, offset, "the record stands before the MIR", name)
        }
        try read(kind, &input)
      } else {
        skipped[name, default: 0] += 1
      }
      offset = end
    }
    guard isFinished else {
      throw failure(.truncatedFile, bytes.count, "the file ends without an MRR, its last record")
    }
    return finish()
  }

  private func failure(
    _ code: DiagnosticCode,
    _ offset: Int,
    _ text: String,
    _ name: String = ""
  ) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        code,
        at: .record(file: file, offset: offset, name: name),
        text,
        fixes: code == .truncatedFile ? ["copy or export the file again"] : []
      )
    )
  }

  private mutating func finish() -> STDFReading {
    if !looseParts.isEmpty {
      content.wafers.append(STDFWafer(id: "", parts: looseParts))
    }
    if !skipped.isEmpty {
      let kinds = skipped.sorted { $0.key < $1.key }.map { "\($0.value) of kind \($0.key)" }
      collector.add(
        Diagnostic(
          .unsupportedContent,
          severity: .note,
          at: .file(file),
          "\(skipped.values.reduce(0, +)) records weren't read: " + kinds.joined(separator: ", ")
        )
      )
    }
    return STDFReading(file: content, skipped: skipped, diagnostics: collector.diagnostics)
  }

  /// Tells the byte order from the length of the first record, which is always 2.
  private mutating func readOrder() throws(DiagnosticError) {
    guard !bytes.isEmpty else { throw failure(.truncatedFile, 0, "the file is empty") }
    guard bytes.count >= 6 else {
      throw failure(.truncatedFile, bytes.count, "the file ends within its first record")
    }
    guard bytes[2] == 0, bytes[3] == 10, bytes[0] ^ bytes[1] == 2, bytes[0] & bytes[1] == 0 else {
      throw failure(.unknownFormat, 0, "the file doesn't begin with an FAR, as STDF does", "FAR")
    }
    isBigEndian = bytes[1] == 2
    guard bytes[4] != 0 else {
      throw failure(.unsupportedContent, 4, "numbers are those of a VAX, which aren't read", "FAR")
    }
    guard bytes[5] == 4 else {
      throw failure(.unknownFormat, 5, "the file is of STDF version \(bytes[5]), expected 4", "FAR")
    }
  }

  private mutating func read(
    _ kind: STDFRecordKind,
    _ input: inout STDFInput
  ) throws(DiagnosticError) {
    switch kind {
    case .fileAttributes, .partCount, .testSynopsis: break
    case .masterInformation: try readLot(&input)
    case .masterResults:
      content.lot.finished = try input.integer(UInt32.self)
      isFinished = true
      if let part = open.values.first {
        throw DiagnosticError(
          Diagnostic(
            .corruptFile,
            at: input.place,
            "a part was begun but has no PRR; it has \(part.results.count) results"
          )
        )
      }
    case .hardwareBin: try readBin(&input, into: \.hardBins)
    case .softwareBin: try readBin(&input, into: \.softBins)
    case .waferConfiguration: content.layout = try STDFWaferLayout(&input)
    case .waferInformation:
      _ = try input.integer(UInt16.self)
      let started = try input.integer(UInt32.self)
      let id = try input.optionalText()
      content.wafers.append(STDFWafer(id: id, started: started, parts: []))
      wafer = content.wafers.count - 1
    case .waferResults: try readWaferEnd(&input)
    case .partInformation:
      let key = try input.integer(UInt16.self)
      guard open[key] == nil else {
        throw DiagnosticError(
          Diagnostic(.corruptFile, at: input.place, "a part is begun before the last has its PRR")
        )
      }
      open[key] = STDFPart(id: "", x: nil, y: nil, hardBin: 0, isPassed: nil)
    case .partResults: try readPart(&input)
    case .parametricTest: try readResult(&input)
    }
  }

  private mutating func readLot(_ input: inout STDFInput) throws(DiagnosticError) {
    hasLot = true
    var lot = STDFLot(lot: "", product: "")
    lot.setUp = try input.integer(UInt32.self)
    lot.started = try input.integer(UInt32.self)
    for _ in 0..<7 { _ = try input.byte() }
    var texts: [String] = []
    while !input.isAtEnd { texts.append(try input.text()) }
    func text(_ index: Int) -> String { texts.indices.contains(index) ? texts[index] : "" }
    lot.lot = text(0)
    lot.product = text(1)
    lot.station = text(2)
    lot.tester = text(3)
    lot.program = text(4)
    lot.programVersion = text(5)
    lot.operatorName = text(7)
    lot.process = text(19)
    lot.design = text(25)
    content.lot = lot
  }

  private mutating func readBin(
    _ input: inout STDFInput,
    into path: WritableKeyPath<STDFFile, [STDFBin]>
  ) throws(DiagnosticError) {
    _ = try input.integer(UInt16.self)
    let number = try input.integer(UInt16.self)
    _ = try input.integer(UInt32.self)
    let flag = try input.ifPresent { input throws(DiagnosticError) in try input.character() }
    let name = try input.optionalText()
    // Makers repeat a bin for every site; the first names it.
    guard !content[keyPath: path].contains(where: { $0.number == number }) else { return }
    let isPassed: Bool? = flag == "P" ? true : flag == "F" ? false : nil
    content[keyPath: path].append(STDFBin(number: number, name: name, isPassed: isPassed))
  }

  private mutating func readWaferEnd(_ input: inout STDFInput) throws(DiagnosticError) {
    _ = try input.integer(UInt16.self)
    let finished = try input.integer(UInt32.self)
    let stated = try input.integer(UInt32.self)
    for _ in 0..<4 where !input.isAtEnd { _ = try input.integer(UInt32.self) }
    let id = try input.optionalText()
    _ = try input.optionalText()
    _ = try input.optionalText()
    let maskSet = try input.optionalText()
    guard let wafer else {
      throw DiagnosticError(
        Diagnostic(.corruptFile, at: input.place, "a wafer ends that wasn't begun")
      )
    }
    content.wafers[wafer].finished = finished
    content.wafers[wafer].maskSet = maskSet
    // The id of the WRR supersedes that of the WIR.
    if !id.isEmpty { content.wafers[wafer].id = id }
    let count = content.wafers[wafer].parts.count
    if stated != UInt32.max, Int(stated) != count {
      collector.add(
        Diagnostic(
          .outOfRange,
          severity: .warning,
          at: input.place,
          "the WRR counts \(stated) parts, but the file has \(count) of wafer '\(ExchangeName.shown(id))'"
        )
      )
    }
    self.wafer = nil
  }

  private mutating func readPart(_ input: inout STDFInput) throws(DiagnosticError) {
    let key = try input.integer(UInt16.self)
    guard var part = open.removeValue(forKey: key) else {
      throw DiagnosticError(
        Diagnostic(.corruptFile, at: input.place, "a part ends that wasn't begun with a PIR")
      )
    }
    let flags = try input.byte()
    _ = try input.integer(UInt16.self)
    part.hardBin = try input.integer(UInt16.self)
    part.isPassed = flags & 0x10 != 0 ? nil : flags & 0x08 == 0
    let soft = try input.ifPresent { input throws(DiagnosticError) in
      try input.integer(UInt16.self)
    }
    part.softBin = soft == UInt16.max ? nil : soft
    let x = try input.ifPresent { input throws(DiagnosticError) in try input.integer(Int16.self) }
    let y = try input.ifPresent { input throws(DiagnosticError) in try input.integer(Int16.self) }
    part.x = x == Int16.min ? nil : x
    part.y = y == Int16.min ? nil : y
    _ = try input.ifPresent { input throws(DiagnosticError) in try input.integer(UInt32.self) }
    part.id = try input.optionalText()
    if let wafer {
      content.wafers[wafer].parts.append(part)
    } else {
      looseParts.append(part)
    }
  }

  private mutating func readResult(_ input: inout STDFInput) throws(DiagnosticError) {
    let number = try input.integer(UInt32.self)
    let key = try input.integer(UInt16.self)
    let flags = try input.byte()
    _ = try input.byte()
    let value = try input.real()
    guard open[key] != nil else {
      throw DiagnosticError(
        Diagnostic(.corruptFile, at: input.place, "a result stands outside a part")
      )
    }
    // Bits 1 to 5: invalid, unreliable, timed out, not executed, aborted.
    let isValid = flags & 0b0011_1010 == 0 && value.isFinite
    open[key]?.results
      .append(
        STDFResult(
          test: number,
          value: isValid ? value : nil,
          isPassed: flags & 0x40 != 0 ? nil : flags & 0x80 == 0
        )
      )
    // Only the first result of a test must describe it.
    guard testIndex[number] == nil else { return }
    testIndex[number] = content.tests.count
    content.tests.append(try STDFTest(number: number, &input))
  }
}
