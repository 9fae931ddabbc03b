import FabQuality

/// A grid of units on a wafer, for tests of maps.
enum WaferOfUnits {
  static let radius = 46.0

  /// The sites of a grid of 8 mm within the usable radius.
  static let sites: [SamplingSite] = (-5...5)
    .flatMap { row in
      (-5...5)
        .map { column in
          SamplingSite(name: "r\(row)c\(column)", x: Double(column) * 8, y: Double(row) * 8)
        }
    }
    .filter { $0.radius <= radius }

  static func unit(
    _ site: SamplingSite,
    _ qualities: [BinSubject: BinQuality],
    wafer: String = "W1",
    array: String? = nil,
    code: Int = 1
  ) -> YieldUnit {
    YieldUnit(
      lot: "L1",
      wafer: wafer,
      array: array,
      site: site,
      results: BinSubject.allCases.compactMap { subject in
        qualities[subject]
          .map {
            BinResult(subject: subject, code: code, quality: $0, name: "bin \(code)", reason: "")
          }
      }
    )
  }
}
