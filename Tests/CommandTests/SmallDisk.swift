import Foundation

/// A small file system in memory, for tests that fill it.
struct SmallDisk {
  private let path: String

  /// Whether this process may mount one.
  static var isAvailable: Bool {
    #if os(Linux)
    let path = NSTemporaryDirectory() + "pcu-fab-probe-" + UUID().uuidString
    guard let disk = try? SmallDisk(at: path, kilobytes: 64) else { return false }
    disk.unmount()
    return true
    #else
    return false
    #endif
  }

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.run(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path]) else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func unmount() {
    _ = Self.run(["umount", path])
  }

  private static func run(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
