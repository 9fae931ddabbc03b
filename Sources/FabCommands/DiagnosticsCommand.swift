import ArgumentParser
import FabDiagnostics

/// `pcu-fab diagnostics`: what the messages mean.
struct DiagnosticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnostics",
    abstract: "Explain the messages of this tool by their code, for instance 'unknown-key'."
  )

  @Argument(help: "The code in brackets at the end of a message; all codes if left out.")
  var code: String?

  @Flag(help: "Print the page Documentation/Diagnostics.md.")
  var page = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console
    guard !page else {
      console.result(DiagnosticCode.page)
      return
    }
    guard let code else {
      console.result(
        DiagnosticCode.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "\n")
      )
      return
    }
    guard let found = DiagnosticCode(rawValue: code) else {
      let names = DiagnosticCode.allCases.map(\.rawValue)
      throw ValidationError(
        "no message has the code '\(code)'\(NearMiss.question(for: code, among: names))"
      )
    }
    console.result("\(found.rawValue): \(found.meaning)\n\(found.remedy)")
  }
}
