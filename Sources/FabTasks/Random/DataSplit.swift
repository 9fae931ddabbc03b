/// The part of a data set that a sample belongs to; no scene belongs to two.
public enum DataSplit: Int, Hashable, Sendable, CaseIterable {
  /// For fitting weights.
  case train
  /// For choosing what to keep.
  case validation
  /// For the figure that is reported.
  case test

  /// The name as in folders of data sets.
  public var name: String {
    switch self {
    case .train: "train"
    case .validation: "val"
    case .test: "test"
    }
  }

  /// Tells whether the content of a hash belongs to this part: three quarters train, an eighth each of the others.
  func owns(_ hash: UInt64) -> Bool {
    switch hash >> 61 {
    case 6: self == .validation
    case 7: self == .test
    default: self == .train
    }
  }
}
