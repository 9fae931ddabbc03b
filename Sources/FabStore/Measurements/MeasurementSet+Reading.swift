extension MeasurementSet {
  /// The columns in the order of ``init(_:)``.
  static let columns = """
    id, wafer, characteristic, component, run, seq, equipment, plan, measured_at, operator_name, import, supersedes, \
    generated, n, missing, mean, m2, low, high, digest
    """

  /// Reads the header that a statement stands at.
  init(_ row: RawStatement) throws {
    self.init(
      id: try row.integer(0),
      wafer: try row.text(1),
      characteristic: try row.text(2),
      component: try row.text(3),
      run: try row.optionalText(4),
      seq: try row.optionalNumber(5),
      equipment: try row.optionalText(6),
      plan: try row.optionalText(7),
      measuredAt: try row.time(8),
      operatorName: try row.text(9),
      import: try row.optionalInteger(10),
      supersedes: try row.optionalInteger(11),
      generated: try row.number(12),
      n: try row.number(13),
      missing: try row.number(14),
      mean: try row.optionalDouble(15),
      m2: try row.optionalDouble(16),
      low: try row.optionalDouble(17),
      high: try row.optionalDouble(18),
      digest: try row.integer(19)
    )
  }
}
