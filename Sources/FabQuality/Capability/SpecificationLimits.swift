/// What a characteristic must lie within; one of the two limits may be absent.
public struct SpecificationLimits: Codable, Hashable, Sendable {
  /// The lower limit.
  public let lower: Double?
  /// The upper limit.
  public let upper: Double?

  /// Creates limits.
  ///
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)`` for two limits out of order or a limit that isn't
  ///   finite, ``QualityError/tooFew(found:needed:)`` for none at all.
  public init(lower: Double? = nil, upper: Double? = nil) throws(QualityError) {
    if let lower, !lower.isFinite {
      throw .outOfRange(parameter: "lower limit", found: lower, expected: "a finite number")
    }
    if let upper, !upper.isFinite {
      throw .outOfRange(parameter: "upper limit", found: upper, expected: "a finite number")
    }
    if let lower, let upper, !(lower < upper) {
      throw .outOfRange(parameter: "upper limit", found: upper, expected: "above \(lower)")
    }
    guard lower != nil || upper != nil else { throw .tooFew(found: 0, needed: 1) }
    self.lower = lower
    self.upper = upper
  }

  /// The width of the tolerance; `nil` for one-sided limits.
  public var tolerance: Double? {
    guard let lower, let upper else { return nil }
    return upper - lower
  }
}
