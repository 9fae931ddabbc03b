/// Where the wafer is during a step.
///
/// A change away from the deposition vacuum and back breaks the vacuum.
public enum Surroundings: String, CaseIterable, Sendable {
  /// The evaporation chamber, pumped.
  case depositionVacuum = "deposition-vacuum"
  /// Another vessel, for instance a vacuum oven or a plasma cleaner; the way there leads through air.
  case otherVessel = "other-vessel"
  /// A box filled with nitrogen or argon.
  case inertGas = "inert-gas"
  /// The air of the room.
  case air
}
