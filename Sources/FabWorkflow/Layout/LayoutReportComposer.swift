import FabDiagnostics
import FabGeometry
import FabHash
import FabLayout
import FabRecipe

/// Composes the report of a layout from its parts.
struct LayoutReportComposer {
  let wafer: WaferLayout
  let geometry: MaskGeometry
  let recipe: LoadedRecipe
  let planHash: ContentHash
  let layoutHash: ContentHash

  func report(rules: [RuleResult], files: [OutputFile]) -> LayoutReport {
    let disc = wafer.plan.wafer
    return LayoutReport(
      name: wafer.plan.name,
      wafer: LayoutReport.WaferReport(
        size: disc.size.rawValue,
        diameterMm: Double(disc.size.diameter) / 1e6,
        mark: disc.mark.rawValue,
        edgeExclusionMm: Double(disc.edgeExclusion) / 1e6,
        usableRadiusMm: Double(disc.usableRadius) / 1e6
      ),
      recipe: recipe.name,
      recipeHash: recipe.hash,
      floorPlanHash: planHash,
      layoutHash: layoutHash,
      pcus: wafer.pcus.count,
      arrays: wafer.arrayCount,
      singles: wafer.singleCount,
      devices: wafer.devices.count,
      contacts: wafer.contacts.count,
      crossings: wafer.crossingCount,
      overlaps: overlaps,
      masks: masks(files),
      rules: rules.map { Self.rule($0) },
      files: files.map {
        LayoutReport.FileReport(
          name: $0.name,
          bytes: $0.bytes.count,
          sha256: ContentHash(of: $0.bytes)
        )
      }
    )
  }

  private var overlaps: [LayoutReport.OverlapReport] {
    let groups = Dictionary(grouping: geometry.ruleContext.overlaps) {
      $0.component?.name.text ?? "unknown"
    }
    return groups.sorted { $0.key < $1.key }
      .map { name, overlaps in
        let areas = overlaps.map(\.areaMm2)
        return LayoutReport.OverlapReport(
          component: name,
          count: overlaps.count,
          minimumAreaMm2: areas.min() ?? 0,
          maximumAreaMm2: areas.max() ?? 0
        )
      }
  }

  private func masks(_ files: [OutputFile]) -> [LayoutReport.MaskReport] {
    let discArea = Region([wafer.plan.wafer.edge]).areaMm2
    return wafer.flow.levels.map { level in
      let region = geometry.ruleContext.apertures(level.name)
      let stem = MaskSetExport.stem(of: level) + "."
      return LayoutReport.MaskReport(
        level: level.index,
        name: level.name.text,
        method: level.method.rawValue,
        films: level.films.map(\.text),
        apertures: region.polygons.count,
        areaMm2: region.areaMm2,
        openFraction: region.areaMm2 / discArea,
        files: files.map(\.name).filter { $0.hasPrefix(stem) }
      )
    }
  }

  static func rule(_ result: RuleResult) -> LayoutReport.RuleReport {
    let findings = result.verdict.findings.map { finding in
      let box = finding.box.millimetres
      return LayoutReport.FindingReport(
        level: finding.level.text,
        boxMm: [box.x0, box.y0, box.x1, box.y1],
        measured: finding.measured,
        limit: finding.limit,
        text: finding.text
      )
    }
    return switch result.verdict {
    case .clean:
      LayoutReport.RuleReport(id: result.id, verdict: "clean", reason: nil, findings: [])
    case .findings:
      LayoutReport.RuleReport(id: result.id, verdict: "findings", reason: nil, findings: findings)
    case .notRun(let reason):
      LayoutReport.RuleReport(id: result.id, verdict: "not run", reason: reason, findings: [])
    }
  }
}
