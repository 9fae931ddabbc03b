import FabDiagnostics
import FabExtraction
import FabGeometry
import FabLayout
import FabOperators
import FabReports

/// The files that a verification writes: report, pictures, switch plan, probe list.
struct VerifyFiles {
  let report: VerifyReport
  let studies: [OperatorStudy]
  let layout: LayoutUnderTest
  let messages: [Diagnostic]

  /// The name of the report that tells such a folder from others.
  static let reportName = "verify.json"

  /// Writes the folder; files that others put there stay.
  ///
  /// - Returns: A line for people.
  /// - Throws: A ``DiagnosticError``; nothing has changed then.
  func write(to path: String, replaces: Bool) throws(DiagnosticError) -> String {
    let folder = OutputFolder(path: OutputPath(path).path)
    let existing = try folder.existingNames() ?? []
    let files = files
    let names = Set(files.map(\.name))
    guard existing.isEmpty || replaces || existing.contains(Self.reportName) else {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(path),
          "the folder holds something else than a verification",
          fixes: ["choose another folder with --out, or add --force"]
        )
      )
    }
    try folder.replace(with: files, keeping: existing.filter { !names.contains($0) })
    return "wrote \(files.count) files to \(path); look at \(path)/verify.html\n"
  }

  /// All files.
  private var files: [OutputFile] {
    let pages = studies.map { study in
      OutputFile(
        name: "\(study.name.rawValue).svg",
        bytes: ChartPage(
          title: "\(study.name.rawValue) on \(report.layout)",
          subtitles: ["recipe \(report.recipeHash.prefix(12)), seed \(report.seed)"],
          rows: [OperatorPicture(study).panels]
        )
        .svg()
      )
    }
    return [
      OutputFile(name: Self.reportName, bytes: JSONText.encode(report)),
      OutputFile(name: "verify.html", bytes: page),
      OutputFile(name: "switch-plan.csv", bytes: Array(switchPlan.utf8)),
      OutputFile(name: "probes.csv", bytes: Array(probes.utf8)),
    ] + pages
  }

  private var page: [UInt8] {
    VerifyPage(report: report, studies: studies, messages: messages).html()
  }

  private var switchPlan: String {
    var text = "operator,step,purpose,drive,channel,line,contact\n"
    for step in report.switchPlan {
      for closure in step.closures {
        text +=
          "\(step.operation),\(step.number),\"\(step.purpose)\",\"\(step.drive)\","
          + "\(closure.channel),\(closure.line),\(closure.contact)\n"
      }
    }
    return text
  }

  private var probes: String {
    let wafer = layout.extracted
    var text = "contact,kind,xMm,yMm,net\n"
    for (index, contact) in wafer.contacts.enumerated() {
      let x = LayoutText.decimals(Double(contact.position.x) / 1e6, 3)
      let y = LayoutText.decimals(Double(contact.position.y) / 1e6, 3)
      let net = wafer.netsOfContacts[index].map { wafer.name(ofNet: $0) } ?? "none"
      text += "\(contact.name),\(contact.kind.rawValue),\(x),\(y),\(net)\n"
    }
    return text
  }
}
