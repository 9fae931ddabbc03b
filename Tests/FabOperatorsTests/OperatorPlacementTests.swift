import FabDevices
import FabOperators
import FabUnits
import Testing

@Suite struct OperatorPlacementTests {
  /// Arrays of three by three units on word nets 10 a, 10 a + 1, … and bit nets 1000 + 10 a, ….
  private static func arrays(_ count: Int, rows: Int = 3, columns: Int = 3) -> [PlaceablePCU] {
    (0..<count)
      .flatMap { array in
        (0..<rows * columns)
          .map { place in
            pcu(
              "A\(array).R\(place / columns)C\(place % columns)",
              word: 10 * array + place / columns,
              bit: 1000 + 10 * array + place % columns
            )
          }
      }
  }

  private static func singles(_ count: Int) -> [PlaceablePCU] {
    (0..<count).map { pcu("S\($0)", word: 5000 + $0, bit: 6000 + $0) }
  }

  private static func pcu(_ name: String, word: Int, bit: Int) -> PlaceablePCU {
    PlaceablePCU(
      name: name,
      block: name,
      row: 1,
      column: 1,
      position: SitePosition(x: .zero, y: .zero),
      wordNet: word,
      bitNet: bit,
      nominal: .nominal,
      lines: .nominal
    )
  }

  @Test(arguments: OperatorName.allCases) func noUnitIsUsedTwiceAndNoLineShared(name: OperatorName)
  {
    let pcus = Self.singles(5) + Self.arrays(8)
    let placement = OperatorPlacement(of: name, on: pcus)
    #expect(placement.isPlaced)
    #expect(Set(placement.seats.joined()).count == placement.seats.joined().count)
    for seats in placement.seats {
      #expect(seats.count == name.modes.count)
      #expect(Set(seats.map { pcus[$0].wordNet }).count == seats.count)
      let bits = Set(seats.map { pcus[$0].bitNet }).count
      #expect(bits == (name.seating == .column ? 1 : seats.count))
    }
  }

  @Test func columnsOfAnArrayAreFilled() {
    #expect(OperatorPlacement(of: .vmm, on: Self.arrays(9)).seats.count == 27)
    // Two rows aren't enough for three inputs on one bit line; singles are joined outside instead.
    let flat = Self.arrays(4, rows: 2) + Self.singles(3)
    let placement = OperatorPlacement(of: .vmm, on: flat)
    #expect(placement.isPlaced)
    #expect(OperatorPlacement(of: .add, on: Self.arrays(1, rows: 2)).seats.count == 3)
  }

  @Test func tooFewUnitsAreNoPlacement() {
    #expect(!OperatorPlacement(of: .divider, on: []).isPlaced)
    #expect(!OperatorPlacement(of: .divider, on: Self.singles(2)).isPlaced)
    // Nine units, but only three of them share no line.
    let one = OperatorPlacement(of: .softmax, on: Self.arrays(1))
    #expect(!one.isPlaced)
    #expect(one.availableCount == 9)
  }
}
