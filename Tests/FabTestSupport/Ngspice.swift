import Foundation

/// Another maker's simulator as a witness.
package enum Ngspice {
  package static let path: String? = [
    "/usr/bin/ngspice", "/usr/local/bin/ngspice", "/opt/homebrew/bin/ngspice",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs text as written and returns what it prints as `name = value`, names in small letters.
  package static func run(_ text: String) throws -> [String: Double] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("pcu-fab-\(UUID().uuidString).cir")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    guard let path else { throw CocoaError(.fileNoSuchFile) }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-b", file.path]
    let output = Pipe()
    process.standardOutput = output
    // Remarks would run into the values; where ngspice fails, values are missing and the test says which.
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(),
      as: UTF8.self
    )
    process.waitUntilExit()
    var values: [String: Double] = [:]
    for line in printed.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 3, words[1] == "=", let value = Double(words[2]) else { continue }
      values[words[0].lowercased()] = value
    }
    return values
  }
}
