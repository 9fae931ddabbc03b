import FabXML

/// The wavelengths that a `.brml` file states, in Å.
struct BRMLWavelengths {
  var alpha1: Double?
  var alpha2: Double?

  init() {}

  /// Searches the container of the measurement for them; a plain `WaveLength` stands for Kα1.
  init(_ root: XMLElement) {
    func first(_ names: [String]) -> Double? {
      for name in names {
        for element in root.descendants(named: name) {
          let text = element.attribute("Value") ?? String(element.text[...].trimmingSpaces)
          if let value = DecimalParser.value(of: text), (0.1...10).contains(value) { return value }
        }
      }
      return nil
    }
    alpha1 = first(["WaveLengthAlpha1", "WaveLength"])
    alpha2 = first(["WaveLengthAlpha2"])
  }
}
