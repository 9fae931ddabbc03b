extension SceneQuestion {
  /// The question as a program over the scene, in the functions of CLEVR.
  ///
  /// The generator never runs it: that it gives the sample's answer is a check of the generator.
  public var program: FunctionalProgram {
    var steps: [ProgramStep] = []
    func add(_ function: ProgramFunction, _ inputs: [Int], _ values: [String] = []) -> Int {
      steps.append(ProgramStep(function: function, inputs: inputs, values: values))
      return steps.count - 1
    }
    func select(_ filter: ObjectFilter, from start: Int? = nil) -> Int {
      var last = start ?? add(.scene, [])
      for attribute in filter.attributes {
        guard let value = filter[attribute] else { continue }
        last = add(.filter(attribute.name), [last], [attribute.words[value]])
      }
      return last
    }
    switch self {
    case .exist(let filter):
      _ = add(.exist, [select(filter)])
    case .count(let filter):
      _ = add(.count, [select(filter)])
    case .query(let attribute, let filter):
      _ = add(.query(attribute.name), [add(.unique, [select(filter)])])
    case .compare(let comparison, let first, let second):
      let left = add(.count, [select(first)])
      let right = add(.count, [select(second)])
      _ = add(comparison.function, [left, right])
    case .relation(let filter, let relation, let reference):
      let object = add(.unique, [select(reference)])
      let side = add(.relate, [object], [relation.name])
      _ = add(.exist, [select(filter, from: side)])
    }
    return FunctionalProgram(steps: steps)
  }
}
