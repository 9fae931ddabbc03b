public import FabDiagnostics

/// A split of CLEVR v1.0: scenes, questions, and which pictures there are; the pictures themselves are read one by one.
public struct CLEVRDataset: Hashable, Sendable {
  /// The scenes in the order of the file; empty for the test split, whose scenes aren't published.
  public let scenes: [CLEVRScene]
  /// The questions in the order of the file.
  public let questions: [CLEVRQuestion]
  /// The scene of a question, as an index into ``scenes``; shape `[question]`, -1 without scenes.
  public let sceneOfQuestion: [Int]

  /// A file with its name.
  public struct File: Sendable {
    /// The name, as the user knows it.
    public let name: String
    /// The content.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Reads a split from its files; every defect up to ``messageLimit`` is reported, not the first alone.
  ///
  /// - Parameters:
  ///   - scenes: `scenes/CLEVR_<split>_scenes.json`; `nil` for the test split.
  ///   - questions: `questions/CLEVR_<split>_questions.json`.
  ///   - imageNames: The names of the files in `images/<split>`.
  /// - Throws: A ``DiagnosticError``: `empty-dataset`, `missing-image`, `unknown-choice` (attributes, answers),
  ///   `unknown-reference` (scenes, objects, functions), `out-of-range` (families), `duplicate-name`,
  ///   `answer-mismatch` (a program gives another answer), `not-finite`, `corrupt-file`, `missing-key`, `wrong-kind`.
  public init(
    scenes: File?,
    questions: File,
    imageNames: Set<String>
  ) throws(DiagnosticError) {
    let messages = DiagnosticCollector()
    var sceneValues: [CLEVRScene] = []
    if let scenes {
      let file = try JSONSource(name: scenes.name, bytes: scenes.bytes)
        .decode(CLEVRFile.Scenes.self)
      var reader = CLEVRSceneReader(file: scenes.name, imageNames: imageNames)
      sceneValues = reader.scenes(of: file, messages)
    }
    let file = try JSONSource(name: questions.name, bytes: questions.bytes)
      .decode(CLEVRFile.Questions.self)
    let reader = CLEVRQuestionReader(
      file: questions.name,
      scenes: scenes == nil ? nil : sceneValues,
      imageNames: imageNames
    )
    let read = reader.questions(of: file, messages)
    guard !messages.hasErrors else { throw DiagnosticError(messages.diagnostics) }
    self.scenes = sceneValues
    self.questions = read.map(\.question)
    sceneOfQuestion = read.map(\.scene)
  }

  /// The most messages of one file: a wrong version would give one a question.
  public static let messageLimit = 20

  /// Says how many messages of a file were left out.
  static func sayRest(_ count: Int, of file: String, _ messages: DiagnosticCollector) {
    guard count > messageLimit else { return }
    messages.add(
      Diagnostic(
        .corruptFile,
        severity: .note,
        at: .file(file),
        "\(count - messageLimit) more defects of this file aren't listed",
        fixes: ["correct the first ones and read it again"]
      )
    )
  }
}
