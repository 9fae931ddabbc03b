/// The usual numbers of sites on concentric rings.
public enum RingPlan: Int, CaseIterable, Hashable, Sendable {
  /// The centre and four on the rim.
  case five = 5
  /// The centre, four at half the radius, four on the rim.
  case nine = 9
  /// The centre, four at half the radius, eight on the rim.
  case thirteen = 13
  /// The centre, eight at half the radius, 16 on the rim.
  case twentyFive = 25
  /// The centre, eight, 16 and 24 at one, two and three thirds of the radius.
  case fortyNine = 49

  /// The number of sites of each ring, from the centre outwards.
  public var rings: [Int] {
    switch self {
    case .five: [1, 4]
    case .nine: [1, 4, 4]
    case .thirteen: [1, 4, 8]
    case .twentyFive: [1, 8, 16]
    case .fortyNine: [1, 8, 16, 24]
    }
  }
}
