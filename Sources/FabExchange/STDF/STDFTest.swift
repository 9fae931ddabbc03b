/// A parametric test: what is measured, in which unit, between which limits.
public struct STDFTest: Hashable, Sendable {
  /// The number, which results refer to.
  public var number: UInt32
  /// The name.
  public var name: String
  /// The unit of results and limits, for instance `A`.
  public var unit: String
  /// The lower limit; `nil` for none.
  public var low: Float?
  /// The upper limit; `nil` for none.
  public var high: Float?

  /// Creates a test.
  public init(number: UInt32, name: String, unit: String, low: Float? = nil, high: Float? = nil) {
    self.number = number
    self.name = name
    self.unit = unit
    self.low = low
    self.high = high
  }
}
