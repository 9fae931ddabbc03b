/// The value of a source over time: straight lines between corners, jumps where two have the same time.
public struct SourceWaveform: Hashable, Sendable {
  /// A corner.
  public struct Corner: Hashable, Sendable {
    /// Time from the start, in second.
    public let time: Double
    /// The value from there on, in volt or ampere.
    public let value: Double

    /// Creates a corner.
    public init(time: Double, value: Double) {
      self.time = time
      self.value = value
    }
  }

  /// The corners, their times not descending; before the first and after the last the value stays.
  public let corners: [Corner]

  /// Creates a waveform.
  ///
  /// - Precondition: There is a corner; times are finite and don't descend.
  public init(_ corners: [Corner]) {
    precondition(!corners.isEmpty, "a waveform has a corner")
    let isSorted = zip(corners, corners.dropFirst()).allSatisfy { $0.time <= $1.time }
    precondition(
      isSorted && corners.allSatisfy { $0.time.isFinite },
      "the corners of a waveform are finite and don't go back in time"
    )
    self.corners = corners
  }

  /// Returns the value at an instant; right after a jump where it jumps there, before it with `isBefore`.
  public func value(at time: Double, isBefore: Bool = false) -> Double {
    // The first corner that lies behind the instant; at an instant with a jump that depends on the side.
    let next = corners.firstIndex { isBefore ? $0.time >= time : $0.time > time }
    guard let next else { return corners[corners.count - 1].value }
    guard next > 0 else { return corners[next].value }
    let (one, two) = (corners[next - 1], corners[next])
    let share = (time - one.time) / (two.time - one.time)
    return one.value * (1 - share) + two.value * share
  }
}
