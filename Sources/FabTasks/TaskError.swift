/// Why a task can't be set up or a score can't be computed.
public enum TaskError: Error, Hashable, Sendable {
  /// A field of a difficulty has a value that no sample can satisfy.
  case difficulty(field: String, value: String, expected: String)
  /// There is nothing to score or to load.
  case empty(String)
  /// Two lists that belong together differ in length.
  case counts(what: String, found: Int, expected: Int)
  /// A box has a value that isn't a number, or no size.
  case box(index: Int, text: String)
}
