/// The instrument lines on the rows of the switch matrix, in the order of the rows.
enum SwitchLine: Int, CaseIterable {
  /// Channel A of the source-measure unit.
  case sourceA = 1
  /// Channel B of the source-measure unit.
  case sourceB = 2
  /// A third source, for vector products of three inputs.
  case sourceC = 3
  /// The common low, which takes the current of bit lines at zero volts.
  case low = 4

  /// The name.
  var name: String {
    switch self {
    case .sourceA: "SMU-A"
    case .sourceB: "SMU-B"
    case .sourceC: "SOURCE-C"
    case .low: "LOW"
    }
  }
}
