import Foundation
import Synchronization

/// Runs the built tool as a child process.
struct RunTool {
  /// The working folder.
  let folder: String
  /// Variables on top of the search path and the home folder.
  var environment: [String: String] = [:]
  /// When the child is killed.
  var seconds = 60

  /// The tool that was built along with the tests: it lies beside their bundle.
  static let path: String = {
    var places = [CommandLine.arguments[0]]
    places += Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    for place in places {
      let folder = URL(fileURLWithPath: place).resolvingSymlinksInPath().deletingLastPathComponent()
      let tool = folder.appendingPathComponent("pcu-fab").path
      if FileManager.default.isExecutableFile(atPath: tool) { return tool }
    }
    return Checkout.root + "/.build/debug/pcu-fab"
  }()

  /// Runs the tool with arguments.
  func callAsFunction(_ arguments: String...) throws -> ToolResult {
    try run(Self.path, arguments)
  }

  /// Runs the tool with arguments.
  func callAsFunction(_ arguments: [String]) throws -> ToolResult {
    try run(Self.path, arguments)
  }

  /// Runs a shell script in which `$tool` is the tool.
  func shell(_ script: String) throws -> ToolResult {
    var copy = self
    copy.environment["tool"] = Self.path
    return try copy.run("/bin/sh", ["-c", script])
  }

  private func run(_ program: String, _ arguments: [String]) throws -> ToolResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let inherited = ProcessInfo.processInfo.environment
    process.environment = inherited.filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
      .merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    // Both pipes are read while the child runs: a full pipe would stop it.
    let readers = [Reader(output), Reader(error)]
    let isLate = ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut
    if isLate {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    let status = process.terminationStatus
    return ToolResult(
      end: isLate ? .timeout : process.terminationReason == .exit ? .exit(status) : .signal(status),
      outputBytes: readers[0].content,
      errorBytes: readers[1].content,
      arguments: arguments
    )
  }

  /// Reads a pipe to its end on a thread of its own.
  private final class Reader: Sendable {
    private let bytes = Mutex(Data())
    private let group = DispatchGroup()

    init(_ pipe: Pipe) {
      let handle = pipe.fileHandleForReading
      DispatchQueue(label: "pipe")
        .async(group: group) { [self] in
          let data = (try? handle.readToEnd()) ?? Data()
          bytes.withLock { $0 = data }
        }
    }

    /// What came; waits for the end.
    var content: Data {
      group.wait()
      return bytes.withLock { $0 }
    }
  }
}
