/// What a report wrote.
struct ReportSummary: Encodable {
  let report: String?
  let figuresFolder: String?
  let figures: [String]
  let isGenerated: Bool
}
