import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab wafer`: wafers one by one.
struct WaferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wafer",
    abstract: "Wafers, one by one.",
    subcommands: [Add.self, List.self, Rework.self, Scrap.self]
  )

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add wafers to a lot, with the layout that they carry."
    )
    @Argument(help: "Their names.") var codes: [String]
    @Option(help: "The lot.") var lot: String
    @Option(help: "A remark.") var note: String?
    @OptionGroup var carrier: CarrierOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        var job = try carrier.job(change.session)
        job.wafers = codes.map { carrier.wafer($0, lot: lot, slot: nil, note: note) }
        return try job.run()
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List wafers."
    )
    @Option(help: "Only of this lot.") var lot: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try EntryListJob<Wafer>(
          session: store.session,
          where: lot.map { ["lot": .text($0)] } ?? [:]
        )
        .run()
      }
    }
  }

  struct Rework: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rework",
      abstract: "Take a processed wafer back to the start."
    )
    @Argument(help: "The wafer.") var code: String
    @Option(help: "Why, and what was taken off.") var reason: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, moment) throws(DiagnosticError) in
          try writer.rework(wafer: code, reason: reason, at: moment)
          return StoreRemarks()
        }
      }
    }
  }

  struct Scrap: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scrap",
      abstract: "Take a wafer out for good."
    )
    @Argument(help: "The wafer.") var code: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, _) throws(DiagnosticError) in
          try writer.scrap(wafer: code, reason: reason)
          return StoreRemarks()
        }
      }
    }
  }
}
