import FabDevices
import FabDiagnostics
import FabLayout
import FabMetrology
import FabUnits

/// The films at the sites of a layout, by the names of the sites.
struct FilmsAtSites {
  /// The film at one site.
  private struct Film {
    var relativeThickness = 1.0
    var edgeShiftNm = 0.0
  }

  private let films: [String: Film]
  /// Sites that the file doesn't have: they are taken for nominal.
  let messages: [Diagnostic]

  /// Reads a map and holds its sites against those of a layout.
  ///
  /// - Throws: A ``DiagnosticError`` for a file that can't be read and for sites that the layout doesn't have.
  init(_ path: String?, sites: [Site]) throws(DiagnosticError) {
    guard let path else {
      films = [:]
      messages = []
      return
    }
    let map = try FilmMap.read(name: path, bytes: InputFile.bytes(at: path, limit: 64_000_000))
    let names = sites.map(\.name)
    let known = Set(names)
    let unknown = map.entries.filter { !known.contains($0.site) }
      .map { entry in
        Diagnostic(
          .invalidName,
          at: entry.place,
          "the layout has no site '\(entry.site)'\(NearMiss.question(for: entry.site, among: names))"
        )
      }
    guard unknown.isEmpty else { throw DiagnosticError(unknown) }
    let films = Dictionary(
      map.entries.map {
        (
          $0.site,
          Film(relativeThickness: $0.relativeThickness, edgeShiftNm: $0.edgeShiftNm)
        )
      }
    ) { first, _ in first }
    self.films = films
    let missing = names.filter { films[$0] == nil }
    messages =
      missing.isEmpty
      ? []
      : [
        Diagnostic(
          .noMeasurement,
          severity: .warning,
          at: .file(path),
          "\(missing.count) of \(names.count) sites aren't in the file and are taken for nominal, "
            + "the first is \(missing[0])"
        )
      ]
  }

  /// Takes what was measured of a wafer's films.
  init(_ measured: MeasuredFilms, sites: [Site]) {
    guard measured.isKnown else {
      films = [:]
      messages = []
      return
    }
    films = Dictionary(
      sites.map { site in
        (
          site.name,
          Film(
            relativeThickness: measured.relativeThickness[site.name] ?? 1,
            edgeShiftNm: measured.edgeShift[site.name] ?? 0
          )
        )
      }
    ) { first, _ in first }
    messages = []
  }

  /// Whether a map says what the films are.
  var isKnown: Bool { !films.isEmpty }

  /// Returns the maps of some sites in their order.
  ///
  /// - Throws: ``DeviceError`` where a value makes no sense.
  func maps(of names: [String]) throws(DeviceError) -> SiteMaps {
    guard !films.isEmpty else { return .uniform }
    return try SiteMaps(
      relativeThickness: names.map { films[$0]?.relativeThickness ?? 1 },
      edgeShift: names.map { Length(films[$0]?.edgeShiftNm ?? 0, .nanometre) }
    )
  }
}
