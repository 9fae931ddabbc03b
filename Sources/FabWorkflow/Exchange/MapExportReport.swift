/// What an export of bins wrote.
struct MapExportReport: Encodable {
  let format: String
  let file: String
  let wafer: String
  let pass: Int
  let components: [String]
  let devices: Int
}
