/// Points of a measured current-voltage curve in the order in which they were taken.
public struct DiodeMeasurement: Hashable, Sendable {
  /// Voltages in volt.
  public let voltages: [Double]
  /// Currents in ampere, equally many.
  public let currents: [Double]

  /// Creates a measurement.
  ///
  /// - Throws: ``DeviceError/countMismatch(quantity:found:expected:)`` where the lists differ in length.
  public init(voltages: [Double], currents: [Double]) throws(DeviceError) {
    guard voltages.count == currents.count else {
      throw .countMismatch(quantity: .current, found: currents.count, expected: voltages.count)
    }
    self.voltages = voltages
    self.currents = currents
  }

  /// Returns the points of some places, in their order.
  func points(at indices: [Int]) -> [(voltage: Double, current: Double)] {
    indices.map { (voltages[$0], currents[$0]) }
  }
}
