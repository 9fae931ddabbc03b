import ArgumentParser
import FabWorkflow

/// Options of every command that changes the database.
struct ChangeOptions: ParsableArguments {
  @OptionGroup var store: StoreOption

  @Option(
    name: .customLong("operator"),
    help: "Who did it. (default: the environment variable PCU_FAB_OPERATOR, or the account)"
  )
  var actor: String?

  @Option(
    help: "When it happened, such as 2026-11-24T10:15 or 2026-11-24T10:15+01:00. (default: now)"
  )
  var at: String?

  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  var session: StoreSession {
    StoreSession(database: store.db, actor: actor, moment: at, isRehearsal: dryRun)
  }
}
