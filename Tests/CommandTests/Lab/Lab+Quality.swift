import Testing

extension Lab {
  /// A lab with wafers whose thickness was generated and imported.
  static func measured(wafers: Int) throws -> Lab {
    try LabTemplate.lab("measured \(wafers)") { try makeMeasured(wafers: wafers) }
  }

  private static func makeMeasured(wafers: Int) throws -> Lab {
    let lab = try Lab.furnished(wafers: wafers)
    try lab.deposit("R1", thickness: "250 nm")
    try lab.measureThickness(of: "L1", run: "R1")
    return lab
  }

  /// Adds a lot, deposits on it, and measures its thickness.
  func depositAndMeasure(lot: String, wafers: Int, run: String, thickness: String) throws {
    try tool("lot", "add", lot, "--wafers", "\(wafers)").expect(0)
    try tool("run", "start", run, "--lot", lot, "--equipment", "EVAP1").expect(0)
    try tool("run", "step", run, "pvk/deposit", "--thickness", thickness).expect(0)
    _ = try tool("run", "finish", run)
    try measureThickness(of: lot, run: run)
  }

  /// Imports the generated thickness of a lot's wafers; the thickness alone, to save time.
  func measureThickness(of lot: String, run: String) throws {
    try tool("measure", "generate", "--lot", lot, "--out", "\(lot).all.csv").expect(0)
    let lines = try work.text("\(lot).all.csv").split(separator: "\n")
    let kept = lines.prefix(1) + lines.filter { $0.contains(",filmThickness,") }
    try work.write(kept.joined(separator: "\n") + "\n", to: "\(lot).csv")
    try tool("measure", "import", "\(lot).csv", "--generated", "--run", run).expect(0)
  }

  /// The values of a wafer in a table that was imported.
  func values(of wafer: String, in table: String) throws -> [Double] {
    try work.text(table).split(separator: "\n").dropFirst()
      .compactMap { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return cells[0] == wafer ? Double(cells[3]) : nil
      }
  }
}
