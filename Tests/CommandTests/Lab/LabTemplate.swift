import Foundation
import Synchronization

/// A folder that several tests begin with: the first of them makes it, the others get copies.
final class LabTemplate: Sendable {
  private let files = Mutex<[String: Data]?>(nil)

  private static let known = Mutex<[String: LabTemplate]>([:])

  /// Returns a lab as a closure makes it.
  ///
  /// - Parameters:
  ///   - name: What tells it from others.
  ///   - make: Makes it; called once a process.
  /// - Returns: The lab.
  /// - Throws: What making it throws.
  static func lab(_ name: String, _ make: () throws -> Lab) throws -> Lab {
    let template = known.withLock { known in
      let template = known[name] ?? LabTemplate()
      known[name] = template
      return template
    }
    let files = try template.files.withLock { files in
      if let files { return files }
      let work = try make().work
      // The tool has closed the database: all of it is in one file.
      let made = Dictionary(
        uniqueKeysWithValues: try work.names().map { ($0, try work.bytes($0)) }
      )
      files = made
      return made
    }
    let lab = try Lab(withDatabase: false)
    for (name, bytes) in files { try lab.work.write(bytes, to: name) }
    return lab
  }
}
