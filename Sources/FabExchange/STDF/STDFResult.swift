/// What a test gave for a part.
public struct STDFResult: Hashable, Sendable {
  /// The number of the test.
  public var test: UInt32
  /// The value, for which the format has 32 bits; `nil` where none was measured.
  public var value: Float?
  /// Whether the part passed the test; `nil` where that isn't said.
  public var isPassed: Bool?

  /// Creates a result.
  public init(test: UInt32, value: Float?, isPassed: Bool?) {
    self.test = test
    self.value = value
    self.isPassed = isPassed
  }
}
