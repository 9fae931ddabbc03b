/// Something in a pair of pictures: the target, or what may be taken for it.
public struct TrackedThing: Hashable, Sendable {
  /// Why it's there.
  public enum Role: Int, Hashable, Sendable, CaseIterable {
    /// What the template shows.
    case target
    /// Looks like the target in the visible picture, has another temperature.
    case visibleTwin
    /// Is as warm as the target, has other colours.
    case thermalTwin
    /// Differs in both.
    case stranger
  }

  /// Why it's there.
  public internal(set) var role: Role
  /// Where it is, in pixels of the search region.
  public internal(set) var box: BoundingBox
  /// Whether it's an ellipse instead of a box.
  public internal(set) var isRound: Bool
  /// The two colours of its stripes.
  var colors: (first: Int, second: Int) {
    get { (Int(packed & 15), Int(packed >> 4)) }
    set { packed = UInt8(newValue.first) | UInt8(newValue.second) << 4 }
  }
  /// The direction of its stripes: 0 across, 1 down, 2 both (checks).
  var pattern: Int
  /// How much warmer than its surroundings it is, negative for colder; 1 is the whole range of the picture.
  public internal(set) var contrast: Float
  /// The factor on its brightness in the visible picture.
  var brightness: Float

  private var packed: UInt8 = 0

  init(role: Role) {
    self.role = role
    box = BoundingBox(x: 0, y: 0, width: 0, height: 0)
    isRound = false
    pattern = 0
    contrast = 0
    brightness = 1
  }
}
