import FabQuality

/// A bin as pictures show it: its code, name and quality.
public struct WaferBin: Hashable, Sendable {
  /// Whether devices of a bin pass.
  public enum Quality: String, Hashable, Sendable, CaseIterable {
    /// They pass.
    case pass
    /// They fail.
    case fail
    /// They weren't judged.
    case skip
  }

  /// The name of the whole PCU among components.
  public static let unit = BinSubject.unit.rawValue

  /// The components that have it; empty for all.
  public var components: [String]
  /// The code.
  public var code: Int
  /// The name.
  public var name: String
  /// Whether its devices pass.
  public var quality: Quality

  /// Creates a bin.
  public init(components: [String] = [], code: Int, name: String, quality: Quality) {
    self.components = components
    self.code = code
    self.name = name
    self.quality = quality
  }

  /// Whether it is the same bin, if perhaps of another component.
  func isSame(as other: WaferBin) -> Bool {
    (code, name, quality) == (other.code, other.name, other.quality)
  }

  /// Whether whole PCUs have it.
  var isOfUnit: Bool { components.isEmpty || components.contains(Self.unit) }

  /// The code and name, with the components that alone have it.
  var text: String {
    "\(code) \(name)" + (isOfUnit ? "" : " (\(components.joined(separator: ", ")))")
  }
}
