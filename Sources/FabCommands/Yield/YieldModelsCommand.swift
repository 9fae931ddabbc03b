import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab yield models`: defect densities.
struct YieldModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Fit defect densities by Poisson, Murphy, Seeds (both) and the negative binomial.",
    discussion: """
      One yield gives every model a density of its own; they differ in what they say of larger areas, such as arrays of \
      nine. The clustering alpha follows from components of different areas.
      Example: pcu-fab yield models --lot L1
      """
  )
  @Option(help: "What is counted: D1, D2, M1, M2 or PCU.") var component = "PCU"
  @Option(
    help: "The area that a defect must hit: device (where electrodes overlap) or cell.",
    transform: choice
  )
  var area = YieldModelsJob.AreaKind.device
  @Option(help: "The clustering of the negative binomial model. (default: fitted)")
  var alpha: Double?
  @Option(
    help: "The floor plan of the wafers. (default: found among those of the tool)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?
  @OptionGroup var options: YieldOptions

  func validate() throws {
    if let alpha, !(alpha > 0 && alpha.isFinite) {
      throw ValidationError("--alpha \(alpha) isn't above zero")
    }
  }

  func run() throws {
    try options.output.print { () throws(DiagnosticError) in
      var job = YieldModelsJob(
        session: options.store.session,
        selection: options.selection,
        files: options.files.choice,
        shared: .ofTool
      )
      job.component = component
      job.area = area
      job.alpha = alpha
      job.floorPlan = floorPlan
      return try job.run()
    }
  }
}
