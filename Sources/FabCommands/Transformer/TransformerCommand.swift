import ArgumentParser

/// `pcu-fab transformer`: networks on PCUs.
struct TransformerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transformer",
    abstract: "Train networks, say what it takes to run them on PCUs, and what it costs.",
    subcommands: [
      TransformerMapCommand.self, TransformerEnergyCommand.self, TransformerTrainCommand.self,
      TransformerEvaluateCommand.self, TransformerFineTuneCommand.self,
      TransformerAttentionCommand.self,
    ]
  )
}
