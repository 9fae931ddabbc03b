/// How the vapour of a film is made.
public enum DepositionTechnique: String, CaseIterable, Sendable {
  /// From a heated boat or crucible.
  case thermalEvaporation = "thermal-evaporation"
  /// From a crucible heated by an electron beam.
  case electronBeamEvaporation = "electron-beam-evaporation"
  /// From a target by ion bombardment.
  case sputtering
}
