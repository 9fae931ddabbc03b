import Foundation

/// A learning rate that rises linearly, then falls along half a cosine.
///
/// > Source: I. Loshchilov, F. Hutter, *SGDR: stochastic gradient descent with warm restarts*, ICLR 2017,
/// > equation (5), without restarts.
public struct LearningRateSchedule: Hashable, Sendable {
  /// The highest rate.
  public var peak: Double
  /// The steps of the rise; step 0 has `peak / warmUpSteps`.
  public var warmUpSteps: Int
  /// The step at which the rate reaches the floor; nil keeps the peak.
  public var totalSteps: Int?
  /// The rate at the end.
  public var floor: Double

  /// Creates a schedule.
  ///
  /// - Parameters:
  ///   - peak: The highest rate.
  ///   - warmUpSteps: The steps of the rise.
  ///   - totalSteps: The step at which the rate reaches the floor; nil keeps the peak.
  ///   - floor: The rate at the end.
  public init(peak: Double, warmUpSteps: Int = 0, totalSteps: Int? = nil, floor: Double = 0) {
    self.peak = peak
    self.warmUpSteps = warmUpSteps
    self.totalSteps = totalSteps
    self.floor = floor
  }

  /// Returns the rate of a step, from 0.
  public func rate(at step: Int) -> Double {
    if step < warmUpSteps { return peak * Double(step + 1) / Double(warmUpSteps) }
    guard let totalSteps else { return peak }
    let span = Double(max(totalSteps - warmUpSteps, 1))
    let share = min(1, Double(step - warmUpSteps) / span)
    return floor + (peak - floor) * 0.5 * (1 + cos(Double.pi * share))
  }
}
