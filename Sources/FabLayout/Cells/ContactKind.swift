/// What a contact connects to.
public enum ContactKind: String, CaseIterable, Sendable {
  /// A word line.
  case wordLine = "WL"
  /// A bit line.
  case bitLine = "BL"
  /// Configure line 1: the N2 island.
  case configure1 = "CL1"
  /// Configure line 2: the common cathode N1.
  case configure2 = "CL2"
  /// The bottom conductor of a single device.
  case bottom = "P"
  /// The top conductor of a single device.
  case top = "N"
}
