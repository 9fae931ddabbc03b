public import FabDiagnostics
import FabGeometry
import FabHash
import FabLayout
import FabRecipe

/// Runs the main job: recipe and floor plan to a checked, exported set of masks.
public struct LayoutRun {
  /// What a run gives.
  public struct Result: Sendable {
    /// Messages for standard error.
    public var messages: [Diagnostic]
    /// The report for `--json`.
    public var report: LayoutReport
    /// The report for people.
    public var text: String
    /// Whether no rule had findings.
    public var isClean: Bool
  }

  private let request: LayoutRequest
  private let files: SharedFiles

  /// Creates a run.
  public init(request: LayoutRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Does the job.
  ///
  /// - Returns: The report; findings of design rules are part of it.
  /// - Throws: A ``DiagnosticError``; nothing was written then.
  public func run() throws(DiagnosticError) -> Result {
    let recipe = try LoadedRecipe(path: request.recipe)
    let source = FloorPlanSource(request: request, files: files, flow: recipe.flow)
    let (plan, origin, notes) = try source.plan()
    let planHash = ContentHash(of: plan.canonicalJSON)
    let wafer = try plan.layout(
      flow: recipe.flow,
      recipeName: recipe.path,
      stamps: SheetStamps(
        recipeHash: recipe.hash.hexadecimal,
        floorPlanHash: planHash.hexadecimal
      )
    )
    let geometry = try MaskGeometry(wafer: wafer)
    let results = DesignRules.check(geometry.ruleContext)
    let findings = results.reduce(0) { $0 + $1.verdict.findings.count }

    let folder = request.out.map { OutputPath($0).path } ?? "Masks/\(plan.name)"
    let export = try MaskSetExport(
      wafer: wafer,
      geometry: geometry,
      request: request,
      recipe: recipe,
      planHash: planHash
    )
    let isReleased = findings == 0 || request.allowsFindings
    let files = isReleased ? try export.verifiedFiles() : []
    let composer = LayoutReportComposer(
      wafer: wafer,
      geometry: geometry,
      recipe: recipe,
      planHash: planHash,
      layoutHash: export.layoutHash
    )
    let report = composer.report(rules: results, files: files)

    var messages = recipe.warnings + notes + RuleMessages.diagnostics(for: results)
    var kept = 0
    if isReleased {
      let manifest = OutputFile(
        name: MaskSetWriter.manifestName,
        bytes: JSONText.encode(report)
      )
      kept = try MaskSetWriter(path: folder, force: request.force)
        .write(files + [manifest], layoutName: plan.name)
    } else {
      messages += refusal(findings, export.findingsPicture(results), beside: folder)
    }
    let text = LayoutText(
      report: report,
      origin: origin,
      folder: isReleased ? folder : nil,
      keptFiles: kept,
      justified: recipe.justifiedWarnings
    )
    return Result(
      messages: messages,
      report: report,
      text: text.description,
      isClean: findings == 0
    )
  }

  /// Writes the picture of the findings and says that there are no masks.
  private func refusal(
    _ findings: Int,
    _ picture: OutputFile,
    beside folder: String
  ) -> [Diagnostic] {
    var messages: [Diagnostic] = []
    var note = "they are marked in \(folder).findings/\(picture.name)"
    do throws(DiagnosticError) {
      let target = OutputFolder(path: folder + ".findings")
      let others = try target.existingNames()?.filter { $0 != picture.name }
      try target.replace(with: [picture], keeping: others ?? [])
    } catch {
      messages += error.diagnostics
      note = "the picture that marks them couldn't be written either"
    }
    messages.append(
      Diagnostic(
        .ruleViolation,
        at: .file(folder),
        "no masks were written: the design rules have \(findings) findings",
        notes: [.init(note)],
        fixes: [
          "change the floor plan where the findings say",
          "or write the masks all the same with --allow-findings",
        ]
      )
    )
    return messages
  }
}
