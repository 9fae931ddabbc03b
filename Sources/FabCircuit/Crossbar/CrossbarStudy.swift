import FabNumerics

/// What the resistance of the lines does to a read of an array: one operating point beside the ideal one.
///
/// Conductances and, where asked for, inputs are drawn from the seed alone: the same request gives the same bits on
/// any number of threads. Arrays of cells have the shape `[row, column]`, row-major.
///
/// > Validity: Solves end where ``LinearCrossbar/tolerance`` or ``SelectorCrossbar/tolerance`` says; relative errors
/// > far below 1e-9 are rounding.
public struct CrossbarStudy: Hashable, Sendable {
  /// What was asked for.
  public let request: Request
  /// The voltage of each source in volt; shape `[row]`.
  public let inputs: [Double]
  /// The conductance of each memristor in siemens; shape `[row, column]`.
  public let conductances: [Double]
  /// The current of each column if no line had resistance, in ampere; shape `[column]`.
  public let idealOutputs: [Double]
  /// The current of each column into its virtual ground, in ampere; shape `[column]`.
  public let outputs: [Double]
  /// `outputs / idealOutputs - 1`, with its sign; shape `[column]`.
  public let relativeErrors: [Double]
  /// The mean magnitude of ``relativeErrors``.
  public let meanError: Double
  /// The largest magnitude of ``relativeErrors``.
  public let largestError: Double
  /// The column with the largest error, from 0; the first of several.
  public let worstColumn: Int
  /// The voltage across each cell over the voltage of its row's source; shape `[row, column]`.
  public let cellVoltageRatios: [Double]
  /// Newton steps; 1 where cells are linear.
  public let steps: Int
  /// Iterations of the conjugate gradients, all steps together.
  public let iterations: Int
  /// The relative residual that was reached, in the norm that the solver states.
  public let residual: Double

  /// Draws an array and solves it.
  ///
  /// - Parameters:
  ///   - request: The array and how it is read.
  ///   - threads: The number of threads to use at most; the result doesn't depend on it.
  /// - Throws: ``CrossbarError/empty(rows:columns:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)`` for what is negative, not finite, or zero where it mustn't be,
  ///   ``CrossbarError/notConverged(row:column:residual:iterations:)``.
  public init(_ request: Request, threads: Int = 2) throws(CrossbarError) {
    let lines = try request.lines()
    var generator = Xoshiro256(seed: request.seed)
    let (low, high) = (request.conductances.lowerBound, request.conductances.upperBound)
    let conductances = (0..<(lines.rows * lines.columns))
      .map { _ in min(high, low + (high - low) * generator.uniformDeviate()) }
    let inputs = (0..<lines.rows)
      .map { _ in
        // 1 - u keeps a drawn voltage above zero.
        request.inputs == .random
          ? request.amplitude * (1 - generator.uniformDeviate()) : request.amplitude
      }
    let found: CrossbarSolution
    let ideal: [Double]
    if let selector = request.selector {
      let cells = selector.cells(conductances)
      let crossbar = try SelectorCrossbar(lines: lines, cells: cells)
      found = try crossbar.solution(for: inputs, keepsVoltages: true, threads: threads)
      ideal = SelectorCellLaw.currentSums(cells, inputs: inputs, columns: lines.columns)
    } else {
      let crossbar = try LinearCrossbar(lines: lines, conductances: conductances)
      found = try crossbar.solution(for: inputs, keepsVoltages: true, threads: threads)
      var sums = Array(repeating: 0.0, count: lines.columns)
      for cell in conductances.indices {
        sums[cell % lines.columns] += inputs[cell / lines.columns] * conductances[cell]
      }
      ideal = sums
    }
    self.request = request
    self.inputs = inputs
    self.conductances = conductances
    idealOutputs = ideal
    outputs = found.outputs
    let errors = zip(found.outputs, ideal).map { $0 / $1 - 1 }
    relativeErrors = errors
    meanError = errors.reduce(0) { $0 + abs($1) } / Double(errors.count)
    var worst = 0
    for column in errors.indices where abs(errors[column]) > abs(errors[worst]) { worst = column }
    worstColumn = worst
    largestError = abs(errors[worst])
    cellVoltageRatios = conductances.indices
      .map { (found.wordVoltages[$0] - found.bitVoltages[$0]) / inputs[$0 / lines.columns] }
    steps = found.steps
    iterations = found.iterations
    residual = found.residual
  }
}
