/// A scene with its question and answer before anything is drawn.
struct SceneDraft {
  var layout: SceneLayout
  var question: SceneQuestion
  /// The index of the answer in ``SceneVocabulary/answers``.
  var answer: Int
}
