import ArgumentParser

/// `pcu-fab measure`: values of wafers.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measured values of wafers: import, evaluate, list.",
    subcommands: [
      MeasureImportCommand.self, MeasureCharacteristicCommand.self, MeasureListCommand.self,
      MeasureShowCommand.self, MeasureEdgeCommand.self, MeasurePeakCommand.self,
      MeasureClaimCommand.self, MeasureGenerateCommand.self, MeasureUniformityCommand.self,
      MeasureMapCommand.self, MeasurePlanCommand.self,
    ]
  )
}
