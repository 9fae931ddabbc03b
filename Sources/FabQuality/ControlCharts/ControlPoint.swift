/// One plotted point of a control chart.
public struct ControlPoint: Hashable, Sendable {
  /// The index of the value or subgroup that the point belongs to.
  public let index: Int
  /// The plotted figure; of a cumulative sum, the larger of the two sums, that below the target negative.
  public let value: Double
  /// The lower limit here; `nil` where there is none.
  public let lower: Double?
  /// The upper limit here.
  public let upper: Double
  /// The name of the phase that the point belongs to.
  public let phase: String
}
