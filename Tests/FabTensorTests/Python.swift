import Foundation

/// Scripts in a child process, for readers and programs that our own code has no part in.
enum Python {
  /// The interpreters to ask: that of the path, and Debian's, for which Debian packs PyTorch.
  private static let interpreters = ["python3", "/usr/bin/python3"]

  /// Returns an interpreter that has a module, or nil.
  static func having(_ module: String) -> String? {
    interpreters.first { (try? output(of: "import \(module)", input: [], by: $0)) != nil }
  }

  /// Runs a script with bytes on its standard input and returns what it prints.
  static func output(of script: String, input: [UInt8], by interpreter: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", script]
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CocoaError(.executableRuntimeMismatch)
    }
    return String(decoding: output, as: UTF8.self)
  }
}
