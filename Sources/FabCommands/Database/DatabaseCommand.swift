import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab db`: the database as a file.
struct DatabaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db",
    abstract: "Make, check, back up, restore and bring up to date the lab's database.",
    discussion: """
      Lots, wafers, runs, measurements, bins and their history are kept in one SQLite file. Every change is one \
      transaction that is on the disk before the command ends; what fails changes nothing. Several processes may read at \
      once, writers take turns.
      """,
    subcommands: [Make.self, Check.self, Backup.self, Restore.self, Migrate.self, Stats.self]
  )

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: "Make an empty database."
    )
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in try DatabaseJobs.make(store.path) }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Look for damage: pages, references, audit, values, files.",
      discussion: "Exit status 1 if anything isn't what was once written."
    )
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in try DatabaseJobs.check(store.path) }
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy the database while it is in use, and check the copy.",
      discussion: "Note the head of the audit elsewhere: it proves later that nothing was cut off."
    )
    @Argument(help: "Where to. (default: beside the database, numbered)", completion: .file())
    var target: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try DatabaseJobs.backup(store.path, to: target)
      }
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: "Put a backup in the place of the database; the old one is kept beside it.",
      discussion: "The backup is checked first; if it isn't sound, nothing changes."
    )
    @Argument(help: "The backup.", completion: .file(extensions: ["sqlite"]))
    var backup: String
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try DatabaseJobs.restore(backup, to: store.path)
      }
    }
  }

  struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "migrate",
      abstract: "Bring the database to the version of this tool, after a backup."
    )
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in try DatabaseJobs.migrate(store.path) }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Count what the database has."
    )
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in try DatabaseJobs.statistics(store.path) }
    }
  }
}
