import ArgumentParser

/// `pcu-fab measure`: values of wafers.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measured values of wafers: import, evaluate, list.",
    subcommands: [
      MeasureImportCommand.self, MeasureCharacteristicCommand.self, MeasureListCommand.self,
      MeasureGenerateCommand.self,
      MeasureUniformityCommand.self, MeasureMapCommand.self, MeasurePlanCommand.self,
    ]
  )
}
