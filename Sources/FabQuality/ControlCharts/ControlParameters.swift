/// The choices of a control chart.
public struct ControlParameters: Codable, Hashable, Sendable {
  /// The distance of the limits from the centre line, in standard deviations of the plotted points.
  public var width: Double
  /// The weight of the newest value in a weighted average.
  public var weight: Double
  /// The shift that a cumulative sum lets pass, in standard deviations: half of what it is to find.
  public var reference: Double
  /// The sum at which a cumulative sum signals, in standard deviations.
  public var decision: Double

  /// Creates parameters.
  ///
  /// > Source: Three standard deviations: W. A. Shewhart, *Economic Control of Quality of Manufactured Product*,
  /// > 1931. Weight 0.2 and the pair 0.5 and 5: D. C. Montgomery, *Introduction to Statistical Quality Control*,
  /// > 7th ed., Wiley 2013, chapter 9.
  public init(
    width: Double = 3,
    weight: Double = 0.2,
    reference: Double = 0.5,
    decision: Double = 5
  ) {
    self.width = width
    self.weight = weight
    self.reference = reference
    self.decision = decision
  }

  func check() throws(QualityError) {
    let isRight: [(String, Double, Bool, String)] = [
      ("width", width, width > 0 && width.isFinite, "above zero"),
      ("weight", weight, weight > 0 && weight <= 1, "above 0, at most 1"),
      ("reference", reference, reference >= 0 && reference.isFinite, "zero or more"),
      ("decision", decision, decision > 0 && decision.isFinite, "above zero"),
    ]
    for (name, value, holds, expected) in isRight where !holds {
      throw .outOfRange(parameter: name, found: value, expected: expected)
    }
  }
}
