import FabDiagnostics

/// Checks the questions of a file, and their programs against the scenes.
struct CLEVRQuestionReader {
  let file: String
  /// The scenes; `nil` where the split has none.
  let scenes: [CLEVRScene]?
  let imageNames: Set<String>

  func questions(
    of content: CLEVRFile.Questions,
    _ messages: DiagnosticCollector
  ) -> [(question: CLEVRQuestion, scene: Int)] {
    if content.questions.isEmpty {
      messages.add(
        Diagnostic(
          .emptyDataset,
          at: .file(file),
          "the list 'questions' is empty",
          fixes: ["unpack the data set again"]
        )
      )
    }
    // Of two scenes with one picture, which is reported elsewhere, the first counts.
    let places = Dictionary(
      (scenes ?? []).enumerated().map { ($0.element.imageName, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    var result: [(question: CLEVRQuestion, scene: Int)] = []
    var count = 0
    for (index, question) in content.questions.enumerated() {
      let read = checked(question, "questions[\(index)]", places)
      result.append((read.question, read.scene))
      for (code, text) in read.defects {
        count += 1
        guard count <= CLEVRDataset.messageLimit else { continue }
        messages.add(
          Diagnostic(
            code,
            at: .file(file),
            text,
            fixes: ["use scenes and questions of the same version of the data set"]
          )
        )
      }
    }
    CLEVRDataset.sayRest(count, of: file, messages)
    return result
  }

  private typealias Defect = (code: DiagnosticCode, text: String)

  private func checked(
    _ question: CLEVRFile.Question,
    _ path: String,
    _ places: [String: Int]
  ) -> (question: CLEVRQuestion, scene: Int, defects: [Defect]) {
    var defects: [Defect] = []
    if question.text.isEmpty { defects.append((.emptyDataset, "\(path).question is empty")) }
    if !imageNames.contains(question.imageName) {
      let name = question.imageName
      defects.append((.missingImage, "\(path) names '\(name)', which isn't there"))
    }
    let scene = places[question.imageName] ?? -1
    if scenes != nil, scene < 0 {
      let name = question.imageName
      defects.append((.unknownReference, "\(path) asks about '\(name)', which has no scene"))
    }
    if let answer = question.answer, !CLEVRVocabulary.answers.contains(answer) {
      let count = CLEVRVocabulary.answers.count
      defects.append(
        (.unknownChoice, "\(path).answer is '\(answer)', none of the \(count) answers of CLEVR")
      )
    }
    if let family = question.family,
      !(0..<CLEVRVocabulary.familyCount).contains(family)
    {
      let last = CLEVRVocabulary.familyCount - 1
      defects.append(
        (.outOfRange, "\(path).question_family_index is \(family); expected 0...\(last)")
      )
    }
    var program: FunctionalProgram?
    if let steps = question.program { program = translated(steps, path, &defects) }
    if let program, let answer = question.answer, let scenes, scene >= 0 {
      do throws(ProgramError) {
        let found = try program.answer(about: scenes[scene])
        if found != answer {
          defects.append(
            (
              .answerMismatch,
              "\(path).answer is '\(answer)'; its program gives '\(found)' for '\(question.imageName)'"
            )
          )
        }
      } catch {
        defects.append(
          (.answerMismatch, "\(path).program gives no answer: step \(error.step) \(error.text)")
        )
      }
    }
    let value = CLEVRQuestion(
      index: question.index,
      imageName: question.imageName,
      text: question.text,
      answer: question.answer,
      program: program,
      family: question.family
    )
    return (value, scene, defects)
  }

  private func translated(
    _ steps: [CLEVRFile.Step],
    _ path: String,
    _ defects: inout [Defect]
  ) -> FunctionalProgram? {
    var result: [ProgramStep] = []
    for (index, step) in steps.enumerated() {
      guard let function = ProgramFunction(name: step.name) else {
        defects.append(
          (.unknownReference, "\(path).program[\(index)] has the unknown function '\(step.name)'")
        )
        return nil
      }
      result.append(ProgramStep(function: function, inputs: step.inputs, values: step.values))
    }
    return FunctionalProgram(steps: result)
  }
}
