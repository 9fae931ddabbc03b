/// What a stack of films between two conductors is meant to be.
public enum ComponentKind: String, CaseIterable, Sendable {
  /// A rectifying junction.
  case diode
  /// A memristor with continuously adjustable conductance.
  case multistateMemristor = "multistate-memristor"
  /// A memristor with two states.
  case binaryMemristor = "binary-memristor"
  /// Two conductors that cross without touching.
  case insulatedCrossing = "insulated-crossing"
  /// Two conductors that touch on purpose.
  case contact
  /// Any other two-terminal device.
  case device
}
