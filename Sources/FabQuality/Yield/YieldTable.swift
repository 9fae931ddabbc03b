/// The yields of one subject by groups, with the test whether the groups differ.
public struct YieldTable: Hashable, Sendable {
  /// Whose yield it is.
  public let subject: BinSubject
  /// By what the groups are told apart.
  public let grouping: YieldGrouping
  /// The groups by name; rings from the centre.
  public let rows: [YieldRow]
  /// All groups together.
  public let total: YieldCount
  /// The test that all groups have one yield; `nil` for fewer than two groups with tested units, or no bad unit.
  public let homogeneity: HomogeneityTest?

  /// Counts units.
  ///
  /// - Parameters:
  ///   - units: The units; those outside the usable radius are left out by the caller.
  ///   - subject: A component, or the unit as a whole.
  ///   - grouping: The groups.
  ///   - radius: The usable radius, in millimetre; read for rings only.
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)`` for a radius that isn't positive.
  public init(
    _ units: [YieldUnit],
    of subject: BinSubject,
    by grouping: YieldGrouping,
    radius: Double
  ) throws(QualityError) {
    guard radius > 0, radius.isFinite else {
      throw .outOfRange(parameter: "radius", found: radius, expected: "above zero")
    }
    let groups = Dictionary(grouping: units) { grouping.name(of: $0, radius: radius) }
    let rings = ["centre", "middle", "edge"]
    let names =
      grouping == .ring ? rings.filter { groups[$0] != nil } : groups.keys.sorted()
    self.subject = subject
    self.grouping = grouping
    rows = names.map { YieldRow(name: $0, count: YieldCount(of: subject, in: groups[$0] ?? [])) }
    total = YieldCount(of: subject, in: units)
    homogeneity = HomogeneityTest(rows.map(\.count))
  }
}
