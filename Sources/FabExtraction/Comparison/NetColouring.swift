/// Colours of nets that differ where the structure around them differs.
///
/// Each round mixes into a net's colour those of its neighbours, by device and side; sums make it independent of
/// any order. Equal structures get equal colours; the converse is checked by whoever uses them.
///
/// > Source: colour refinement, B. Weisfeiler and A. Leman 1968; for netlists C. Ebeling and O. Zajicek,
/// > *Validating VLSI circuit layout by wirelist comparison*, ICCAD 1983.
struct NetColouring {
  /// The colour of each net.
  private(set) var colours: [UInt64]

  init(_ graph: CircuitGraph) {
    colours = Array(repeating: 1, count: graph.netCount)
    refine(graph)
  }

  /// Gives one net a colour of its own and spreads the difference.
  mutating func single(out net: Int, in graph: CircuitGraph) {
    colours[net] = Self.mix(colours[net], 0x5151)
    refine(graph)
  }

  /// A number that equal structures share.
  var signature: UInt64 { colours.reduce(UInt64(colours.count)) { $0 &+ Self.mix($1, 77) } }

  /// The nets of each colour.
  var classes: [UInt64: [Int]] { Dictionary(grouping: colours.indices, by: { colours[$0] }) }

  private mutating func refine(_ graph: CircuitGraph) {
    var count = Set(colours).count
    while true {
      var next = colours.map { Self.mix($0, 3) }
      for edge in graph.edges {
        let (bottom, top) = (colours[edge.bottom], colours[edge.top])
        let kind = UInt64(truncatingIfNeeded: edge.kind)
        next[edge.bottom] &+= Self.mix(top &+ kind &* 2, 11)
        next[edge.top] &+= Self.mix(bottom &+ kind &* 2, 13)
      }
      colours = next
      let refined = Set(next).count
      guard refined > count else { return }
      count = refined
    }
  }

  /// A well-mixing permutation of 64 bits.
  ///
  /// > Source: the finaliser of SplitMix64, G. Steele, D. Lea and C. Flood, OOPSLA 2014.
  private static func mix(_ value: UInt64, _ salt: UInt64) -> UInt64 {
    var z = value &+ salt &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
