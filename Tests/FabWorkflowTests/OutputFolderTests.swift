import FabDiagnostics
import FabTestSupport
import Foundation
import Testing

@testable import FabWorkflow

@Suite struct OutputFolderTests {
  private let base: String

  init() throws {
    base = NSTemporaryDirectory() + "pcu-fab-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
  }

  private func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func writesAllFilesAndLeavesNothingBeside() throws {
    let folder = OutputFolder(path: base + "/deep/Masks")
    try folder.replace(with: [
      OutputFile(name: "a", bytes: Array("one".utf8)), OutputFile(name: "b", bytes: []),
    ])
    #expect(names(base + "/deep") == ["Masks"])
    #expect(names(base + "/deep/Masks") == ["a", "b"])
    #expect(text(base + "/deep/Masks/a") == "one")
  }

  @Test func replacesAsAWholeAndKeepsWhatItIsTold() throws {
    let folder = OutputFolder(path: base + "/m")
    try folder.replace(with: [
      OutputFile(name: "old", bytes: [1]), OutputFile(name: "note", bytes: [2]),
    ])
    try folder.replace(with: [OutputFile(name: "new", bytes: [3])], keeping: ["note"])
    #expect(names(base + "/m") == ["new", "note"])
    #expect(names(base) == ["m"])
  }

  @Test func leavesEverythingAsItWasWhenAFileCannotBeWritten() throws {
    let folder = OutputFolder(path: base + "/m")
    try folder.replace(with: [OutputFile(name: "old", bytes: [1])])
    // A name in a folder that doesn't exist fails after the first file was written.
    let error = #expect(throws: DiagnosticError.self) {
      try folder.replace(with: [
        OutputFile(name: "new", bytes: [1]), OutputFile(name: "missing/new", bytes: [2]),
      ])
    }
    #expect(error?.diagnostics.first?.code == .notWritable)
    #expect(names(base) == ["m"])
    #expect(names(base + "/m") == ["old"])
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a small file system"))
  func leavesNothingOnAFullDisk() throws {
    let disk = try SmallDisk(at: base + "/disk", kilobytes: 64)
    defer { disk.unmount() }
    let folder = OutputFolder(path: base + "/disk/m")
    try folder.replace(with: [OutputFile(name: "old", bytes: [1])])
    let error = #expect(throws: DiagnosticError.self) {
      try folder.replace(with: [OutputFile(name: "new", bytes: Array(repeating: 7, count: 200_000))]
      )
    }
    #expect(error?.diagnostics.first?.summary.contains("No space left") == true)
    #expect(names(base + "/disk") == ["m"])
    #expect(names(base + "/disk/m") == ["old"])
  }

  @Test func refusesToReplaceWhatItDidNotWrite() throws {
    let folder = base + "/m"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/thesis.txt"))
    let files = [OutputFile(name: "manifest.json", bytes: Array(#"{"name":"w","files":[]}"#.utf8))]
    let error = #expect(throws: DiagnosticError.self) {
      try MaskSetWriter(path: folder, force: false).write(files, layoutName: "w")
    }
    #expect(error?.diagnostics.first?.code == .foreignOutput)
    #expect(names(folder) == ["thesis.txt"])
    #expect(try MaskSetWriter(path: folder, force: true).write(files, layoutName: "w") == 1)
    #expect(text(folder + "/thesis.txt") == "mine")
    let other = #expect(throws: DiagnosticError.self) {
      try MaskSetWriter(path: folder, force: false).write(files, layoutName: "v")
    }
    #expect(other?.diagnostics.first?.summary.contains("layout 'w'") == true)
  }
}
