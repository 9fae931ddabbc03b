public import FabNumerics

/// Good units among those tested; units that weren't judged stand apart.
public struct YieldCount: Hashable, Sendable {
  /// The good units.
  public var good: Int
  /// The good and the bad units.
  public var tested: Int
  /// The units that weren't judged; not in the denominator.
  public var skipped: Int

  /// Creates a count.
  public init(good: Int = 0, tested: Int = 0, skipped: Int = 0) {
    self.good = good
    self.tested = tested
    self.skipped = skipped
  }

  /// Counts one subject of units.
  public init(of subject: BinSubject, in units: some Sequence<YieldUnit>) {
    self.init()
    for unit in units {
      switch unit.isGood(subject) {
      case true?:
        good += 1
        tested += 1
      case false?: tested += 1
      case nil: skipped += 1
      }
    }
  }

  /// The share of good units; `nil` where none was tested.
  public var share: Double? { tested > 0 ? Double(good) / Double(tested) : nil }

  /// Returns Wilson's interval of the share; `nil` where none was tested.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  public func interval(level: Double = 0.95) -> ProportionInterval? {
    ProportionInterval(successes: good, trials: tested, level: level)
  }
}
