/// Where current enters or leaves a conductor piece.
public enum LineTerminal: Hashable, Sendable {
  /// A probe on a contact, by its index.
  case contact(Int)
  /// A device, by its index.
  case device(Int)
  /// A contact to a piece of another level, by its index among the joints.
  case joint(Int)
  /// A parasitic, by its index.
  case parasitic(Int)
}
