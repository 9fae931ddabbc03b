/// A wafer with its parts in the order of testing.
public struct STDFWafer: Hashable, Sendable {
  /// The id; empty for none.
  public var id: String
  /// When its first part was tested, in seconds since 1970-01-01 UTC; 0 where it isn't known.
  public var started: UInt32
  /// When its last part was tested, in seconds since 1970-01-01 UTC; 0 where it isn't known.
  public var finished: UInt32
  /// The mask set; empty for none.
  public var maskSet: String
  /// The parts.
  public var parts: [STDFPart]

  /// Creates a wafer.
  public init(
    id: String,
    started: UInt32 = 0,
    finished: UInt32 = 0,
    maskSet: String = "",
    parts: [STDFPart]
  ) {
    self.id = id
    self.started = started
    self.finished = finished
    self.maskSet = maskSet
    self.parts = parts
  }
}
