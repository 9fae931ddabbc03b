/// A value with where it comes from, or the fact that nobody stated it.
///
/// An unspecified value is neither zero nor absent: it's known to be missing. An assumption of ours may
/// stand beside it; whatever is computed with one says so.
public enum Stated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// A value; `source` says who stated it.
  case stated(Value, source: String?)
  /// Nobody stated the value; `assumed` is our own, and `because` says why it's missing or assumed.
  case unspecified(assumed: Value?, because: String)

  /// The stated value, or else the assumed one.
  public var value: Value? {
    switch self {
    case .stated(let value, _): value
    case .unspecified(let assumed, _): assumed
    }
  }

  /// Whether nobody stated the value, so that ``value`` is our assumption or `nil`.
  public var isUnspecified: Bool {
    switch self {
    case .stated: false
    case .unspecified: true
    }
  }

  /// Whether ``value`` is an assumption of ours.
  public var isAssumption: Bool { isUnspecified && value != nil }
}
