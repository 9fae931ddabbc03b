import Foundation
import Testing

/// Files and folders that can't be read or written, and what is left in them.
@Suite struct OutputPlaceTests {
  private let work: WorkFolder
  private let quick = ["layout", "--formats", "gds"]

  init() throws { work = try WorkFolder() }

  private static let isRoot = getuid() == 0

  @Test(arguments: [
    ["recipe", "validate", "missing.yaml"], ["layout", "--recipe", "missing.yaml", "--out", "X"],
    ["layout", "--floor-plan", "missing.yaml", "--out", "X"],
    ["mask", "show", "missing.yaml"], ["mask", "diff", "missing.yaml", "missing.yaml"],
    ["mask", "check", Checkout.masks + "/5-AU.dxf", "--floor-plan", "missing.yaml"],
    ["recipe", "diff", Checkout.recipe, "missing.yaml"],
  ])
  func aMissingFileIsNamed(arguments: [String]) throws {
    let result = try work.tool(arguments)
    result.expectRefusal(
      2,
      "missing.yaml: error: can't open the file: No such file or directory [not-readable]",
      "fix: check the path"
    )
    #expect(work.names().isEmpty)
  }

  @Test(arguments: [
    ["recipe", "validate", "folder"], ["layout", "--floor-plan", "folder", "--out", "X"],
    ["mask", "show", "folder"],
  ])
  func aFolderIsNoFile(arguments: [String]) throws {
    try work.makeFolder("folder")
    let result = try work.tool(arguments)
    result.expectRefusal(2, "folder: error: ", "Is a directory [not-readable]", "fix: name a file")
    #expect(work.names() == ["folder"])
  }

  @Test(.disabled(if: isRoot, "root reads every file")) func anUnreadableFileIsNamed() throws {
    try work.write("format: x\n", to: "secret.yaml")
    chmod(work.path + "/secret.yaml", 0)
    let result = try work.tool("recipe", "validate", "secret.yaml")
    result.expectRefusal(2, "secret.yaml: error: can't open the file: Permission denied")
  }

  @Test(.disabled(if: isRoot, "root writes everywhere")) func aReadOnlyFolderStaysAsItIs() throws {
    try work.makeFolder("closed")
    chmod(work.path + "/closed", 0o555)
    defer { chmod(work.path + "/closed", 0o755) }
    let result = try work.tool(quick + ["--out", "closed/X"])
    result.expectRefusal(
      2,
      "closed/X: error: ",
      "Permission denied [not-writable]",
      "check the permissions"
    )
    #expect(work.names("closed").isEmpty)
  }

  @Test func aPlaceThatNobodyMayWriteIsNamed() throws {
    #if os(Linux)
    let result = try work.tool(quick + ["--out", "/proc/X"])
    result.expectRefusal(2, "/proc/", "error: can't create the folder: ", "[not-writable]", "fix: ")
    #endif
  }

  @Test func anOutputPathThatIsAFileIsRefused() throws {
    try work.write("mine", to: "X")
    for out in ["X", "X/", "X/deep/masks"] {
      let result = try work.tool(quick + ["--out", out, "--force"])
      result.expectRefusal(2, "X", "Not a directory [not-writable]", "is a file, not a folder")
      #expect(work.names() == ["X"])
      #expect(try work.text("X") == "mine")
    }
  }

  @Test(arguments: [".", "..", "/", "./", "X/.."]) func aFolderWithoutNameIsRefused(
    out: String
  ) throws {
    try work.makeFolder("X")
    let result = try work.tool(quick + ["--out", out])
    result.expectRefusal(2, "can't be replaced as a whole", "fix: name a folder in it")
    #expect(work.names() == ["X"])
  }

  @Test func anEmptyNameIsRefused() throws {
    let result = try work.tool(quick + ["--out", ""])
    result.expectRefusal(64, "--out: error: the name of the output folder is empty")
  }

  @Test(arguments: ["x", "./x", "a b", "ä", "deep/er/x", "-x", "'", "x.findings"])
  func anyOtherNameWorks(out: String) throws {
    try work.tool(quick + ["--out=\(out)"]).expect(0)
    #expect(work.names(out).contains("manifest.json"))
    #expect(work.names().count == 1)
  }

  @Test func whatOthersPutThereIsKept() throws {
    try work.makeFolder("X/notes")
    try work.write("mine", to: "X/thesis.txt")
    try work.write("deep", to: "X/notes/a.txt")
    let refused = try work.tool(quick + ["--out", "X"])
    refused.expectRefusal(
      2,
      "X: error: the folder holds 2 files that this tool didn't write: 'notes', 'thesis.txt'",
      "[foreign-output]",
      "choose another folder with --out",
      "--force"
    )
    #expect(work.names("X") == ["notes", "thesis.txt"])
    let forced = try work.tool(quick + ["--out", "X", "--force"])
    forced.expect(0)
    #expect(forced.output.contains("kept 2 other files"))
    #expect(try work.text("X/thesis.txt") == "mine")
    #expect(try work.text("X/notes/a.txt") == "deep")
    #expect(work.names("X").contains("manifest.json"))
    #expect(work.names() == ["X"])
  }

  @Test func masksOfAnotherLayoutAreNotReplacedUnasked() throws {
    try work.tool(quick + ["--out", "X"]).expect(0)
    let before = try work.bytes("X/manifest.json")
    let result = try work.tool(quick + ["--fill", "--wafer", "2in", "--out", "X"])
    result.expectRefusal(
      2,
      "X: error: the folder holds the masks of the layout 'wafer-4in-101', not of 'wafer-2in-fill'",
      "[foreign-output]"
    )
    #expect(try work.bytes("X/manifest.json") == before)
    try work.tool(quick + ["--fill", "--wafer", "2in", "--out", "X", "--force"]).expect(0)
    #expect(!work.names("X").contains("wafer-4in-101.gds"))
  }

  @Test func aLinkToAFolderStaysALink() throws {
    try work.makeFolder("real")
    try FileManager.default.createSymbolicLink(
      atPath: work.path + "/link",
      withDestinationPath: "real"
    )
    try work.tool(quick + ["--out", "link"]).expect(0)
    #expect(work.names() == ["link", "real"])
    #expect(work.names("real").contains("manifest.json"))
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a small file system"))
  func aFullDiskIsLeftAsItWas() throws {
    try work.makeFolder("disk")
    let disk = try SmallDisk(at: work.path + "/disk", kilobytes: 64)
    defer { disk.unmount() }
    for out in ["disk/X", "disk/deep/X"] {
      let result = try work.tool("layout", "--out", out)
      result.expectRefusal(
        2,
        "\(out)/",
        "No space left on device [not-writable]",
        "free some space"
      )
      #expect(!result.error.contains("writing-"))
      #expect(work.names("disk").isEmpty)
    }
  }
}
