/// Why a program gives no answer.
public struct ProgramError: Error, Hashable, Sendable {
  /// The number of the step, from 0.
  public let step: Int
  /// What's wrong with it.
  public let reason: Reason

  /// Creates an error.
  public init(step: Int, reason: Reason) {
    self.step = step
    self.reason = reason
  }

  /// What can be wrong with a step.
  public enum Reason: Error, Hashable, Sendable {
    /// It has too many or too few inputs or words, or takes a result that isn't there yet.
    case arguments
    /// An input is of another kind, for instance a number where objects are expected.
    case wrongKind
    /// Its set has that many objects instead of one.
    case notUnique(Int)
    /// A word is none that the scene knows.
    case unknownWord(String)
    /// The last step gives objects instead of an answer, or there are no steps.
    case noAnswer
  }

  /// What's wrong in words, after "the program's step 3".
  public var text: String {
    switch reason {
    case .arguments: "has too many or too few inputs or words, or takes a later result"
    case .wrongKind: "takes a result of another kind"
    case .notUnique(let count): "needs one object; there are \(count)"
    case .unknownWord(let word): "has the unknown word '\(word)'"
    case .noAnswer: "gives no answer"
    }
  }
}
