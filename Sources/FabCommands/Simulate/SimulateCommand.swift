import ArgumentParser

/// `pcu-fab simulate`: what devices and circuits do, computed from their models.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate devices and circuits, and fit their models to measurements.",
    subcommands: [
      SimulateOperatorsCommand.self, SimulateModesCommand.self, SimulateCalibrateCommand.self,
      SimulateCrossbarCommand.self,
      SimulateIVCommand.self, SimulateProgramCommand.self,
    ]
  )
}
