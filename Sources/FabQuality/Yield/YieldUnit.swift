/// One unit of a wafer with the bins of its components.
public struct YieldUnit: Hashable, Sendable {
  /// The lot.
  public let lot: String
  /// The wafer.
  public let wafer: String
  /// The array that the unit belongs to; `nil` for a single one.
  public let array: String?
  /// Where the unit lies.
  public let site: SamplingSite
  /// The bins of its components and its own.
  public let results: [BinResult]

  /// Creates a unit.
  public init(
    lot: String,
    wafer: String,
    array: String? = nil,
    site: SamplingSite,
    results: [BinResult]
  ) {
    self.lot = lot
    self.wafer = wafer
    self.array = array
    self.site = site
    self.results = results
  }

  /// The result of a component or of the unit; `nil` where it wasn't sorted.
  public func result(of subject: BinSubject) -> BinResult? {
    results.first { $0.subject == subject }
  }

  /// Whether a component or the unit is good; `nil` where it wasn't judged.
  public func isGood(_ subject: BinSubject) -> Bool? {
    switch result(of: subject)?.quality {
    case .pass: true
    case .fail: false
    case .skip, nil: nil
    }
  }
}
