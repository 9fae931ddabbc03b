import FabDiagnostics

/// What a GDSII file contained that isn't part of the layout, counted.
struct GDSIILeftOut {
  /// The kinds of content.
  enum Kind: CaseIterable {
    case roundedCoordinate
    case node
    case property
    case libraryRecord
    case elementFlag
    case textOrientation
    case absoluteTransformation
    case absoluteWidth
    case pathWithoutArea
    case boundaryWithoutArea
    case emptyText
    case trailingBytes

    var sentence: String {
      switch self {
      case .roundedCoordinate: "coordinates off the 1 nm grid were rounded to it"
      case .node: "NODE elements were left out"
      case .property: "properties were left out"
      case .libraryRecord: "records of libraries, fonts, masks and tapes were left out"
      case .elementFlag: "element flags and plex numbers were left out"
      case .textOrientation: "sizes, angles and alignments of texts were left out"
      case .absoluteTransformation: "absolute magnifications or angles were read as relative ones"
      case .absoluteWidth: "absolute path widths were read as ones that are magnified with the cell"
      case .pathWithoutArea: "paths without width were left out"
      case .boundaryWithoutArea:
        "boundaries or boxes of fewer than three different points were left out"
      case .emptyText: "empty texts were left out"
      case .trailingBytes: "bytes other than zero after ENDLIB were left out"
      }
    }
  }

  private var counts: [Kind: Int] = [:]

  /// Counts one more.
  mutating func note(_ kind: Kind, _ count: Int = 1) {
    guard count > 0 else { return }
    counts[kind, default: 0] += count
  }

  /// Returns one warning for each kind that occurred.
  func warnings(file: String) -> [Diagnostic] {
    Kind.allCases.compactMap { kind in
      counts[kind]
        .map { count in
          Diagnostic(
            kind == .roundedCoordinate ? .offGrid : .unsupportedContent,
            severity: .warning,
            at: .file(file),
            "\(count) \(kind.sentence)"
          )
        }
    }
  }
}
