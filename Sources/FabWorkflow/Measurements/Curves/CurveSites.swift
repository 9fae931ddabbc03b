import FabDiagnostics
import FabStore

/// The places on a wafer that curves belong to.
struct CurveSites {
  /// A place.
  struct Site {
    /// The name, or the coordinates.
    let label: String
    /// The number of a named site.
    let number: Int64?
    /// Coordinates in µm where it has no name.
    let x: Int32?
    let y: Int32?
  }

  /// One for each curve, in their order.
  let sites: [Site]

  /// Finds the places: as stated, else by the names of the curves.
  ///
  /// - Parameters:
  ///   - names: What each curve is called: the spectrum's name, and the file's without its ending.
  ///   - request: What was stated.
  ///   - wafer: The wafer.
  ///   - reader: The store.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` for sites that the layout lacks, `missing-key` where it can't be told.
  init(
    of names: [[String]],
    request: MeasurementImportRequest,
    wafer: Wafer,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    if let x = request.xMm, let y = request.yMm {
      guard names.count == 1 else {
        throw Self.mismatch(names.count, "one place", option: "--x")
      }
      // Farther out than the wafer nothing was measured.
      guard (x * x + y * y).squareRoot() <= wafer.diameterMm / 2 else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--x"),
            "(\(x), \(y)) mm lies outside of the wafer of \(wafer.diameterMm) mm"
          )
        )
      }
      sites = [
        Site(
          label: "(\(x), \(y))",
          number: nil,
          x: Int32((x * 1000).rounded()),
          y: Int32((y * 1000).rounded())
        )
      ]
      return
    }
    guard let layout = wafer.layout else {
      throw DiagnosticError(
        Diagnostic(
          .wrongState,
          at: .argument("--wafer"),
          "wafer '\(wafer.code)' carries no layout, so its places have no names",
          fixes: ["state the place with --x and --y in mm"]
        )
      )
    }
    let numbers = try reader.siteNumbers(ofLayout: layout)
    if !request.sites.isEmpty {
      guard request.sites.count == names.count else {
        throw Self.mismatch(names.count, "\(request.sites.count) sites", option: "--sites")
      }
      sites = try request.sites.map { (label) throws(DiagnosticError) in
        guard let number = numbers[label] else {
          throw DiagnosticError(
            Diagnostic(
              .unknownEntry,
              "the layout of wafer '\(wafer.code)' has no site '\(label)'"
                + NearMiss.question(for: label, among: Array(numbers.keys))
            )
          )
        }
        return Site(label: label, number: number, x: nil, y: nil)
      }
      return
    }
    var found: [Site] = []
    for candidates in names {
      guard let label = candidates.map(Self.label).first(where: { numbers[$0] != nil }) else {
        let shown = candidates.first { !$0.isEmpty } ?? ""
        throw DiagnosticError(
          Diagnostic(
            .missingKey,
            at: .argument("--site"),
            "it isn't known where '\(shown)' was measured: no site of wafer '\(wafer.code)' is called so",
            fixes: [
              "state the site with --site, for several curves with --sites, or the place with --x and --y in mm"
            ]
          )
        )
      }
      found.append(Site(label: label, number: numbers[label], x: nil, y: nil))
    }
    sites = found
  }

  /// The name without what instruments append: `A1.R1C1 - RawData`.
  private static func label(_ name: String) -> String {
    let parts = name.split(separator: " ", maxSplits: 1)
    return parts.first.map(String.init) ?? name
  }

  private static func mismatch(_ curves: Int, _ stated: String, option: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .outOfRange,
        at: .argument(option),
        "there are \(curves) curves for \(stated)",
        fixes: ["name a site for each curve with --sites, or take one curve with --curve"]
      )
    )
  }
}
