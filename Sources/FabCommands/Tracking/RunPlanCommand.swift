import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab run plan`: an evaporation plan as the steps of a run.
struct RunPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Record the films of an evaporation plan with NOMAD's headings as steps of a run.",
    discussion: """
      Takes what 'pcu-fab export nomad' writes, and plans of other labs: a row a film, in the order of the recipe. Rows that \
      say no more than the recipe are steps that weren't done. The file is kept with the run.
      """
  )

  @Argument(help: "The run.") var code: String
  @Argument(help: "The plan.", completion: .file(extensions: ["csv"])) var file: String
  @Option(
    help:
      "The unit of the plan's pressures: \(PlanImportJob.unitNames.joined(separator: ", ")). (default: as its notes say)"
  )
  var pressureUnit: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let pressureUnit, !PlanImportJob.unitNames.contains(pressureUnit) {
      throw ValidationError(
        "no unit '\(pressureUnit)' of pressures; write \(PlanImportJob.unitNames.joined(separator: ", "))"
      )
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = PlanImportJob(session: change.session, code: code, file: file)
      job.pressureUnit = pressureUnit
      return try job.run()
    }
  }
}
