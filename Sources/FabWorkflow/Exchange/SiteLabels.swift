import FabDiagnostics
import FabStore

/// The names of all sites by their numbers.
struct SiteLabels {
  private let labels: [Int64: String]

  init(from reader: StoreReader) throws(DiagnosticError) {
    labels = Dictionary(
      try reader.all(LayoutSite.self).map { ($0.id, $0.label) }
    ) { first, _ in first }
  }

  /// The name of a site.
  func label(of site: Int64) -> String? { labels[site] }
}
