import FabDevices
public import FabDiagnostics
import FabHash
import FabMetrology
import FabUnits
import Foundation

/// What `simulate iv --fit` does: a measured curve in, the diode that describes it out.
public struct IVFitJob {
  private let request: IVFitRequest
  private let files: OutputChoice

  /// Creates a job.
  public init(request: IVFitRequest, files: OutputChoice) {
    self.request = request
    self.files = files
  }

  /// Reads and fits.
  ///
  /// - Returns: The report; it isn't clean if a branch is no diode.
  /// - Throws: A ``DiagnosticError`` if the file can't be read or nothing can be fitted to it.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let fitter = try fitter()
    let bytes = try InputFile.bytes(at: request.file, limit: InputFile.measurementLimit)
    let record = try IVRecord.read(name: request.file, bytes: bytes)
    let branches: [IVBranch]
    do {
      branches = try fitted(record, by: fitter)
    } catch {
      // What was refused while reading may be why there's nothing to fit.
      throw DiagnosticError(record.messages + error.diagnostics)
    }
    let report = report(record, branches, fitter, hash: ContentHash(of: bytes).hexadecimal)
    var text = IVFitText(report: report).description
    text += try files.write(
      svg: { IVFitPicture(report: report, branches: branches).svg() },
      csv: { Self.table(branches) }
    )
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: record.messages + branches.compactMap(poorFit),
      isClean: branches.allSatisfy(\.fit.isDiode)
    )
  }

  private func fitter() throws(DiagnosticError) -> DiodeFitter {
    do throws(DeviceError) {
      return try DiodeFitter(resolution: request.resolution.siValue)
    } catch {
      throw error.diagnostic(options: [.current: "--resolution"])
    }
  }

  private func fitted(
    _ record: IVRecord,
    by fitter: DiodeFitter
  ) throws(DiagnosticError) -> [IVBranch] {
    let fits: [SweepBranch: DiodeFit]
    let measurement: DiodeMeasurement
    do throws(DeviceError) {
      measurement = try DiodeMeasurement(voltages: record.voltages, currents: record.currents)
    } catch {
      throw error.diagnostic(options: [:])
    }
    do throws(DiodeFitError) {
      fits = try fitter.fits(measurement, temperature: request.temperature, area: request.area)
    } catch {
      throw error.diagnostic(of: record)
    }
    var branches: [IVBranch] = []
    for branch in SweepBranch.allCases {
      guard let fit = fits[branch] else { continue }
      do throws(DeviceError) {
        branches.append(try IVBranch(branch, fit, of: measurement))
      } catch {
        throw error.diagnostic(options: [:])
      }
    }
    return branches
  }

  private func poorFit(_ branch: IVBranch) -> Diagnostic? {
    guard !branch.fit.isDiode else { return nil }
    return Diagnostic(
      .poorFit,
      at: .file(request.file),
      "\(branch.branch.rawValue) branch: R2 of log |I| is "
        + "\(EngineeringText.plain(branch.fit.rSquared, digits: 6)), expected at least "
        + "\(DiodeFit.acceptedRSquared)",
      fixes: ["look at the residuals with --svg"]
    )
  }

  private func report(
    _ record: IVRecord,
    _ branches: [IVBranch],
    _ fitter: DiodeFitter,
    hash: String
  ) -> IVFitReport {
    let rising = branches.first { $0.branch == .rising }
    let falling = branches.first { $0.branch == .falling }
    var hysteresis: IVHysteresis?
    if let rising, let falling { hysteresis = IVHysteresis(rising: rising, falling: falling) }
    return IVFitReport(
      file: request.file,
      fileSha256: hash,
      points: record.voltages.count,
      refusedRows: record.refusedRows,
      temperatureKelvin: request.temperature.siValue,
      areaMm2: request.area.value(in: .squareMillimetre),
      resolutionAmpere: fitter.resolution,
      confidence: fitter.confidence,
      branches: branches.map { Self.branch($0, record) },
      hysteresis: hysteresis.map {
        IVFitReport.Hysteresis(
          meanDecades: $0.mean,
          largestDecades: $0.largest,
          largestAtVolt: $0.place,
          limitDecades: IVHysteresis.limit,
          isPresent: $0.mean > IVHysteresis.limit
        )
      }
    )
  }

  private static func branch(_ branch: IVBranch, _ record: IVRecord) -> IVFitReport.Branch {
    func estimate(_ value: ParameterEstimate) -> IVFitReport.Estimate {
      IVFitReport.Estimate(
        value: value.value,
        low: value.interval.lowerBound,
        high: value.interval.upperBound
      )
    }
    let fit = branch.fit
    return IVFitReport.Branch(
      branch: branch.branch.rawValue,
      points: fit.pointCount,
      saturationCurrentAmpere: estimate(fit.saturationCurrent),
      ideality: estimate(fit.ideality),
      seriesResistanceOhm: fit.seriesResistance.map(estimate),
      shuntResistanceOhm: fit.shuntResistance.map(estimate),
      rSquared: fit.rSquared,
      scatterDecades: fit.logScatter / log(10),
      isDiode: fit.isDiode,
      excluded: fit.excluded.byReason(in: record)
        .map { IVFitReport.Exclusion(reason: $0.reason, lines: $0.lines) }
    )
  }

  private static func table(_ branches: [IVBranch]) -> [UInt8] {
    var text = "branch,voltage (V),current (A),fitted current (A),residual (decades)\n"
    for branch in branches {
      for point in branch.points {
        text +=
          "\(branch.branch.rawValue),\(point.voltage),\(point.current),\(point.fitted),"
          + "\(point.residualDecades)\n"
      }
    }
    return Array(text.utf8)
  }
}
