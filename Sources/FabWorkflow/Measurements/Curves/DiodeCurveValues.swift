import FabDevices
import FabDiagnostics
import FabMetrology
import FabStore
import FabUnits

/// The parameters of a diode and its rectification, of one sweep.
struct DiodeCurveValues {
  let settings: CurveSettings

  /// A standard uncertainty is so many times shorter than half of a 95 % interval of a normal value.
  private static let coverage = 1.96

  /// Evaluates a sweep: its rising branch if that has points enough, else the falling one.
  ///
  /// - Throws: A ``DiagnosticError`` if temperature, area or resolution are out of range.
  func values(of record: IVRecord) throws(DiagnosticError) -> CurveEvaluation {
    var evaluation = CurveEvaluation()
    let method = self.method
    var fit: DiodeFit?
    do throws(DiagnosticError) {
      fit = try self.fit(record)
    } catch {
      guard error.diagnostics.allSatisfy({ $0.code == .fitFailed }) else { throw error }
      evaluation.warn(error)
    }
    if let found = fit, !found.isDiode {
      evaluation.messages.append(
        Diagnostic(
          .poorFit,
          severity: .warning,
          at: .file(record.name),
          "R2 of log |I| is \(EngineeringText.plain(found.rSquared, digits: 6)), expected at least "
            + "\(DiodeFit.acceptedRSquared)",
          fixes: ["look at it with 'pcu-fab simulate iv --fit \(record.name) --svg fit.svg'"]
        )
      )
      fit = nil
    }
    func add(_ characteristic: StandardCharacteristic, _ estimate: ParameterEstimate?) {
      // A fitted diode without a resistance has one that this sweep can't show.
      let missing: MeasurementFlags = fit == nil ? .fitFailed : .notMeasured
      evaluation.values.append(
        CurveValue(
          characteristic,
          method: method,
          value: estimate?.value,
          u: estimate.map { ($0.interval.upperBound - $0.interval.lowerBound) / 2 / Self.coverage },
          flags: estimate == nil ? missing : []
        )
      )
    }
    add(.saturationCurrent, fit?.saturationCurrent)
    add(.ideality, fit?.ideality)
    add(.seriesResistance, fit?.seriesResistance)
    add(.shuntResistance, fit?.shuntResistance)
    evaluation.values.append(rectification(record))
    return evaluation
  }

  /// The method in canonical form.
  private var method: String {
    let kelvin = EngineeringText.plain(settings.temperature.siValue, digits: 6)
    let area = EngineeringText.plain(settings.area.value(in: .squareMillimetre), digits: 6)
    let resolution = EngineeringText.plain(settings.resolution.siValue, digits: 6)
    return "diode:log-current \(kelvin) K \(area) mm2 from \(resolution) A"
  }

  private func fit(_ record: IVRecord) throws(DiagnosticError) -> DiodeFit? {
    let fitter: DiodeFitter
    let measurement: DiodeMeasurement
    // The fitter leaves out what has the mark of overflow; a point at the source's limit says as little.
    let currents = zip(record.currents, record.flags)
      .map { $1.contains(.compliance) ? Self.overflowMark : $0 }
    do throws(DeviceError) {
      fitter = try DiodeFitter(resolution: settings.resolution.siValue)
      measurement = try DiodeMeasurement(voltages: record.voltages, currents: currents)
    } catch {
      throw error.diagnostic(options: [.current: "--resolution"])
    }
    do throws(DiodeFitError) {
      let fits = try fitter.fits(
        measurement,
        temperature: settings.temperature,
        area: settings.area
      )
      return fits[.rising] ?? fits[.falling]
    } catch {
      throw error.diagnostic(of: record)
    }
  }

  /// What instruments write beyond their range.
  private static let overflowMark = 9.91e37

  private func rectification(_ record: IVRecord) -> CurveValue {
    let volts = abs(settings.rectificationVoltage.siValue)
    let sweep = SweepReading(record)
    let forward = sweep.currents(at: volts).map(abs)
    let reverse = sweep.currents(at: -volts).map(abs)
    let method = "iv:mean |I| at +\(volts) V over that at -\(volts) V"
    guard !forward.isEmpty, !reverse.isEmpty else {
      return CurveValue(.rectificationRatio, method: method, value: nil, flags: .notMeasured)
    }
    let means = [forward, reverse].map { $0.reduce(0, +) / Double($0.count) }
    // A reverse current below the resolution would make the ratio a number of noise.
    guard means[1] >= settings.resolution.siValue else {
      return CurveValue(.rectificationRatio, method: method, value: nil, flags: .notMeasured)
    }
    return CurveValue(.rectificationRatio, method: method, value: means[0] / means[1])
  }
}
