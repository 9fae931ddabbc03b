/// The steps of the schema, oldest first; what is released never changes again.
enum Migrations {
  /// All steps.
  static let all = [
    Migration(
      version: 1,
      name: "tracking and measurements",
      sql: [
        Schema.care, Schema.materials, Schema.recipesAndLayouts, Schema.lotsAndWafers, Schema.runs,
        Schema.files, Schema.measurements,
      ]
      .joined(separator: "\n")
    ),
    Migration(
      version: 2,
      name: "control charts, bins and verifications",
      sql: [Schema.controlCharts, Schema.bins].joined(separator: "\n")
    ),
  ]

  /// `PCUF` in ASCII: SQLite's `application_id` of our files.
  static let applicationID: Int32 = 0x5043_5546
}
