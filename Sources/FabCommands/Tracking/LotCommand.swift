import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab lot`: wafers that travel together.
struct LotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lot",
    abstract: "Lots: wafers that travel together.",
    subcommands: [Add.self, List.self, Show.self, Split.self, Merge.self]
  )

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a lot, with --wafers also its wafers.",
      discussion: """
        Wafers are called LOT-01, LOT-02 and so on, and carry the layout of the floor plan and recipe.

        Example: pcu-fab lot add L1 --wafers 5
        """
    )
    @Argument(help: "Its name.") var code: String
    @Option(help: "What it is for.") var title: String?
    @Option(help: "A remark.") var note: String?
    @Option(help: "How many wafers it has.") var wafers: Int?
    @OptionGroup var carrier: CarrierOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...99).contains(wafers ?? 1) else {
        throw ValidationError("a lot has 1 to 99 wafers")
      }
      guard wafers != nil || carrier.isUnset else {
        throw ValidationError("without --wafers a lot has no layout or substrate")
      }
    }

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        var job = try carrier.job(change.session)
        job.lot = Lot(code: code, title: title, state: "open", note: note)
        job.wafers = (0..<(wafers ?? 0))
          .map { index in
            let number = index + 1
            return carrier.wafer(
              "\(code)-\(number < 10 ? "0" : "")\(number)",
              lot: code,
              slot: number
            )
          }
        return try job.run()
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List lots.")
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try EntryListJob<Lot>(session: store.session).run()
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "List the wafers of a lot."
    )
    @Argument(help: "The lot.") var code: String
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        _ = try store.session.read { (reader) throws(DiagnosticError) in
          try reader.named(Lot.self, code)
        }
        return try EntryListJob<Wafer>(session: store.session, where: ["lot": .text(code)]).run()
      }
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Move some wafers of a lot into a new one."
    )
    @Argument(help: "The lot.") var code: String
    @Argument(help: "The wafers that leave it.") var wafers: [String]
    @Option(help: "The name of the new lot.") var into: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, moment) throws(DiagnosticError) in
          try writer.split(lot: code, into: into, wafers: wafers, reason: reason, at: moment)
          return StoreRemarks()
        }
      }
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Bring the wafers of lots together in a new one; the old lots are closed."
    )
    @Argument(help: "The lots.") var codes: [String]
    @Option(help: "The name of the new lot.") var into: String
    @Option(help: "Why.") var reason: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try change.session.change { (writer, moment) throws(DiagnosticError) in
          try writer.merge(lots: codes, into: into, reason: reason, at: moment)
          return StoreRemarks()
        }
      }
    }
  }
}
