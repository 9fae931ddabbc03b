import Foundation
import Synchronization

/// A child process whose output is read while it runs.
final class Child: Sendable {
  private let process: Process
  private let lines = Mutex<[UInt8]>([])
  private let errors = Mutex<[UInt8]>([])
  private let readers = DispatchGroup()

  init(_ program: String, _ arguments: [String]) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let (output, complaints) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaints
    try process.run()
    for (pipe, isOutput) in [(output, true), (complaints, false)] {
      let descriptor = dup(pipe.fileHandleForReading.fileDescriptor)
      readers.enter()
      Thread.detachNewThread { [self] in
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
          if isOutput {
            lines.withLock { $0 += buffer.prefix(count) }
          } else {
            errors.withLock { $0 += buffer.prefix(count) }
          }
        }
        close(descriptor)
        readers.leave()
      }
    }
  }

  /// The whole lines that came so far.
  var output: [String] {
    lines.withLock { bytes in
      let end = bytes.lastIndex(of: 0x0A) ?? bytes.startIndex
      return String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  var complaints: String { errors.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Waits until so many lines have come or the process has ended.
  func wait(forLines count: Int) {
    while output.count < count, process.isRunning { usleep(500) }
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for the end and for all output.
  @discardableResult
  func wait() -> Int32 {
    process.waitUntilExit()
    readers.wait()
    return process.terminationStatus
  }

  static func run(
    _ program: String,
    _ arguments: [String]
  ) throws -> (status: Int32, output: [String], errors: String) {
    let child = try Child(program, arguments)
    let status = child.wait()
    return (status, child.output, child.complaints)
  }

  /// The program that writes to a store, beside the tests.
  static var writer: String {
    var places: [String] = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    places += CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    for place in places {
      let program = (place as NSString).deletingLastPathComponent + "/store-writer"
      if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    return (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/store-writer"
  }
}
