import ArgumentParser
import FabWorkflow

/// The database that a command asks.
struct StoreOption: ParsableArguments {
  @Option(
    help: "The database. (default: the environment variable PCU_FAB_DB, or pcu-fab.sqlite here)",
    completion: .file(extensions: ["sqlite"])
  )
  var db: String?

  var path: String { LabClock.database(db) }
  var session: StoreSession { StoreSession(database: db) }
}
