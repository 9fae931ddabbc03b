import FabDiagnostics
import FabTasks
import Testing

@Suite struct CLEVRDatasetTests {
  /// What is said about a changed data set, each as code and text.
  private func messages(_ change: (inout CLEVRFixture) -> Void) -> [Diagnostic] {
    var fixture = CLEVRFixture()
    change(&fixture)
    do {
      _ = try fixture.dataset()
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func aSplitIsReadWhole() throws {
    let dataset = try CLEVRFixture().dataset()
    #expect(dataset.scenes.count == 2)
    #expect(dataset.scenes[0].objects.count == 3)
    #expect(dataset.scenes[0].objects[1].words["color"] == "blue")
    #expect(dataset.scenes[0].objects[1].pixels == SIMD3(220, 150, 8.5))
    #expect(dataset.questions.map(\.answer) == ["2", "yes", "cylinder", "gray"])
    #expect(dataset.questions[1].family == 89)
    #expect(dataset.questions[1].program?.steps.count == 7)
    #expect(dataset.sceneOfQuestion == [0, 0, 0, 1])
    #expect(CLEVRVocabulary.answers.count == 28)
    #expect(Set(CLEVRVocabulary.answers).count == 28)
  }

  @Test func theTestSplitHasNeitherScenesNorAnswers() throws {
    var fixture = CLEVRFixture()
    fixture.hasScenes = false
    fixture.questions = """
      {"info": {}, "questions": [{"question_index": 0, "image_index": 0, "split": "test",
       "image_filename": "CLEVR_val_000000.png", "question": "Are there any spheres?"}]}
      """
    let dataset = try fixture.dataset()
    #expect(dataset.scenes.isEmpty && dataset.sceneOfQuestion == [-1])
    #expect(dataset.questions[0].answer == nil && dataset.questions[0].program == nil)
  }

  @Test func everyDefectIsSaidWithItsPath() {
    let cases: [(String, DiagnosticCode, String, (inout CLEVRFixture) -> Void)] = [
      (
        "scenes.json", .emptyDataset, "the list 'scenes' is empty",
        { $0.scenes = #"{"scenes": []}"# }
      ),
      (
        "questions.json", .emptyDataset, "the list 'questions' is empty",
        { $0.questions = #"{"questions": []}"# }
      ),
      (
        "scenes.json", .missingImage,
        "scenes[1] names 'CLEVR_val_000001.png', which isn't there",
        { $0.images = ["CLEVR_val_000000.png"] }
      ),
      (
        "scenes.json", .unknownChoice,
        "scenes[0].objects[2].shape is 'cone'; expected cube, sphere, cylinder",
        { $0.scenes.replace("cylinder", with: "cone") }
      ),
      (
        "scenes.json", .notFinite,
        "scenes[0].objects[0].pixel_coords is [100.0, 120.0]; expected three finite numbers",
        { $0.scenes.replace("[100, 120, 9.5]", with: "[100, 120]") }
      ),
      (
        "scenes.json", .countMismatch,
        "scenes[0].relationships.left has 2 lists; expected one an object, 3",
        { $0.scenes.replace(#""left": [[], [0], [0, 1]]"#, with: #""left": [[], [0]]"#) }
      ),
      (
        "scenes.json", .unknownReference,
        "scenes[0].relationships.left[2] names object 7; expected another one of 0...2",
        { $0.scenes.replace(#""left": [[], [0], [0, 1]]"#, with: #""left": [[], [0], [0, 7]]"#) }
      ),
      (
        "scenes.json", .missingKey, "scenes[0].relationships has no 'behind'",
        { $0.scenes.replace(#""behind": [[2], [0, 2], []]"#, with: #""front2": []"#) }
      ),
      (
        "scenes.json", .duplicateName,
        "scenes[1] has the picture 'CLEVR_val_000000.png' of another scene",
        { $0.scenes.replace("000001", with: "000000") }
      ),
      (
        "questions.json", .unknownReference,
        "questions[3] asks about 'CLEVR_val_000002.png', which has no scene",
        {
          $0.questions.replace("000001", with: "000002")
          $0.images.insert("CLEVR_val_000002.png")
        }
      ),
      (
        "questions.json", .outOfRange,
        "questions[1].question_family_index is 90; expected 0...89",
        {
          $0.questions.replace(
            #""question_family_index": 89"#,
            with: #""question_family_index": 90"#
          )
        }
      ),
      (
        "questions.json", .unknownChoice,
        "questions[0].answer is 'two', none of the 28 answers of CLEVR",
        { $0.questions.replace(#""answer": "2""#, with: #""answer": "two""#) }
      ),
      (
        "questions.json", .answerMismatch,
        "questions[0].answer is '3'; its program gives '2' for 'CLEVR_val_000000.png'",
        { $0.questions.replace(#""answer": "2""#, with: #""answer": "3""#) }
      ),
      (
        "questions.json", .answerMismatch,
        "questions[0].program gives no answer: step 2 takes a result of another kind",
        { $0.questions.replace(#""function": "count""#, with: #""function": "query_size""#) }
      ),
      (
        "questions.json", .unknownReference,
        "questions[0].program[2] has the unknown function 'add'",
        { $0.questions.replace(#""function": "count""#, with: #""function": "add""#) }
      ),
      (
        "scenes.json", .missingKey, "scenes[0].objects[1] has no 'color'",
        { $0.scenes.replace(#""color": "blue", "#, with: "") }
      ),
      (
        "scenes.json", .wrongKind, "scenes[1].image_index isn't a number",
        { $0.scenes.replace(#""image_index": 1"#, with: #""image_index": "1""#) }
      ),
      ("scenes.json", .truncatedFile, "the file is empty; expected JSON", { $0.scenes = "" }),
    ]
    for (file, code, text, change) in cases {
      let found = messages(change)
      #expect(
        found.contains { $0.code == code && $0.summary == text && $0.place == .file(file) },
        "\(code): \(found.map { "\($0.code) \($0.summary)" })"
      )
    }
  }

  @Test func brokenJSONIsRefused() {
    let cut = messages { $0.questions = String($0.questions.prefix(300)) }
    #expect(cut.map(\.code) == [.corruptFile])
    #expect(messages { $0.scenes = "[]" }.map(\.code) == [.wrongKind])
  }

  @Test func thousandsOfDefectsGiveAFewMessages() {
    let question = #"""
      {"question_index": 0, "image_filename": "nowhere.png", "question": "?"}
      """#
    let found = messages { fixture in
      fixture.questions =
        #"{"questions": ["# + Array(repeating: question, count: 500).joined(separator: ",") + "]}"
    }
    // Each question has an unknown picture and no scene.
    #expect(found.count == CLEVRDataset.messageLimit + 1)
    #expect(found.last?.severity == .note)
    #expect(found.last?.summary == "980 more defects of this file aren't listed")
  }
}
