/// Which columns of a spectrophotometer's file belong together.
struct SpectrumColumns {
  /// A column of wavelengths with one of values.
  struct Pair: Equatable {
    var wavelength: Int
    var value: Int
    var ordinate: AbsorptionSpectrum.Ordinate
  }

  let pairs: [Pair]
  /// The number of columns.
  let count: Int

  /// Reads a header; `nil` where the row isn't one.
  init?(_ row: IVRow) {
    var wavelength: Int?
    var pairs: [Pair] = []
    for (index, cell) in row.cells.enumerated() {
      let name = ColumnHeading(cell.text).name
      if name.hasPrefix("wavelength") || name == "nm" || name == "wl" {
        wavelength = index
      } else if let wavelength, let ordinate = Self.ordinate(cell.text) {
        pairs.append(Pair(wavelength: wavelength, value: index, ordinate: ordinate))
      }
    }
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs
    count = row.cells.count
  }

  private static func ordinate(_ heading: String) -> AbsorptionSpectrum.Ordinate? {
    let letters = heading.lowercased().filter { $0.isLetter || $0 == "%" }
    if letters.hasPrefix("abs") || letters == "a" { return .absorbance }
    if letters.hasPrefix("t%") || letters.hasPrefix("%t") || letters.hasPrefix("transmi") {
      return .transmittance
    }
    if letters.hasPrefix("r%") || letters.hasPrefix("%r") || letters.hasPrefix("reflec") {
      return .reflectance
    }
    return nil
  }

  /// The sample's name in the line above the header: at the value's column, or at the wavelengths' on its left.
  static func sample(of pair: Pair, _ row: IVRow?) -> String {
    guard let row else { return "" }
    for index in [pair.value, pair.wavelength] where row.cells.indices.contains(index) {
      let text = row.cells[index].text
      if !text.isEmpty { return text }
    }
    return ""
  }
}
