import FabCircuit

/// What the resistance of lines costs an array: printed with `--json`.
struct CrossbarReport: Encodable {
  /// The number of word lines.
  var rows: Int
  /// The number of bit lines.
  var columns: Int
  /// Whether a diode lies in series with every memristor.
  var hasSelectors: Bool
  /// The largest source voltage.
  var amplitudeVolt: Double
  /// The seed of conductances and inputs.
  var seed: UInt64
  /// The mean over columns of the errors in magnitude.
  var meanErrorPercent: Double
  /// The largest error in magnitude.
  var largestErrorPercent: Double
  /// Its column, from 1.
  var worstColumn: Int
  /// The voltage across the cell that gets least, over its source's.
  var leastCellVoltagePercent: Double
  /// The row of that cell, from 1.
  var leastCellRow: Int
  /// The column of that cell, from 1.
  var leastCellColumn: Int
  /// The currents without line resistance.
  var idealAmpere: [Double]
  /// The currents.
  var outputAmpere: [Double]
  /// Newton steps; 1 for an array without selectors.
  var steps: Int
  /// Iterations of the conjugate gradients.
  var iterations: Int
  /// The relative residual that is left.
  var residual: Double

  init(_ study: CrossbarStudy) {
    let ratios = study.cellVoltageRatios
    let least = ratios.indices.min { ratios[$0] < ratios[$1] } ?? 0
    rows = study.request.rows
    columns = study.request.columns
    hasSelectors = study.request.selector != nil
    amplitudeVolt = study.request.amplitude
    seed = study.request.seed
    meanErrorPercent = 100 * study.meanError
    largestErrorPercent = 100 * study.largestError
    worstColumn = study.worstColumn + 1
    leastCellVoltagePercent = 100 * (ratios.isEmpty ? 1 : ratios[least])
    leastCellRow = least / study.request.columns + 1
    leastCellColumn = least % study.request.columns + 1
    idealAmpere = study.idealOutputs
    outputAmpere = study.outputs
    steps = study.steps
    iterations = study.iterations
    residual = study.residual
  }
}
