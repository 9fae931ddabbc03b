import FabGeometry
import FabRecipe

extension Finding {
  /// Creates the finding of a distance that is too small.
  ///
  /// The measured distance is rounded down to the nanometre, so that it never looks like the limit.
  init(_ place: NarrowPlace, level: LevelName, limit: Int, text: String) {
    self.init(
      level: level,
      box: place.box,
      measured: millimetreText(Int(place.distance.rounded(.down))),
      limit: "at least \(millimetreText(limit))",
      text: text
    )
  }
}
