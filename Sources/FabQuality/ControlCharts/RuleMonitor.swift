/// Watches a series point by point; runs go on through signals, as the handbook has it.
struct RuleMonitor {
  /// The limits in zones, from the centre line.
  private let lower: Double
  private let upper: Double
  private var recent: (Double, Double, Double, Double, Double) = (0, 0, 0, 0, 0)
  private var above = 0
  private var below = 0
  private var rising = 1
  private var falling = 1
  private var alternating = 1
  private var lastStep = 0.0
  private var within = 0
  private var beyond = 0
  private var count = 0

  init(lower: Double = -3, upper: Double = 3) {
    self.lower = lower
    self.upper = upper
  }

  /// Takes the next point, in zones from the centre line.
  mutating func add(_ zone: Double) {
    above = zone > 0 ? above + 1 : 0
    below = zone < 0 ? below + 1 : 0
    within = abs(zone) <= 1 ? within + 1 : 0
    beyond = abs(zone) > 1 ? beyond + 1 : 0
    if count > 0 {
      let step = zone - recent.0
      rising = step > 0 ? rising + 1 : 1
      falling = step < 0 ? falling + 1 : 1
      if step == 0 {
        alternating = 1
      } else {
        alternating = step * lastStep < 0 ? alternating + 1 : 2
      }
      lastStep = step
    }
    recent = (zone, recent.0, recent.1, recent.2, recent.3)
    count += 1
  }

  /// Tells whether the newest point completes a rule.
  func signals(_ rule: ControlRule) -> Bool {
    switch rule {
    case .beyondLimit: recent.0 > upper || recent.0 < lower
    case .nineOnOneSide: above >= 9 || below >= 9
    case .eightOnOneSide: above >= 8 || below >= 8
    case .sixTrending: rising >= 6 || falling >= 6
    case .fourteenAlternating: alternating >= 14
    case .twoOfThreeBeyondTwo: isCluster(of: 2, among: 3, beyond: 2)
    case .fourOfFiveBeyondOne: isCluster(of: 4, among: 5, beyond: 1)
    case .fifteenWithinOne: within >= 15
    case .eightBeyondOne: beyond >= 8
    }
  }

  /// The newest point is one of those beyond: otherwise the signal came with an earlier one.
  private func isCluster(of needed: Int, among window: Int, beyond zone: Double) -> Bool {
    guard abs(recent.0) > zone else { return false }
    let sign = recent.0 > 0 ? 1.0 : -1.0
    var found = 1
    found += sign * recent.1 > zone ? 1 : 0
    found += sign * recent.2 > zone ? 1 : 0
    if window > 3 {
      found += sign * recent.3 > zone ? 1 : 0
      found += sign * recent.4 > zone ? 1 : 0
    }
    return found >= needed
  }
}
