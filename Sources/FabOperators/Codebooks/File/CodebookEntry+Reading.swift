extension CodebookEntry {
  /// Puts an entry together from its header and tables, which are taken out of the list.
  init(
    _ header: CodebookHeader.Entry,
    _ name: OperatorName,
    _ tables: inout [String: CodebookTable]
  ) throws(CodebookError) {
    let content: Content
    let present = [
      ("curve", header.curve != nil), ("surface", header.surface != nil),
      ("softmax", header.softmax != nil), ("weights", header.weights != nil),
    ]
    guard present.filter(\.1).map(\.0) == [header.kind] else {
      throw .malformedHeader(
        "the entry of '\(name.rawValue)' isn't described as a '\(header.kind)' alone"
      )
    }
    guard header.unitCount > 0, (0...header.unitCount).contains(header.failedUnitCount) else {
      throw .malformedHeader(
        "the entry of '\(name.rawValue)' counts \(header.failedUnitCount) of \(header.unitCount) units as failed"
      )
    }
    var reader = EntryTables(name: name, tables: tables)
    if let curve = header.curve {
      content = .curve(try reader.curve(curve))
    } else if let surface = header.surface {
      content = .surface(try reader.surface(surface))
    } else if let softmax = header.softmax {
      content = .softmax(try reader.softmax(softmax))
    } else if let weights = header.weights {
      content = .weights(try reader.weights(weights))
    } else {
      throw .malformedHeader("the entry of '\(name.rawValue)' has no content")
    }
    tables = reader.tables
    self.init(
      operation: name,
      content: content,
      metric: header.metric,
      unitCount: header.unitCount,
      failedUnitCount: header.failedUnitCount,
      placements: header.placements,
      policy: header.policy
    )
  }
}

/// Takes the tables of one operator out of those of a file.
private struct EntryTables {
  let name: OperatorName
  var tables: [String: CodebookTable]

  mutating func curve(
    _ header: CodebookHeader.Curve
  ) throws(CodebookError) -> ResponseCurve {
    let means = try doubles("means", rank: 1)
    let grid = means.shape
    let curve = ResponseCurve(
      domain: try domain(header.domain),
      scale: header.scale,
      means: means.values,
      spreads: try singles("spreads", grid),
      readoutSpreads: try singles("readoutSpreads", grid),
      deviations: try deviations(grid),
      inputScale: header.inputScale,
      outputScale: header.outputScale
    )
    guard let curve else { throw refuse("means", "no curve has \(grid[0]) points") }
    guard (curve.spreads + curve.readoutSpreads).allSatisfy({ $0 >= 0 }) else {
      throw refuse("spreads", "a spread is negative")
    }
    return curve
  }

  mutating func surface(
    _ header: CodebookHeader.Surface
  ) throws(CodebookError) -> GainSurface {
    let operations: [String: CurrentArithmetic.Operation] = [
      "product": .product, "quotient": .quotient,
    ]
    guard let operation = operations[header.operation] else {
      throw .malformedHeader("'\(header.operation)' is neither product nor quotient")
    }
    let means = try doubles("means", rank: 2)
    let grid = means.shape
    guard grid[0] == grid[1] else { throw refuse("means", "its shape \(grid) isn't square") }
    let surface = GainSurface(
      operation: operation,
      domain: try domain(header.domain),
      pointCount: grid[0],
      means: means.values,
      spreads: try singles("spreads", grid),
      deviations: try deviations(grid),
      readoutSpread: try spread(header.readoutSpread),
      operandCurrent: header.operandCurrentAmpere
    )
    guard let surface else { throw refuse("means", "no surface has such a domain and grid") }
    return surface
  }

  mutating func softmax(
    _ header: CodebookHeader.Softmax
  ) throws(CodebookError) -> SoftmaxUnits {
    let lanes = try doubles("lanes", rank: 4)
    let shared = try doubles("shared", rank: 3)
    let expected = [lanes.shape[0], header.form.sharedBranches, BranchParameters.count]
    guard shared.shape == expected else {
      throw refuse("shared", "its shape is \(shared.shape), not \(expected)")
    }
    guard (50...1000).contains(header.temperatureKelvin),
      (50...1000).contains(header.biasTemperatureKelvin)
    else { throw .malformedHeader("a temperature of '\(name.rawValue)' isn't of 50...1000 K") }
    let units = SoftmaxUnits(
      form: header.form,
      channelCount: lanes.shape[1],
      unitCount: lanes.shape[0],
      lanes: lanes.values,
      shared: shared.values,
      range: header.range,
      readoutSpread: try spread(header.readoutSpread),
      temperatureKelvin: header.temperatureKelvin,
      bias: header.biasDiode,
      biasTemperatureKelvin: header.biasTemperatureKelvin
    )
    guard let units else {
      throw refuse("lanes", "they aren't branches of a \(header.form.rawValue) circuit")
    }
    return units
  }

  mutating func weights(
    _ header: CodebookHeader.Weights
  ) throws(CodebookError) -> WeightErrors {
    let biases = try doubles("biases", rank: 1)
    let spreads = try doubles("spreads", rank: 1)
    let residuals = try take("residuals")
    guard case .single(let values) = residuals.values, residuals.shape.count == 1 else {
      throw refuse("residuals", "it isn't a list of f32")
    }
    let errors = WeightErrors(
      domain: try domain(header.domain),
      biases: biases.values,
      spreads: spreads.values,
      residuals: values,
      readoutSpread: try spread(header.readoutSpread)
    )
    guard let errors else { throw refuse("biases", "biases and spreads aren't those of weights") }
    return errors
  }

  private mutating func deviations(_ grid: [Int]) throws(CodebookError) -> UnitDeviations {
    let components = try take("components")
    let scores = try take("scores")
    guard case .single(let shapes) = components.values, components.shape.count == grid.count + 1,
      Array(components.shape.dropFirst()) == grid
    else {
      throw refuse("components", "its shape is \(components.shape), not [n] + \(grid) of f32")
    }
    guard case .single(let values) = scores.values, scores.shape.count == 2, scores.shape[0] > 0,
      scores.shape[1] == components.shape[0]
    else {
      throw refuse(
        "scores",
        "its shape is \(scores.shape), not [units, \(components.shape[0])] of f32"
      )
    }
    return UnitDeviations(
      pointCount: grid.reduce(1, *),
      componentCount: components.shape[0],
      components: shapes,
      unitCount: scores.shape[0],
      scores: values
    )
  }

  private mutating func take(_ table: String) throws(CodebookError) -> CodebookTable {
    guard let found = tables.removeValue(forKey: "\(name.rawValue)/\(table)") else {
      throw refuse(table, "it isn't there")
    }
    return found
  }

  private mutating func doubles(
    _ table: String,
    rank: Int
  ) throws(CodebookError) -> (values: [Double], shape: [Int]) {
    let found = try take(table)
    guard case .double(let values) = found.values, found.shape.count == rank else {
      throw refuse(
        table,
        "its shape is \(found.shape), of \(found.type); expected \(rank) extents of f64"
      )
    }
    return (values, found.shape)
  }

  private mutating func singles(
    _ table: String,
    _ shape: [Int]
  ) throws(CodebookError) -> [Float] {
    let found = try take(table)
    guard case .single(let values) = found.values, found.shape == shape else {
      throw refuse(table, "its shape is \(found.shape), of \(found.type); expected \(shape) of f32")
    }
    return values
  }

  private func domain(_ bounds: [Double]) throws(CodebookError) -> ClosedRange<Double> {
    guard bounds.count == 2, bounds[0] < bounds[1] else {
      throw .malformedHeader(
        "the domain of '\(name.rawValue)' is \(bounds), not two ascending numbers"
      )
    }
    return bounds[0]...bounds[1]
  }

  private func spread(_ value: Double) throws(CodebookError) -> Double {
    guard (0...1).contains(value) else {
      throw .malformedHeader("the readout spread of '\(name.rawValue)' is \(value), not 0...1")
    }
    return value
  }

  private func refuse(_ table: String, _ reason: String) -> CodebookError {
    .wrongTable(name: "\(name.rawValue)/\(table)", reason: reason)
  }
}
