import FabDiagnostics
import FabXML

/// An element of a map file with the document around it, read value by value with messages.
struct MapElement {
  let element: FabXML.XMLElement
  let document: FabXML.XMLDocument
  let collector: DiagnosticCollector

  var place: Place { document.place(of: element) }
  var name: String { element.name }
  var text: String { element.text.trimmed }

  /// The first child of a name.
  func child(_ name: String) -> MapElement? {
    element.children.first { $0.name == name }.map(inside)
  }

  /// All children of a name.
  func children(_ name: String) -> [MapElement] {
    element.children.filter { $0.name == name }.map(inside)
  }

  private func inside(_ child: FabXML.XMLElement) -> MapElement {
    MapElement(element: child, document: document, collector: collector)
  }

  /// Returns an attribute, whatever the capitals of its name.
  func attribute(_ name: String) -> String? {
    if let value = element.attribute(name) { return value.trimmed }
    return element.attributes.first { $0.name.lowercased() == name.lowercased() }?.value.trimmed
  }

  /// Adds an error at this element.
  func fail(_ code: DiagnosticCode, _ summary: String, fixes: [String] = []) {
    collector.add(Diagnostic(code, at: place, summary, fixes: fixes))
  }

  /// Adds a warning at this element.
  func warn(_ code: DiagnosticCode, _ summary: String, fixes: [String] = []) {
    collector.add(Diagnostic(code, severity: .warning, at: place, summary, fixes: fixes))
  }

  /// Adds a remark at this element.
  func remark(_ code: DiagnosticCode, _ summary: String) {
    collector.add(Diagnostic(code, severity: .note, at: place, summary))
  }

  /// Returns an attribute that must be there.
  func required(_ name: String) -> String? {
    if let value = attribute(name) { return value }
    fail(.missingKey, "\(self.name) has no attribute \(name)")
    return nil
  }

  /// Returns an attribute as a whole number, a plus sign or leading zeros allowed.
  func integer(_ name: String, in range: ClosedRange<Int> = -1_000_000...1_000_000) -> Int? {
    guard let text = attribute(name) else { return nil }
    guard let value = Int(text) else {
      fail(
        .notANumber,
        "\(name) of \(self.name) is '\(ExchangeName.shown(text))', expected a whole number"
      )
      return nil
    }
    guard range.contains(value) else {
      fail(
        .outOfRange,
        "\(name) of \(self.name) is \(value), expected \(range.lowerBound) to \(range.upperBound)"
      )
      return nil
    }
    return value
  }

  /// Returns an attribute as a number of millimetres.
  func millimetres(_ name: String, unit: Double) -> Double? {
    guard let text = attribute(name) else { return nil }
    guard let value = text.decimalNumber, abs(value * unit) < 1e6 else {
      fail(
        .notANumber,
        "\(name) of \(self.name) is '\(ExchangeName.shown(text))', expected a length with a decimal point"
      )
      return nil
    }
    return value * unit
  }

  /// Returns the attributes X and Y as millimetres, by the element's units or those of its layout.
  func vector(defaultUnit: String) -> MapVector? {
    let name = attribute("Units") ?? attribute("Unit") ?? defaultUnit
    guard let unit = Self.millimetres(of: name) else {
      fail(
        .unknownUnit,
        "\(self.name) is in '\(ExchangeName.shown(name))', expected mm, micron, um, nm, cm, m, inch or mil"
      )
      return nil
    }
    guard let x = millimetres("X", unit: unit), let y = millimetres("Y", unit: unit) else {
      if attribute("X") == nil || attribute("Y") == nil {
        fail(.missingKey, "\(self.name) lacks X or Y")
      }
      return nil
    }
    return MapVector(x: x, y: y)
  }

  /// Returns how many millimetres a unit is.
  static func millimetres(of unit: String) -> Double? {
    switch unit.lowercased() {
    case "mm", "millimeter", "millimeters", "millimetre", "millimetres": 1
    case "micron", "microns", "um", "µm", "μm", "micrometer", "micrometers": 1e-3
    case "nm", "nanometer", "nanometers": 1e-6
    case "cm", "centimeter", "centimeters": 10
    case "m", "meter", "meters": 1000
    case "inch", "inches", "in": 25.4
    case "mil", "mils": 0.0254
    default: nil
    }
  }

  /// Remarks on what makers added: attributes and elements that nothing reads.
  func remarkOthers(attributes: Set<String>, children: Set<String> = []) {
    let known = Set(attributes.map { $0.lowercased() })
    for attribute in element.attributes
    where attribute.namespace.isEmpty && !known.contains(attribute.name.lowercased()) {
      remark(
        .unsupportedContent,
        "attribute \(ExchangeName.shown(attribute.name)) of \(name) isn't read"
      )
    }
    for child in element.children where !children.contains(child.name) {
      inside(child)
        .remark(.unsupportedContent, "\(ExchangeName.shown(child.name)) in \(name) isn't read")
    }
  }
}
