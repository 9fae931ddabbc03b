import ArgumentParser

/// `pcu-fab transformer`: networks on PCUs.
struct TransformerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transformer",
    abstract: "Say what it takes to run a Transformer on PCUs, and what it costs.",
    subcommands: [TransformerMapCommand.self, TransformerEnergyCommand.self]
  )
}
