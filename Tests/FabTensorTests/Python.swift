import Foundation

/// Scripts in a child process, for readers that our own code has no part in.
enum Python {
  /// Tells whether a module can be imported.
  static func has(_ module: String) -> Bool {
    (try? output(of: "import \(module)", input: [])) != nil
  }

  /// Runs a script with bytes on its standard input and returns what it prints.
  static func output(of script: String, input: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
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
