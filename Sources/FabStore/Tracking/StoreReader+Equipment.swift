public import FabDiagnostics

extension StoreReader {
  /// What an instrument does at a moment, if anybody said.
  public func equipmentState(
    _ code: String,
    at moment: UTCTime
  ) throws(DiagnosticError) -> EquipmentState? {
    try all(EquipmentState.self, where: ["equipment": .text(code)])
      .last { $0.fromAt <= moment }
  }

  /// The calibration that holds at a moment: one for the material before one for all.
  public func calibration(
    _ equipment: String,
    kind: String,
    material: String,
    at moment: UTCTime
  ) throws(DiagnosticError) -> Calibration? {
    let valid = try all(
      Calibration.self,
      where: ["equipment": .text(equipment), "kind": .text(kind)]
    )
    .filter { $0.validFrom <= moment }
    return valid.last { $0.material == material } ?? valid.last { $0.material.isEmpty }
  }
}
