/// The computing units of a layout that an operator takes, several times over: every unit at most once.
public struct OperatorPlacement: Hashable, Sendable {
  /// The operator.
  public let name: OperatorName
  /// The places in the list of units, one list a use of the operator.
  public let seats: [[Int]]
  /// How many units there were to choose from.
  public let availableCount: Int

  /// Places an operator on the units of a layout as often as they suffice.
  ///
  /// Columns are filled first where the operator wants one; where a layout has none, units with lines of their own are
  /// joined outside, by the switch matrix. Units are taken in their order, neighbours together.
  ///
  /// - Parameters:
  ///   - name: The operator.
  ///   - pcus: The units that work.
  /// - Complexity: O(*uses* · *units*).
  public init(of name: OperatorName, on pcus: [PlaceablePCU]) {
    self.name = name
    availableCount = pcus.count
    let needed = name.modes.count
    var seats: [[Int]] = []
    if name.seating == .column { seats = Self.columns(of: needed, pcus) }
    if seats.isEmpty { seats = Self.independent(needed, pcus) }
    self.seats = seats
  }

  /// Whether the layout has the units for it.
  public var isPlaced: Bool { !seats.isEmpty }

  /// Units that share a bit line and no word line.
  private static func columns(of needed: Int, _ pcus: [PlaceablePCU]) -> [[Int]] {
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for (index, pcu) in pcus.enumerated() {
      if members[pcu.bitNet] == nil { order.append(pcu.bitNet) }
      members[pcu.bitNet, default: []].append(index)
    }
    var seats: [[Int]] = []
    for net in order {
      var current: [Int] = []
      var words: Set<Int> = []
      for index in members[net] ?? [] where words.insert(pcus[index].wordNet).inserted {
        current.append(index)
        if current.count == needed {
          seats.append(current)
          current = []
          words = []
        }
      }
    }
    return seats
  }

  /// Units of which no two share a line.
  private static func independent(_ needed: Int, _ pcus: [PlaceablePCU]) -> [[Int]] {
    var rest = Array(pcus.indices)
    var seats: [[Int]] = []
    while rest.count >= needed {
      var current: [Int] = []
      var nets: Set<Int> = []
      for index in rest where current.count < needed {
        let (word, bit) = (pcus[index].wordNet, pcus[index].bitNet)
        guard !nets.contains(word), !nets.contains(bit) else { continue }
        nets.insert(word)
        nets.insert(bit)
        current.append(index)
      }
      guard current.count == needed else { break }
      let taken = Set(current)
      rest.removeAll { taken.contains($0) }
      seats.append(current)
    }
    return seats
  }
}
