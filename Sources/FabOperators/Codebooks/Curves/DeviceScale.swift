/// How a number of a network becomes a quantity of a device: `quantity = offset + perNumber * number`.
public struct DeviceScale: Hashable, Sendable, Codable {
  /// The unit of the quantity, empty for plain numbers.
  public var unit: String
  /// The quantity of a number of zero.
  public var offset: Double
  /// The quantity that a number of one adds.
  public var perNumber: Double

  /// Creates a scale.
  public init(unit: String, offset: Double, perNumber: Double) {
    self.unit = unit
    self.offset = offset
    self.perNumber = perNumber
  }

  /// Plain numbers.
  public static let plain = DeviceScale(unit: "", offset: 0, perNumber: 1)
}
