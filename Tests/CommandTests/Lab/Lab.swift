import Testing

/// A folder with a database, as a lab has it.
final class Lab {
  /// The folder.
  let work: WorkFolder
  /// The tool with an operator and a clock of its own.
  let tool: RunTool

  /// Makes the database, unless its files come from elsewhere.
  init(withDatabase: Bool = true) throws {
    work = try WorkFolder()
    var tool = work.tool
    // A fixed clock keeps what is printed the same.
    tool.environment = ["PCU_FAB_OPERATOR": "ada", "SOURCE_DATE_EPOCH": "1795000000", "TZ": "UTC"]
    self.tool = tool
    if withDatabase { try tool("db", "init").expect(0) }
  }

  /// A bottle of lead iodide, an evaporator, and a lot of wafers.
  static func furnished(wafers: Int = 2) throws -> Lab {
    try LabTemplate.lab("furnished \(wafers)") { try makeFurnished(wafers) }
  }

  private static func makeFurnished(_ wafers: Int) throws -> Lab {
    let lab = try Lab()
    try lab.tool("material", "add", "pbi2", "--formula", "PbI2", "--source", "azom.com").expect(0)
    try lab.tool(
      "material",
      "lot",
      "PBI2-7",
      "--material",
      "pbi2",
      "--supplier",
      "AET",
      "--number",
      "2311-A"
    )
    .expect(0)
    try lab.tool("equipment", "add", "EVAP1", "--kind", "evaporator").expect(0)
    try lab.tool("lot", "add", "L1", "--wafers", "\(wafers)").expect(0)
    return lab
  }

  /// Runs the perovskite's deposition on all wafers of the lot.
  func deposit(_ run: String = "R1", thickness: String = "252 nm") throws {
    try tool("run", "start", run, "--lot", "L1", "--equipment", "EVAP1").expect(0)
    try tool(
      "run",
      "step",
      run,
      "pvk/deposit",
      "--thickness",
      thickness,
      "--material",
      "PBI2-7=950"
    )
    .expect(0)
    let finished = try tool("run", "finish", run)
    #expect(finished.end == .exit(0))
  }
}
