import FabGeometry
import FabLayout
import FabRecipe

/// An overlap with the pieces that it lies in.
struct PlacedOverlap {
  let overlap: DeviceOverlap
  let bottom: Int
  let top: Int

  /// Whether the conductors touch, on purpose or not.
  var isConducting: Bool {
    guard let component = overlap.component else { return overlap.between.isEmpty }
    return component.kind == .contact
  }

  /// Finds the pieces that overlaps lie in.
  static func place(
    _ overlaps: [DeviceOverlap],
    in pieces: ConductorPieces
  ) -> (placed: [PlacedOverlap], unresolved: [DeviceOverlap]) {
    func owners(_ level: (DeviceOverlap) -> LevelName) -> [Int?] {
      var owners: [Int?] = overlaps.map { _ in nil }
      for (name, indices) in Dictionary(grouping: overlaps.indices, by: { level(overlaps[$0]) }) {
        let found = pieces.pieces(on: name, around: indices.map { overlaps[$0].polygon })
        for (index, owner) in zip(indices, found) { owners[index] = owner }
      }
      return owners
    }
    let (bottoms, tops) = (owners(\.bottom), owners(\.top))
    var placed: [PlacedOverlap] = []
    var unresolved: [DeviceOverlap] = []
    for (index, overlap) in overlaps.enumerated() {
      if let bottom = bottoms[index], let top = tops[index] {
        placed.append(PlacedOverlap(overlap: overlap, bottom: bottom, top: top))
      } else {
        unresolved.append(overlap)
      }
    }
    return (placed, unresolved)
  }
}
