/// A question as steps over a scene; the result of the last step is the answer.
public struct FunctionalProgram: Hashable, Sendable {
  /// The steps in order; each takes results of earlier ones only.
  public let steps: [ProgramStep]

  /// Creates a program.
  public init(steps: [ProgramStep]) {
    self.steps = steps
  }

  /// Runs the program.
  ///
  /// - Parameter scene: The scene it asks about.
  /// - Returns: The answer as a word: `yes`, `no`, a number, or the value of an attribute.
  /// - Throws: A ``ProgramError`` that names the step.
  public func answer(about scene: some ProgramScene) throws(ProgramError) -> String {
    var results: [Value] = []
    for (index, step) in steps.enumerated() {
      guard step.inputs.count == step.function.inputCount,
        step.values.count == step.function.valueCount,
        step.inputs.allSatisfy({ (0..<index).contains($0) })
      else { throw ProgramError(step: index, reason: .arguments) }
      do throws(ProgramError.Reason) {
        results.append(try Self.run(step, on: step.inputs.map { results[$0] }, scene))
      } catch {
        throw ProgramError(step: index, reason: error)
      }
    }
    switch results.last {
    case .number(let number): return String(number)
    case .truth(let truth): return truth ? "yes" : "no"
    case .word(let word): return word
    case .objects, .object, nil:
      throw ProgramError(step: max(0, steps.count - 1), reason: .noAnswer)
    }
  }

  private enum Value {
    case objects(Set<Int>)
    case object(Int)
    case number(Int)
    case truth(Bool)
    case word(String)
  }

  private static func run(
    _ step: ProgramStep,
    on inputs: [Value],
    _ scene: some ProgramScene
  ) throws(ProgramError.Reason) -> Value {
    switch (step.function, inputs.first, inputs.last) {
    case (.scene, _, _):
      return .objects(Set(0..<scene.objectCount))
    case (.filter(let attribute), .objects(let set), _):
      return .objects(set.filter { scene.word(of: $0, attribute: attribute) == step.values[0] })
    case (.unique, .objects(let set), _):
      guard set.count == 1, let object = set.first else { throw .notUnique(set.count) }
      return .object(object)
    case (.relate, .object(let object), _):
      guard let others = scene.objects(step.values[0], of: object) else {
        throw .unknownWord(step.values[0])
      }
      return .objects(Set(others))
    case (.same(let attribute), .object(let object), _):
      let word = scene.word(of: object, attribute: attribute)
      return .objects(
        Set(
          (0..<scene.objectCount)
            .filter {
              $0 != object && scene.word(of: $0, attribute: attribute) == word
            }
        )
      )
    case (.union, .objects(let first), .objects(let second)):
      return .objects(first.union(second))
    case (.intersect, .objects(let first), .objects(let second)):
      return .objects(first.intersection(second))
    case (.count, .objects(let set), _):
      return .number(set.count)
    case (.exist, .objects(let set), _):
      return .truth(!set.isEmpty)
    case (.query(let attribute), .object(let object), _):
      guard let word = scene.word(of: object, attribute: attribute) else {
        throw .unknownWord(attribute)
      }
      return .word(word)
    case (.equal, .word(let first), .word(let second)):
      return .truth(first == second)
    case (.equalInteger, .number(let first), .number(let second)):
      return .truth(first == second)
    case (.lessThan, .number(let first), .number(let second)):
      return .truth(first < second)
    case (.greaterThan, .number(let first), .number(let second)):
      return .truth(first > second)
    default:
      throw .wrongKind
    }
  }
}
