/// What can be put on hold.
public enum HeldEntity: String, CaseIterable, Sendable {
  case lot
  case wafer
  case run
  case materialLot = "material-lot"
  case equipment
}
