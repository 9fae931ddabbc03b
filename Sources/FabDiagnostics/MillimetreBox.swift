/// A box in wafer coordinates, in millimetres, for messages and markers.
public struct MillimetreBox: Hashable, Sendable, Codable {
  /// Left edge.
  public let x0: Double
  /// Lower edge.
  public let y0: Double
  /// Right edge.
  public let x1: Double
  /// Upper edge.
  public let y1: Double

  /// Creates a box from its edges in millimetres.
  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }
}

extension MillimetreBox: CustomStringConvertible {
  /// `(x0, y0)-(x1, y1) mm`.
  public var description: String { "(\(x0), \(y0))-(\(x1), \(y1)) mm" }
}
