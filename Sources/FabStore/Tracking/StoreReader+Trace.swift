public import FabDiagnostics
import GRDB

extension StoreReader {
  /// Follows something through the lab: bottles and chambers into runs, runs onto wafers, wafers into PCUs, or back.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - direction: Which way.
  /// - Returns: Everything that is met.
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if there is no such thing.
  public func trace(
    from start: TraceNode,
    _ direction: TraceGraph.Direction
  ) throws(DiagnosticError) -> TraceGraph {
    try check(start)
    var graph = TraceGraph(direction: direction, start: start, nodes: [start])
    var seen: Set<TraceNode> = [start]
    var edges: Set<TraceGraph.Edge> = []
    var next = 0
    while next < graph.nodes.count {
      let node = graph.nodes[next]
      next += 1
      if let detail = try detail(of: node) {
        graph.details["\(node.kind.rawValue):\(node.code)"] = detail
      }
      for (neighbour, how) in try neighbours(of: node, direction) {
        let edge =
          direction == .forward
          ? TraceGraph.Edge(from: node, to: neighbour, how: how)
          : TraceGraph.Edge(from: neighbour, to: node, how: how)
        if edges.insert(edge).inserted { graph.edges.append(edge) }
        if seen.insert(neighbour).inserted { graph.nodes.append(neighbour) }
      }
    }
    return graph
  }

  /// What kind of thing has a name.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry` if nothing or more than one thing has it.
  public func node(named name: String) throws(DiagnosticError) -> TraceNode {
    var found: [TraceNode] = []
    if try find(MaterialLot.self, .text(name)) != nil { found.append(.init(.materialLot, name)) }
    if try find(Lot.self, .text(name)) != nil { found.append(.init(.lot, name)) }
    if try find(Wafer.self, .text(name)) != nil { found.append(.init(.wafer, name)) }
    if try find(Run.self, .text(name)) != nil { found.append(.init(.run, name)) }
    if try find(Equipment.self, .text(name)) != nil { found.append(.init(.equipment, name)) }
    if let slash = name.firstIndex(of: "/"),
      try find(Wafer.self, .text(String(name[..<slash]))) != nil
    {
      found.append(.init(.pcu, name))
    }
    let recipes = try all(RecipeVersion.self)
      .filter { $0.name == name || (name.count >= 8 && $0.sha256.hasPrefix(name)) }
    found += recipes.map { .init(.recipe, $0.sha256) }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw DiagnosticError(
        Diagnostic(
          .unknownEntry,
          at: .argument(name),
          "several things are called '\(name)': \(found.map(\.kind.rawValue).joined(separator: ", "))",
          fixes: ["say which with --kind"]
        )
      )
    }
    let known =
      try names(MaterialLot.self) + names(Lot.self) + names(Wafer.self) + names(Run.self)
      + names(Equipment.self)
    throw DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: .argument(name),
        "nothing is called '\(name)'\(NearMiss.question(for: name, among: known))",
        fixes: ["name a bottle, a chamber, a recipe, a run, a lot, a wafer or a PCU (WAFER/SITE)"]
      )
    )
  }

  private func check(_ node: TraceNode) throws(DiagnosticError) {
    switch node.kind {
    case .materialLot: _ = try named(MaterialLot.self, node.code)
    case .equipment: _ = try named(Equipment.self, node.code)
    case .recipe: _ = try named(RecipeVersion.self, node.code)
    case .run: _ = try named(Run.self, node.code)
    case .lot: _ = try named(Lot.self, node.code)
    case .wafer: _ = try named(Wafer.self, node.code)
    case .pcu:
      let parts = node.code.split(separator: "/", maxSplits: 1).map(String.init)
      let wafer = try named(Wafer.self, parts[0])
      let sites = try wafer.layout.map { (hash) throws(DiagnosticError) in
        try siteNumbers(ofLayout: hash)
      }
      guard parts.count == 2, sites?[parts[1]] != nil else {
        let known = sites?.keys.sorted() ?? []
        let site = parts.count == 2 ? parts[1] : ""
        throw DiagnosticError(
          Diagnostic(
            .unknownEntry,
            at: .argument(node.code),
            "wafer '\(wafer.code)' has no site '\(site)'\(NearMiss.question(for: site, among: known))"
          )
        )
      }
    }
  }

  // MARK: - Neighbours

  private func neighbours(
    of node: TraceNode,
    _ direction: TraceGraph.Direction
  ) throws(DiagnosticError) -> [(TraceNode, String)] {
    let forward = direction == .forward
    switch node.kind {
    case .materialLot, .equipment, .recipe:
      return forward ? try runs(using: node) : []
    case .run:
      return forward
        ? try links(
          "SELECT wafer, '' FROM run_wafer WHERE run = ? ORDER BY 1",
          node.code,
          .wafer
        )
        : try sources(ofRun: node.code)
    case .lot:
      let relatives = try links(
        forward
          ? "SELECT child, kind FROM genealogy WHERE entity = 'lot' AND parent = ? ORDER BY 1"
          : "SELECT parent, kind FROM genealogy WHERE entity = 'lot' AND child = ? ORDER BY 1",
        node.code,
        .lot
      )
      let members =
        forward
        ? try links("SELECT code, 'in lot' FROM wafer WHERE lot = ? ORDER BY 1", node.code, .wafer)
        : []
      return relatives + members
    case .wafer:
      return forward ? [] : try sources(ofWafer: node.code)
    case .pcu:
      let wafer = node.code.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
      return forward ? [] : [(.init(.wafer, wafer), "on")]
    }
  }

  private func runs(using node: TraceNode) throws(DiagnosticError) -> [(TraceNode, String)] {
    switch node.kind {
    case .materialLot:
      try links(
        """
        SELECT u.run, 'step ' || group_concat(u.seq || coalesce(' (' || s.film || ')', ''), ', ')
        FROM material_use u JOIN run r ON r.code = u.run
        LEFT JOIN recipe_step s ON s.recipe = r.recipe AND s.seq = u.seq
        WHERE u.material_lot = ? GROUP BY u.run ORDER BY u.run
        """,
        node.code,
        .run
      )
    case .equipment:
      try links("SELECT code, 'in' FROM run WHERE equipment = ? ORDER BY 1", node.code, .run)
    default:
      try links("SELECT code, 'recipe' FROM run WHERE recipe = ? ORDER BY 1", node.code, .run)
    }
  }

  private func sources(ofRun run: String) throws(DiagnosticError) -> [(TraceNode, String)] {
    try links(
      """
      SELECT u.material_lot, 'step ' || group_concat(u.seq || coalesce(' (' || s.film || ')', ''), ', ')
      FROM material_use u JOIN run r ON r.code = u.run
      LEFT JOIN recipe_step s ON s.recipe = r.recipe AND s.seq = u.seq
      WHERE u.run = ? GROUP BY u.material_lot ORDER BY u.material_lot
      """,
      run,
      .materialLot
    )
      + links("SELECT equipment, 'in' FROM run WHERE code = ?", run, .equipment)
      + links("SELECT recipe, 'recipe' FROM run WHERE code = ?", run, .recipe)
  }

  private func sources(ofWafer wafer: String) throws(DiagnosticError) -> [(TraceNode, String)] {
    try links(
      "SELECT w.run, '' FROM run_wafer w JOIN run r ON r.code = w.run WHERE w.wafer = ? ORDER BY r.started_at, 1",
      wafer,
      .run
    ) + links("SELECT lot, 'in lot' FROM wafer WHERE code = ?", wafer, .lot)
  }

  private func links(
    _ sql: String,
    _ code: String,
    _ kind: TraceNode.Kind
  ) throws(DiagnosticError) -> [(TraceNode, String)] {
    try rows(sql, [code]).map { (TraceNode(kind, $0[0]), $0[1]) }
  }

  // MARK: - Details

  private func detail(of node: TraceNode) throws(DiagnosticError) -> String? {
    switch node.kind {
    case .materialLot:
      let lot = try named(MaterialLot.self, node.code)
      return "\(lot.material), \(lot.supplier) \(lot.lotNumber)"
    case .equipment:
      let equipment = try named(Equipment.self, node.code)
      return [equipment.kind, equipment.title].compactMap(\.self).joined(separator: ", ")
    case .recipe:
      let recipe = try named(RecipeVersion.self, node.code)
      return "\(recipe.name) version \(recipe.version)"
    case .run:
      let run = try named(Run.self, node.code)
      return "\(run.state), \(run.startedAt.day), \(run.operatorName)"
    case .lot:
      return try named(Lot.self, node.code).state
    case .wafer:
      let wafer = try named(Wafer.self, node.code)
      let yields = try rows(
        "SELECT component, passed, failed FROM wafer_yield WHERE wafer = ? AND component = 'PCU'",
        [node.code]
      )
      guard let row = yields.first else { return wafer.state }
      let passed: Int = row["passed"]
      let failed: Int = row["failed"]
      return "\(wafer.state), \(passed) of \(passed + failed) PCUs pass"
    case .pcu:
      let parts = node.code.split(separator: "/", maxSplits: 1).map(String.init)
      let bins = try rows(
        """
        SELECT r.component, b.code, b.name FROM bin_result r
        JOIN site s ON s.id = r.site
        JOIN bin b ON b.ruleset = r.ruleset AND b.component = r.component AND b.code = r.code
        WHERE r.wafer = ? AND s.label = ? AND r.pass = (SELECT max(pass) FROM bin_pass WHERE wafer = r.wafer)
        ORDER BY r.component
        """,
        [parts[0], parts[1]]
      )
      guard !bins.isEmpty else { return nil }
      return
        bins.map { row in
          let component: String = row[0]
          let code: Int = row[1]
          let name: String = row[2]
          return "\(component) bin \(code) \(name)"
        }
        .joined(separator: ", ")
    }
  }
}
