import ArgumentParser

/// `pcu-fab spc`: statistical process control.
struct SpcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spc",
    abstract: "Control charts, capability and gauge studies of what was measured.",
    discussion: """
      Freeze limits from a baseline of at least 20 sets in control, check after every measurement, and record cause and \
      action of what is out of control.
      """,
    subcommands: [
      SpcFreezeCommand.self, SpcCheckCommand.self, SpcChartCommand.self, SpcEventsCommand.self,
      SpcAcknowledgeCommand.self, SpcCapabilityCommand.self, SpcGaugeCommand.self,
      SpcRulesCommand.self,
    ]
  )
}
