import FabDiagnostics

/// Counts findings by kind and keeps the first place of each.
struct SVGTally {
  private var counts: [SVGFinding: Int] = [:]
  private var places: [(finding: SVGFinding, place: Place)] = []

  /// Counts a finding.
  mutating func add(_ finding: SVGFinding, at place: @autoclosure () -> Place, count: Int = 1) {
    guard count > 0 else { return }
    if counts[finding] == nil { places.append((finding, place())) }
    counts[finding, default: 0] += count
  }

  /// One message a kind, in the order of their discovery.
  var diagnostics: [Diagnostic] {
    places.map { finding, place in
      Diagnostic(
        finding.kind.code,
        severity: finding.kind.severity,
        at: place,
        finding.text(count: counts[finding] ?? 0),
        fixes: finding.fix.map { [$0] } ?? []
      )
    }
  }
}
