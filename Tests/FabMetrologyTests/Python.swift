import Foundation

/// Scripts in a child process, for values that our own code has no part in.
enum Python {
  /// Tells whether a module can be imported.
  static func has(_ modules: String) -> Bool {
    (try? run("import \(modules)", input: Data())) != nil
  }

  /// Runs a script with JSON on its standard input and returns the JSON that it prints.
  static func answer<Answer: Decodable>(
    _ type: Answer.Type,
    of script: String,
    for input: some Encodable
  ) throws -> Answer {
    try JSONDecoder().decode(type, from: run(script, input: JSONEncoder().encode(input)))
  }

  private static func run(_ script: String, input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: input)
    try standardInput.fileHandleForWriting.close()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CocoaError(.executableRuntimeMismatch)
    }
    return output
  }
}
