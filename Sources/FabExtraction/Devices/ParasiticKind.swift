/// What an overlap is that no component of the recipe has the stack of.
public enum ParasiticKind: String, CaseIterable, Sendable {
  /// Nothing lies between the conductors, which end there: they are one net.
  case short
  /// One conductor passes over the other without the insulator of a crossing.
  case uninsulatedCrossing = "uninsulated-crossing"
  /// Films lie between, but not those of any component.
  case unknownStack = "unknown-stack"
}
