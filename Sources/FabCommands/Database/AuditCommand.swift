import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab audit`: who changed what, and whether that record is whole.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Say who changed what, and whether that record is whole.",
    subcommands: [Verify.self, List.self]
  )

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Follow the chain of hashes through the audit.",
      discussion: "Exit status 1 if an entry was altered, replaced or deleted."
    )
    @Option(help: "A head that was noted before and must still be in the chain.")
    var head: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try AuditJobs.verify(store.path, head: head)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List changes, of everything or of one thing."
    )
    @Option(help: "Only of this kind, for instance wafer or material-lot.")
    var entity: String?
    @Option(help: "Only of the thing with this name.")
    var name: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try AuditJobs.list(store.path, entity: entity, name: name)
      }
    }
  }
}
