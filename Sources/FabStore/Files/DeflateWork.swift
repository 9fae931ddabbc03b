import Dispatch
import Synchronization

/// Bytes that are deflated on another thread.
final class DeflateWork: Sendable {
  /// Bytes as the store keeps them.
  struct Kept: Sendable {
    /// `deflate` or `stored`.
    let encoding: String
    let data: [UInt8]
  }

  private let result = Mutex<Kept?>(nil)
  private let group = DispatchGroup()

  /// Begins.
  init(_ bytes: [UInt8]) {
    DispatchQueue.global()
      .async(group: group) { [self] in
        let kept =
          Deflate.compressed(bytes).map { Kept(encoding: "deflate", data: $0) }
          ?? Kept(encoding: "stored", data: bytes)
        result.withLock { $0 = kept }
      }
  }

  /// The bytes once they are deflated; waits for them.
  var kept: Kept {
    group.wait()
    guard let kept = result.withLock({ $0 }) else { preconditionFailure("the work has ended") }
    return kept
  }
}
