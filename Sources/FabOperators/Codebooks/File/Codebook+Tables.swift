extension Codebook {
  /// All tables, entry after entry, in the order of the file.
  public var tables: [CodebookTable] { entries.flatMap(\.tables) }
}

extension CodebookEntry {
  /// The tables of the entry in the order of the file.
  public var tables: [CodebookTable] {
    func table(_ name: String, _ shape: [Int], _ values: CodebookTable.Values) -> CodebookTable {
      CodebookTable(name: "\(operation.rawValue)/\(name)", shape: shape, values: values)
    }
    func deviations(_ units: UnitDeviations, _ grid: [Int]) -> [CodebookTable] {
      [
        table("components", [units.componentCount] + grid, .single(units.components)),
        table("scores", [units.unitCount, units.componentCount], .single(units.scores)),
      ]
    }
    switch content {
    case .curve(let curve):
      let grid = [curve.means.count]
      return [
        table("means", grid, .double(curve.means)),
        table("spreads", grid, .single(curve.spreads)),
        table("readoutSpreads", grid, .single(curve.readoutSpreads)),
      ] + deviations(curve.deviations, grid)
    case .surface(let surface):
      let grid = [surface.pointCount, surface.pointCount]
      return [
        table("means", grid, .double(surface.means)),
        table("spreads", grid, .single(surface.spreads)),
      ] + deviations(surface.deviations, grid)
    case .softmax(let units):
      let size = BranchParameters.count
      return [
        table(
          "lanes",
          [units.unitCount, units.channelCount, units.form.branchesPerLane, size],
          .double(units.lanes)
        ),
        table("shared", [units.unitCount, units.form.sharedBranches, size], .double(units.shared)),
      ]
    case .weights(let errors):
      return [
        table("biases", [errors.biases.count], .double(errors.biases)),
        table("spreads", [errors.spreads.count], .double(errors.spreads)),
        table("residuals", [errors.residuals.count], .single(errors.residuals)),
      ]
    }
  }
}
