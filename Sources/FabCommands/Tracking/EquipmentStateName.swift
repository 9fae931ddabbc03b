import ArgumentParser

/// The states of equipment in SEMI E10.
enum EquipmentStateName: String, CaseIterable, ExpressibleByArgument {
  case productive = "PRD"
  case standby = "SBY"
  case engineering = "ENG"
  case scheduledDown = "SDT"
  case unscheduledDown = "UDT"
  case nonScheduled = "NST"
}
