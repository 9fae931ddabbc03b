import FabMetrology

/// What a file of an instrument holds.
enum InstrumentContent {
  /// Values at sites.
  case table(SiteTable)
  /// Spectra.
  case spectra([AbsorptionSpectrum])
  /// Scans of a diffractometer.
  case scans([DiffractionScan])
  /// Current-voltage curves.
  case sweeps([IVRecord])
  /// Logs of a crystal monitor.
  case logs([DepositionLog])
}
