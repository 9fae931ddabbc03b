import FabArchive
import FabDiagnostics
import Testing

@Suite struct ZipArchiveTests {
  private func defect(
    _ bytes: [UInt8],
    limits: ArchiveLimits = ArchiveLimits()
  ) -> Diagnostic? {
    do throws(DiagnosticError) {
      _ = try ZipArchive.members(name: "a.zip", bytes: bytes, limits: limits)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func membersAreReadByName() throws {
    var zip = ZipWriter()
    zip.add("Experiment0\\DataContainer.xml", Array("<a/>".utf8))
    zip.add("Experiment0/", [], mode: 0o040755)
    zip.add("./Experiment0/big.bin", [1, 2, 3])
    zip.addZeros("zeros", runs: 3)
    let all = try ZipArchive.members(name: "a.zip", bytes: zip.bytes)
    #expect(all.map(\.name) == ["Experiment0/DataContainer.xml", "Experiment0/big.bin", "zeros"])
    #expect(all[0].bytes == Array("<a/>".utf8))
    #expect(all[2].bytes == Array(repeating: 0, count: 775))
    let some = try ZipArchive.members(name: "a.zip", bytes: zip.bytes) { $0.hasSuffix(".bin") }
    #expect(some == [ArchiveMember(name: "Experiment0/big.bin", bytes: [1, 2, 3])])
  }

  @Test(arguments: [[], Array("PK".utf8), Array("<a/>".utf8), ZipWriter().bytes])
  func whatHasNoMemberIsNoArchive(bytes: [UInt8]) {
    let code = defect(bytes)?.code
    #expect(code == (bytes.isEmpty ? .truncatedFile : .corruptFile))
  }

  @Test(arguments: [
    ("../etc/passwd", "leaves the archive with '..'"),
    ("a\\..\\..\\b", "leaves the archive with '..'"),
    ("/etc/passwd", "is an absolute path"), ("C:\\a", "is an absolute path"),
    ("a\u{1}b", "has a control character"), ("./", "is empty"),
  ])
  func namesThatLeadElsewhereAreRefused(name: String, words: String) {
    var zip = ZipWriter()
    zip.add(name, [1])
    let message = defect(zip.bytes)
    #expect(message?.code == .invalidName)
    #expect(message?.summary == "the name of this member \(words)")
  }

  @Test func aNameTwiceIsRefusedHoweverItIsSpelled() {
    var zip = ZipWriter()
    zip.add("a/b", [1])
    zip.add("a\\b", [2])
    #expect(defect(zip.bytes)?.code == .duplicateName)
    var same = ZipWriter()
    same.add("b", [1])
    same.add("b", [2])
    #expect(defect(same.bytes)?.code == .duplicateName)
  }

  @Test func linksAreRefused() {
    var zip = ZipWriter()
    zip.add("link", Array("/etc/passwd".utf8), mode: 0o120777)
    #expect(defect(zip.bytes)?.code == .unsupportedContent)
  }

  @Test func encryptedMembersAreRefused() {
    var zip = ZipWriter()
    zip.add("secret", Array(repeating: 7, count: 20), flags: 1)
    let message = defect(zip.bytes)
    #expect(message?.code == .unsupportedContent)
    #expect(message?.summary == "this member is encrypted")
  }

  @Test func aWrongChecksumIsNoticedAndNamesTheMember() {
    var zip = ZipWriter()
    zip.add("good", [1, 2, 3])
    zip.add("data.xml", [1, 2, 3], checksum: 1)
    let message = defect(zip.bytes)
    #expect(message?.code == .corruptFile)
    guard case .record(file: "a.zip", _, name: "data.xml") = message?.place else {
      Issue.record("no place: \(String(describing: message?.place))")
      return
    }
  }

  @Test func bombsAreStopped() {
    var zip = ZipWriter()
    zip.addZeros("bomb", runs: 8000)
    let bytes = zip.bytes
    #expect(defect(bytes) == nil)
    #expect(defect(bytes, limits: ArchiveLimits(expansion: 100))?.code == .fileTooLarge)
    #expect(defect(bytes, limits: ArchiveLimits(memberBytes: 2_000_000))?.code == .fileTooLarge)
    zip.addZeros("second", runs: 8000)
    let limits = ArchiveLimits(totalBytes: 4_000_000)
    #expect(defect(zip.bytes, limits: limits)?.code == .fileTooLarge)
    #expect(defect(zip.bytes, limits: ArchiveLimits(memberCount: 1))?.code == .fileTooLarge)
  }

  @Test func everyTruncationIsAMessage() {
    var zip = ZipWriter()
    zip.add("a", Array(0..<50))
    zip.addZeros("b", runs: 4)
    let bytes = zip.bytes
    for count in 0..<bytes.count {
      #expect(defect(Array(bytes.prefix(count))) != nil, "\(count) bytes")
    }
  }

  @Test func flippedBytesNeverGiveOtherContent() throws {
    var zip = ZipWriter()
    zip.add("a", Array(0..<50))
    zip.addZeros("b", runs: 4)
    let bytes = zip.bytes
    let contents = Set(try ZipArchive.members(name: "a.zip", bytes: bytes).map(\.bytes))
    var refusals = 0
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0x55
      do throws(DiagnosticError) {
        let members = try ZipArchive.members(name: "a.zip", bytes: flipped)
        // Names, dates and attributes have no checksum; contents have.
        #expect(members.allSatisfy { contents.contains($0.bytes) }, "byte \(index)")
      } catch {
        refusals += 1
      }
    }
    #expect(refusals > bytes.count / 4)
  }
}
