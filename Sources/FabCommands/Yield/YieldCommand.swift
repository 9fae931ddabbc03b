import ArgumentParser

/// `pcu-fab yield`: bins and yields.
struct YieldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yield",
    abstract: "Sort devices into bins, and say how many are good, and where.",
    subcommands: [
      YieldBinCommand.self, YieldImportCommand.self, YieldShowCommand.self,
      YieldParetoCommand.self, YieldJointCommand.self, YieldPatternCommand.self,
      YieldModelsCommand.self,
    ]
  )
}
