/// Whose constants turn numbers of a network into voltages of a unit and its currents back into numbers.
public enum CurveCalibration: String, Hashable, Sendable, CaseIterable, Codable {
  /// Each unit's own, from the function fitted to its curve: a network takes them up in its weights, unit by unit.
  case unit
  /// Those of the nominal unit for all: what units differ by shows in full.
  case common
}
