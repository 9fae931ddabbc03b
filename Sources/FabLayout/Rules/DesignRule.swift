/// One condition that masks must meet.
///
/// A rule has a file of its own, named after its type; its id is what users see and what never changes.
public protocol DesignRule: Sendable {
  /// The stable identifier, for instance `web-width`.
  var id: String { get }
  /// What is demanded, in one sentence.
  var title: String { get }
  /// Why, and where the limit comes from.
  var source: String { get }

  /// Checks a layout.
  func check(_ context: RuleContext) -> RuleVerdict
}
