/// A pair of pictures before anything is drawn.
struct PairDraft {
  var condition: TrackingCondition
  /// The things in the search region; the first is the target.
  var things: [TrackedThing]
  /// The target as the template shows it, in pixels of the template.
  var template: TrackedThing
}
