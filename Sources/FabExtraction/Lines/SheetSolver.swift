import FabGeometry

/// Solves the sheet of one conductor piece: Laplace's equation with terminals at fixed potentials.
///
/// Goals in order: (1) straight stretches exact, (2) corners within 0.03 squares, (3) speed.
/// Cell-centred finite volumes: the conductance between neighbouring cells is the length of their common edge over
/// the distance of their middles, to a terminal over half a cell. Terminals are taken as equipotential:
/// the current of a device that spreads over its area meets up to a third of the squares below it in addition.
///
/// > Validity: exact for rectangles between full-width terminals; a square corner of two arms gives 0.559 squares
/// > within 0.03 (`LineResistanceTests`).
struct SheetSolver {
  /// The conductance between terminals that touch, in 1/squares: much greater than any conductor's.
  private static let touching = 1e6

  private let grid: SheetGrid
  private let count: Int
  /// The place of each free cell in the system, ordered along the longer extent; -1 for others.
  private let numbers: [Int]
  private let unknowns: Int

  init(_ grid: SheetGrid, terminalCount: Int) {
    self.grid = grid
    count = terminalCount
    let (columns, rows) = (grid.widths.count, grid.heights.count)
    var numbers = Array(repeating: -1, count: columns * rows)
    var next = 0
    func take(_ cell: Int) {
      guard grid.owners[cell] == -1 else { return }
      numbers[cell] = next
      next += 1
    }
    if columns > rows {
      for column in 0..<columns { for row in 0..<rows { take(row * columns + column) } }
    } else {
      for cell in 0..<(columns * rows) { take(cell) }
    }
    self.numbers = numbers
    unknowns = next
  }

  /// Returns the reduced conductances between terminals in 1/squares; shape `[terminal, terminal]`.
  func conductances() -> [Double] {
    var reduced = Array(repeating: 0.0, count: count * count)
    var loads = Array(repeating: 0.0, count: unknowns * count)
    let links = links()
    var system = EnvelopeSystem(
      size: unknowns,
      links: links.lazy.filter { $0.first >= 0 && $0.second >= 0 }.map { ($0.first, $0.second) }
    )
    for link in links {
      switch (link.first >= 0, link.second >= 0) {
      case (true, true): system.add(link.conductance, between: link.first, link.second)
      case (true, false):
        system.add(link.conductance, to: link.first)
        loads[(-1 - link.second) * unknowns + link.first] += link.conductance
      case (false, true):
        system.add(link.conductance, to: link.second)
        loads[(-1 - link.first) * unknowns + link.second] += link.conductance
      case (false, false):
        let (one, two) = (-1 - link.first, -1 - link.second)
        reduced[one * count + two] += link.conductance
        reduced[two * count + one] += link.conductance
      }
    }
    system.factor()
    for driven in 0..<count {
      var potentials = Array(loads[(driven * unknowns)..<((driven + 1) * unknowns)])
      system.solve(&potentials)
      for other in 0..<count where other != driven {
        var current = 0.0
        for cell in 0..<unknowns { current += loads[other * unknowns + cell] * potentials[cell] }
        reduced[driven * count + other] += current
      }
    }
    // Both orders hold the same number up to rounding; their mean is exactly symmetric.
    for one in 0..<count {
      for two in 0..<one {
        let mean = (reduced[one * count + two] + reduced[two * count + one]) / 2
        reduced[one * count + two] = mean
        reduced[two * count + one] = mean
      }
    }
    return reduced
  }

  /// A conductance between two nodes: free cells from 0 on, terminals as -1 - number.
  private struct Link {
    let first: Int
    let second: Int
    let conductance: Double
  }

  private func links() -> [Link] {
    let (columns, rows) = (grid.widths.count, grid.heights.count)
    var links: [Link] = []
    links.reserveCapacity(2 * unknowns)
    func connect(_ one: Int, _ two: Int, edge: Double, _ first: Double, _ second: Double) {
      let (a, b) = (grid.owners[one], grid.owners[two])
      guard a > -2, b > -2, a < 0 || a != b else { return }
      let distance = (a < 0 ? first / 2 : 0) + (b < 0 ? second / 2 : 0)
      links.append(
        Link(
          first: a < 0 ? numbers[one] : -1 - a,
          second: b < 0 ? numbers[two] : -1 - b,
          conductance: distance > 0 ? edge / distance : Self.touching
        )
      )
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * columns + column
        if column + 1 < columns {
          let (width, next) = (grid.widths[column], grid.widths[column + 1])
          connect(cell, cell + 1, edge: grid.heights[row], width, next)
        }
        if row + 1 < rows {
          let (height, next) = (grid.heights[row], grid.heights[row + 1])
          connect(cell, cell + columns, edge: grid.widths[column], height, next)
        }
      }
    }
    return links
  }
}
