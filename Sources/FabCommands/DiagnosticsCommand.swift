import ArgumentParser
import FabDiagnostics
import FabWorkflow

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

  func validate() throws {
    let names = DiagnosticCode.allCases.map(\.rawValue)
    guard let code, !names.contains(code) else { return }
    throw ValidationError(
      "no message has the code '\(code)'\(NearMiss.question(for: code, among: names)); "
        + "'\(Tool.name) diagnostics' lists all"
    )
  }

  func run() throws {
    let console = output.console
    guard !page else {
      console.result(DiagnosticCode.page)
      return
    }
    guard let code else {
      let text = DiagnosticCode.allCases.map { "\($0.rawValue): \($0.meaning)" }
      console.result(
        output.json
          ? json(DiagnosticCode.allCases.map(Entry.init)) : text.joined(separator: "\n")
      )
      return
    }
    guard let found = DiagnosticCode(rawValue: code) else { return }
    console.result(
      output.json
        ? json(Entry(found)) : "\(found.rawValue): \(found.meaning)\n\(found.remedy)"
    )
  }

  private struct Entry: Encodable {
    let code: String
    let meaning: String
    let remedy: String

    init(_ code: DiagnosticCode) {
      self.code = code.rawValue
      meaning = code.meaning
      remedy = code.remedy
    }
  }

  private func json(_ value: some Encodable) -> String {
    String(decoding: JSONText.encode(value), as: UTF8.self)
  }
}
