import Testing

extension Lab {
  /// A lot of two measured and binned wafers, the second with shorted diodes at its edge.
  static func measured() throws -> Lab {
    try LabTemplate.lab("measured") { try makeMeasured() }
  }

  private static func makeMeasured() throws -> Lab {
    let lab = try Lab.furnished()
    try lab.deposit(thickness: "280 nm")
    try lab.tool("measure", "generate", "--lot", "L1", "--shorted", "L1-02", "--out", "values.csv")
      .expect(0)
    try lab.tool("measure", "import", "values.csv", "--generated", "--run", "R1").expect(0)
    try lab.tool("yield", "bin", "--lot", "L1").expect(0)
    return lab
  }

  /// Makes a second database with the wafers of the first, but nothing measured on them.
  func other() throws -> [String] {
    try tool("db", "init", "--db", "other.sqlite").expect(0)
    try tool("lot", "add", "L1", "--wafers", "2", "--db", "other.sqlite").expect(0)
    return ["--db", "other.sqlite"]
  }

  /// The bins of a wafer as a program gets them: site, component and code, sorted.
  func bins(_ wafer: String, _ database: [String] = []) throws -> [String] {
    try tool(["export", "csv", "binResults", "--out", "bins.csv", "--force"] + database).expect(0)
    let lines = try work.text("bins.csv").split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let last = lines.filter { $0[0] == wafer }.compactMap { Int($0[1]) }.max() ?? 0
    return lines.filter { $0[0] == wafer && $0[1] == "\(last)" }
      .map { "\($0[2]) \($0[3]) \($0[5])" }.sorted()
  }
}
