/// The kinds of entries.
public enum StoreEntries {
  /// Those whose every row stands in the audit.
  public static let audited: [any StoreEntry.Type] = [
    Material.self, MaterialLot.self, Equipment.self, EquipmentState.self, Calibration.self,
    RecipeVersion.self, LayoutVersion.self, Lot.self, Wafer.self, Genealogy.self, Hold.self,
    Run.self, RunWafer.self, RunStep.self, MaterialUse.self, ImportRecord.self, Attachment.self,
    Characteristic.self, Specification.self, ControlLimitsEntry.self, ControlEvent.self,
    BinRuleset.self, BinPass.self, Verification.self,
  ]
}
