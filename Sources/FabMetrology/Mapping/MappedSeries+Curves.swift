extension MappedSeries {
  /// The spectrum of the columns; `nil` without wavelengths and one of absorbance, transmittance and reflectance.
  ///
  /// Rows without a value of either are left out.
  public func spectrum() -> AbsorptionSpectrum? {
    let kinds: [(SeriesQuantity, AbsorptionSpectrum.Ordinate)] = [
      (.absorbance, .absorbance), (.transmittance, .transmittance), (.reflectance, .reflectance),
    ]
    guard let (quantity, ordinate) = kinds.first(where: { quantities.contains($0.0) }),
      let points = pairs(.wavelength, quantity)
    else { return nil }
    return AbsorptionSpectrum(
      name: "",
      ordinate: ordinate,
      wavelengths: points.map(\.0),
      values: points.map(\.1),
      isSaturated: points.map { ordinate == .absorbance && $0.1 >= AbsorptionSpectrum.saturation },
      metadata: []
    )
  }

  /// The scan of the columns; `nil` without angles and counts.
  public func scan() -> DiffractionScan? {
    guard let points = pairs(.angle, .counts) else { return nil }
    return DiffractionScan(
      name: "",
      angles: points.map(\.0),
      counts: points.map(\.1),
      stepTime: nil,
      alpha1Wavelength: nil,
      alpha2Wavelength: nil,
      metadata: []
    )
  }

  /// The log of the columns; `nil` without times and one of rate, thickness and frequency.
  public func depositionLog() -> DepositionLog? {
    guard let times = values(of: .time) else { return nil }
    let series = [SeriesQuantity.rate, .thickness, .frequency].map { values(of: $0) ?? [] }
    guard series.contains(where: { !$0.isEmpty }) else { return nil }
    // A row without any of its values would make statistics of nothing.
    let kept = times.indices.filter { row in
      times[row].isFinite && series.allSatisfy { $0.isEmpty || $0[row].isFinite }
    }
    func column(_ index: Int) -> [Double] {
      series[index].isEmpty ? [] : kept.map { series[index][$0] }
    }
    return DepositionLog(
      name: "",
      times: kept.map { times[$0] },
      rates: column(0),
      thicknesses: column(1),
      frequencies: column(2),
      metadata: []
    )
  }

  private func pairs(_ x: SeriesQuantity, _ y: SeriesQuantity) -> [(Double, Double)]? {
    guard let xs = values(of: x), let ys = values(of: y) else { return nil }
    return zip(xs, ys).filter { $0.isFinite && $1.isFinite }.map { ($0, $1) }
  }
}
