import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// `pcu-fab measure characteristic`: what is measured, and what values are accepted.
struct MeasureCharacteristicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "characteristic",
    abstract: "Add something that is measured, or say what values of it are accepted.",
    discussion: """
      --lower, --target and --upper make a new version of its specification.

      Example: pcu-fab measure characteristic filmThickness --target 495 --lower 460 --upper 530 --source 'process window'
      """
  )

  @Argument(help: "Its name.") var code: String
  @Option(help: "The unit of its values, for a new one.") var unit: String?
  @Option(help: "Its name for people.") var title: String?
  @Option(help: "The method with its parameters, for a new one.") var method: String?
  @Option(parsing: .unconditional, help: "The lowest value that is accepted.") var lower: Double?
  @Option(parsing: .unconditional, help: "The best value.") var target: Double?
  @Option(parsing: .unconditional, help: "The highest value that is accepted.") var upper: Double?
  @Option(help: "Who decided that, or where it stands.") var source: String?
  @OptionGroup var change: ChangeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let hasSpecification = lower != nil || target != nil || upper != nil
    guard !hasSpecification || (lower != nil || upper != nil) else {
      throw ValidationError("a target needs --lower or --upper")
    }
    guard hasSpecification == (source != nil) else {
      throw ValidationError("--source says where --lower, --target and --upper come from")
    }
    if let lower, let upper, lower >= upper {
      throw ValidationError("--lower \(lower) is below --upper \(upper)")
    }
    for value in [lower, target, upper].compactMap(\.self) where !value.isFinite {
      throw ValidationError("limits are finite numbers")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = CharacteristicJob(session: change.session, code: code)
      job.unit = unit
      job.title = title
      job.method = method
      job.limits = (lower, target, upper)
      job.source = source
      return try job.run()
    }
  }
}
