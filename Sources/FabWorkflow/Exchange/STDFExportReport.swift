/// What an export of test data wrote.
struct STDFExportReport: Encodable {
  let format: String
  let file: String
  let lot: String
  let wafers: [String]
  let parts: Int
  let tests: Int
  let results: Int
}
