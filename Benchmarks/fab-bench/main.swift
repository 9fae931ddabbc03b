import FabCircuit
import FabDevices
import Foundation

// Times the kernels on a problem from a file and writes what came out, for comparison with other programs.
//
// fab-bench linear|selector PROBLEM OUT THREADS
//   PROBLEM: little-endian doubles: rows, columns, vectors, word segment/ohm, bit segment/ohm, I0/A, nVT/V, Rs/ohm,
//   conductances [row, column]/S, inputs [vector, row]/V. OUT: outputs [vector, column]/A.
// fab-bench units COUNT THREADS
// Prints the best time of five (of one beyond a second) in seconds.

func bestTime(_ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<5 {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    let time = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    best = min(best, time)
    if time > 1 { break }
  }
  return best
}

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "units", let count = UInt64(arguments[2]),
  let threads = Int(arguments[3])
{
  let population = try SeriesUnitPopulation(
    saturationCurrent: 1e-9,
    slopeVoltage: 0.0514,
    seriesResistance: 100,
    resistance: 1e4,
    spreads: SIMD3(0.1, 0.01, 0.2),
    seed: 1
  )
  var mean = 0.0
  let time = try bestTime {
    let currents = try population.currents(at: 0.8, units: 0..<count, threads: threads)
    mean = currents.reduce(0, +) / Double(count)
  }
  print(time, mean)
} else if arguments.count == 5, let threads = Int(arguments[4]) {
  let data = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
  let values = data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
  let (rows, columns, vectors) = (Int(values[0]), Int(values[1]), Int(values[2]))
  let cells = rows * columns
  let conductances = Array(values[8..<(8 + cells)])
  let inputs = (0..<vectors)
    .map { Array(values[(8 + cells + $0 * rows)..<(8 + cells + ($0 + 1) * rows)]) }
  let lines = try CrossbarLines(
    rows: rows,
    columns: columns,
    wordSegment: values[3],
    bitSegment: values[4]
  )
  var outputs: [[Double]] = []
  let time: Double
  if arguments[1] == "linear" {
    time = try bestTime {
      let crossbar = try LinearCrossbar(lines: lines, conductances: conductances)
      outputs =
        vectors == 1
        ? [try crossbar.solution(for: inputs[0], threads: threads).outputs]
        : try crossbar.outputs(for: inputs, threads: threads)
    }
  } else {
    time = try bestTime {
      let crossbar = try SelectorCrossbar(
        lines: lines,
        cells: SelectorCells(
          saturationCurrents: Array(repeating: values[5], count: cells),
          slopeVoltages: Array(repeating: values[6], count: cells),
          seriesResistances: Array(repeating: values[7], count: cells),
          conductances: conductances
        )
      )
      outputs = try crossbar.solutions(for: inputs, threads: threads).map(\.outputs)
    }
  }
  let bytes = outputs.flatMap(\.self).withUnsafeBytes { Data($0) }
  try bytes.write(to: URL(fileURLWithPath: arguments[3]))
  print(time)
} else {
  FileHandle.standardError.write(Data("usage: see Benchmarks/fab-bench/main.swift\n".utf8))
  exit(64)
}
