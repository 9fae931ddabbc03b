import ArgumentParser
import FabDiagnostics
import FabStore
import FabUnits
import FabWorkflow

/// `pcu-fab run`: recipes carried out.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs: a recipe carried out on wafers, planned against actual.",
    subcommands: [
      Start.self, RunStepCommand.self, RunPlanCommand.self, RunAttachCommand.self, Finish.self,
      Abort.self, Show.self, List.self, RunSheetCommand.self,
    ]
  )

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Start a run on the wafers of a lot, or on some wafers."
    )
    @Argument(help: "Its name.") var code: String
    @Option(help: "The chamber.") var equipment: String
    @Option(help: "All wafers of this lot.") var lot: String?
    @Option(parsing: .upToNextOption, help: "These wafers, in the order of their slots.")
    var wafers: [String] = []
    @Option(help: "A remark.") var note: String?
    @OptionGroup var recipe: RecipeOption
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (lot != nil) != !wafers.isEmpty else {
        throw ValidationError("say --lot or --wafers")
      }
    }

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        var job = RunStartJob(
          session: change.session,
          code: code,
          equipment: equipment,
          recipe: try recipe.path()
        )
        job.lot = lot
        job.wafers = wafers
        job.note = note
        return try job.run()
      }
    }
  }

  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "finish",
      abstract: "End a run; its wafers count as processed."
    )
    @Argument(help: "The run.") var code: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try RunEndJob(session: change.session, code: code).run()
      }
    }
  }

  struct Abort: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "abort",
      abstract: "Break a run off; its wafers are put on hold."
    )
    @Argument(help: "The run.") var code: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try RunEndJob(session: change.session, code: code, reason: reason).run()
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show planned against actual, step by step."
    )
    @Argument(help: "The run.") var code: String
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try RunShowJob(session: store.session, code: code).run()
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List runs.")
    @OptionGroup var store: StoreOption
    @OptionGroup var output: OutputOptions

    func run() throws {
      try output.print { () throws(DiagnosticError) in
        try EntryListJob<Run>(session: store.session).run()
      }
    }
  }
}
