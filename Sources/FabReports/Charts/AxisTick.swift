/// A mark on an axis.
struct AxisTick: Hashable {
  /// Where it stands.
  var value: Double
  /// What stands beside it; empty for a minor mark.
  var label: String

  var isMajor: Bool { !label.isEmpty }
}
