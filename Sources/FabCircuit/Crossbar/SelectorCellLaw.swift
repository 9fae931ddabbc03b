import FabDevices
import FabNumerics
import Foundation

/// The current-voltage law of all cells, four at once, with all that doesn't depend on the voltage taken beforehand.
struct SelectorCellLaw {
  typealias Quad = SIMD4<Double>

  private let saturationCurrents: CellBuffer<Quad>
  private let slopeVoltages: CellBuffer<Quad>
  private let saturationVoltages: CellBuffer<Quad>
  private let logarithms: CellBuffer<Quad>
  private let isThere: CellBuffer<Quad>
  private let shunts: CellBuffer<Quad>

  init(_ cells: SelectorCells, grid: CrossbarGrid) {
    let open = cells.conductances.map { $0 > 0 ? 1.0 : 0.0 }
    let resistances = zip(cells.seriesResistances, cells.conductances)
      .map { $0 + ($1 > 0 ? 1 / $1 : 0) }
    let voltages = zip(cells.saturationCurrents, resistances).map { $0 * $1 }
    saturationCurrents = grid.buffer(cells.saturationCurrents, padding: 1)
    slopeVoltages = grid.buffer(cells.slopeVoltages, padding: 1)
    saturationVoltages = grid.buffer(voltages, padding: 1)
    logarithms = grid.buffer(
      zip(voltages, cells.slopeVoltages).map { max(log($0 / $1), -1e6) }
    )
    isThere = grid.buffer(open)
    shunts = grid.buffer(open.map { _ in cells.shuntConductance })
  }

  /// Current in ampere and its derivative in siemens of four cells at a voltage in volt.
  @inline(__always)
  func operatingPoint(_ index: Int, _ voltage: Quad) -> (current: Quad, conductance: Quad) {
    let found = SeriesDiodeVector.operatingPoint(
      voltage: voltage,
      saturationCurrent: saturationCurrents.pointer[index],
      slopeVoltage: slopeVoltages.pointer[index],
      saturationVoltage: saturationVoltages.pointer[index],
      logarithm: logarithms.pointer[index]
    )
    // An open cell's law is evaluated and masked: a branch would cost more.
    let (mask, shunt) = (isThere.pointer[index], shunts.pointer[index])
    return (
      (shunt * voltage).addingProduct(mask, found.current),
      shunt.addingProduct(mask, found.conductance)
    )
  }

  /// The sum of each column's cell currents in ampere, with every cell between its source and ground.
  static func currentSums(_ cells: SelectorCells, inputs: [Double], columns: Int) -> [Double] {
    let grid = CrossbarGrid(rows: inputs.count, columns: columns)
    let law = SelectorCellLaw(cells, grid: grid)
    var sums = Array(repeating: Quad.zero, count: grid.quads)
    for row in 0..<grid.rows {
      let voltage = Quad(repeating: inputs[row])
      for quad in 0..<grid.quads {
        sums[quad] += law.operatingPoint(row * grid.stride + quad, voltage).current
      }
    }
    return (0..<columns).map { sums[$0 / 4][$0 % 4] }
  }
}
