import FabCircuit
import FabNumerics

/// A matrix of weights as pairs of programmed cells in crossbars with lines of resistance, solved.
///
/// The array is cut into tiles whose bit lines are added up behind their virtual grounds. A weight `w` is a cell of
/// `G0 + |w| (1 - G0)` in the array of its sign and one of `G0` in the other, as shares of the unit conductance, so that
/// small weights need no small conductances.
public struct CrossbarWeights: Sendable {
  /// The lines of a tile.
  public struct Lines: Hashable, Sendable {
    /// The most rows, and columns, of a tile.
    public var tile: Int
    /// The resistance of each piece of line, in ohm.
    public var segment: Double

    /// Creates lines.
    public init(tile: Int, segment: Double) {
      self.tile = tile
      self.segment = segment
    }
  }

  /// What the arrays make of the weights, shape `[in, out]`, in numbers of the network.
  public let effective: [Float]

  /// Programs cells, pulse by pulse, and solves the arrays.
  ///
  /// - Parameters:
  ///   - weights: The weights, shape `[in, out]`.
  ///   - rows: The inputs.
  ///   - columns: The outputs.
  ///   - lines: The lines of a tile.
  ///   - cells: Where cells come from: unit `2 k` holds the positive part of weight `k`, `2 k + 1` the negative one.
  ///   - conditions: How cells are programmed.
  /// - Throws: ``CrossbarWeightsError`` for a cell that can't be programmed or an array that has no solution.
  public init(
    _ weights: [Float],
    rows: Int,
    columns: Int,
    lines: Lines,
    cells: UnitPopulation,
    conditions: OperatorConditions
  ) throws(CrossbarWeightsError) {
    precondition(weights.count == rows * columns && lines.tile > 0)
    let largest = Double(weights.map(abs).max() ?? 0)
    var effective = Array(repeating: Float(0), count: weights.count)
    let base = SynapseColumn.smallestWeight
    func conductance(_ share: Double, _ cell: Int) throws(CrossbarWeightsError) -> Double {
      do throws(OperatorError) {
        let unit = try cells.unit(cell)
        var generator = cells.stream(ofUnit: cell)
        return try SynapseColumn.programmed(
          unit.pcus[0],
          to: share * SynapseColumn.unitConductance,
          .vmm,
          cell,
          conditions,
          &generator
        )
      } catch {
        throw .operators(error)
      }
    }
    guard largest > 0 else {
      self.effective = effective
      return
    }
    for top in stride(from: 0, to: rows, by: lines.tile) {
      for left in stride(from: 0, to: columns, by: lines.tile) {
        let (height, width) = (min(lines.tile, rows - top), min(lines.tile, columns - left))
        var (plus, minus) = ([Double](), [Double]())
        for row in top..<top + height {
          for column in left..<left + width {
            let place = row * columns + column
            let share = Double(weights[place]) / largest
            plus.append(try conductance(base + max(share, 0) * (1 - base), 2 * place))
            minus.append(try conductance(base + max(-share, 0) * (1 - base), 2 * place + 1))
          }
        }
        do throws(CrossbarError) {
          let wires = try CrossbarLines(
            rows: height,
            columns: width,
            wordSegment: lines.segment,
            bitSegment: lines.segment
          )
          let positive = try LinearCrossbar(lines: wires, conductances: plus).transferMatrix()
          let negative = try LinearCrossbar(lines: wires, conductances: minus).transferMatrix()
          for row in 0..<height {
            for column in 0..<width {
              let difference = positive[row * width + column] - negative[row * width + column]
              effective[(top + row) * columns + left + column] = Float(
                difference / SynapseColumn.unitConductance / (1 - base) * largest
              )
            }
          }
        } catch {
          throw .crossbar(error)
        }
      }
    }
    self.effective = effective
  }
}
