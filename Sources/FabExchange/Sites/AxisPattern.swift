/// How positions along one axis repeat.
struct AxisPattern: Hashable {
  /// Positions closer than this are one, in nm: a micrometre, well below any gap between devices [ours].
  static let tolerance = 1000

  /// The number of places.
  let count: Int
  /// The number of blocks.
  let blocks: Int
  /// The distance between neighbours of a block in nm.
  let step: Int
  /// The distance between blocks in nm; 0 for one block.
  let blockStep: Int
  /// The first position in nm.
  let start: Int
  /// Whether place and steps give every position back.
  let isExact: Bool
  /// The index of each position, positions in nm.
  let indices: [Int: Int]

  /// Finds the pattern of positions.
  ///
  /// In this order: multiples of the pitch with gaps; one step of their own; blocks of equal size and step; and,
  /// where nothing repeats, their ranks, which keep who is left of whom but not how far.
  ///
  /// - Parameters:
  ///   - positions: The positions in nm; at least one.
  ///   - pitch: The step in nm that is tried first; above 0.
  init(_ positions: [Int], pitch: Int) {
    var distinct: [Int] = []
    var ranks: [Int: Int] = [:]
    for position in positions.sorted() {
      // Measured from the first of a cluster, so that a chain of near ones doesn't swallow a gap.
      if distinct.last.map({ position - $0 > Self.tolerance }) ?? true { distinct.append(position) }
      ranks[position] = distinct.count - 1
    }
    let first = distinct.first ?? 0
    let offsets = distinct.map { $0 - first }
    start = first
    if let multiples = Self.multiples(offsets, of: pitch) {
      (count, blocks, step, blockStep, isExact) = ((multiples.last ?? 0) + 1, 1, pitch, 0, true)
      indices = ranks.mapValues { multiples[$0] }
      return
    }
    count = distinct.count
    indices = ranks
    let sizes = (2...max(2, offsets.count)).reversed().filter { offsets.count.isMultiple(of: $0) }
    for size in sizes {
      let step = offsets[1]
      let blockStep = size < offsets.count ? offsets[size] : 0
      let fits = offsets.enumerated()
        .allSatisfy { index, offset in
          abs(offset - (index / size) * blockStep - (index % size) * step) <= Self.tolerance
        }
      guard fits else { continue }
      (blocks, self.step, self.blockStep, isExact) = (offsets.count / size, step, blockStep, true)
      return
    }
    let gaps = zip(offsets, offsets.dropFirst()).map { $1 - $0 }
    (blocks, step, blockStep, isExact) = (1, gaps.min() ?? pitch, 0, offsets.count < 2)
  }

  /// Returns which multiples of a step offsets are; `nil` if one is none.
  private static func multiples(_ offsets: [Int], of step: Int) -> [Int]? {
    var multiples: [Int] = []
    for offset in offsets {
      let multiple = (offset + step / 2) / step
      guard abs(offset - multiple * step) <= tolerance else { return nil }
      multiples.append(multiple)
    }
    return multiples
  }
}
