/// A distance or position across and upwards, in millimetres.
public struct MapVector: Hashable, Sendable {
  /// Across, to the right.
  public var x: Double
  /// Upwards, away from the flat or notch.
  public var y: Double

  /// Creates a vector from millimetres.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The nearest vector of whole nanometres, so that sums and differences of halves read back as they were.
  var onGrid: MapVector {
    MapVector(x: (x * 1e6).rounded() / 1e6, y: (y * 1e6).rounded() / 1e6)
  }
}
