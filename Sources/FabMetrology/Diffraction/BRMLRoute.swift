import FabDiagnostics
import FabXML

/// One measured route of a `.brml` file: where its columns are, and its points.
struct BRMLRoute {
  private let route: XMLElement
  private let document: XMLDocument
  private let angle: Int
  private let counts: Int
  private let absorber: Int?
  private let width: Int

  /// Finds the columns from the views.
  ///
  /// - Throws: `missing-key` where the views don't say which column is 2θ or has the counts.
  init(_ route: XMLElement, in document: XMLDocument) throws(DiagnosticError) {
    self.route = route
    self.document = document
    var columns: [Int: String] = [:]
    var last = 0
    for view in route.descendants(named: "RawDataView") {
      guard let start = view.attribute("Start").flatMap({ Int($0) }),
        let length = view.attribute("Length").flatMap({ Int($0) }), start >= 0,
        (1...1000).contains(length), start < 1000
      else {
        throw DiagnosticError(
          Diagnostic(
            .missingKey,
            at: document.place(of: view),
            "a view of the data needs the whole numbers Start and Length"
          )
        )
      }
      let names = Self.names(of: view)
      for offset in 0..<length {
        columns[start + offset] = offset < names.count ? names[offset] : names.last ?? ""
      }
      last = max(last, start + length)
    }
    func column(_ matches: (String) -> Bool) -> Int? {
      columns.filter { matches($0.value.lowercased()) }.map(\.key).min()
    }
    let angle = column { $0 == "twotheta" || $0 == "2theta" }
    let counts =
      column {
        $0 == "counts" || $0.contains("counter") || $0.contains("detector")
          || $0.contains("lynxeye")
      }
    guard let angle, let counts else {
      let known = columns.sorted { $0.key < $1.key }.map { "\($0.key) '\($0.value)'" }
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: document.place(of: route),
          "the views of this route don't say which column is \(angle == nil ? "TwoTheta" : "the counter")",
          notes: [.init("the columns are \(known.joined(separator: ", "))")],
          fixes: ["export the scan as .xy"]
        )
      )
    }
    self.angle = angle
    self.counts = counts
    absorber = column { $0 == "absorptionfactor" }
    width = last
  }

  /// The names that a view gives to its columns.
  private static func names(of view: XMLElement) -> [String] {
    var result: [String] = []
    for key in ["LogicName", "AxisId", "AxisName"] {
      for element in view.descendants(named: view.name) + view.children.flatMap(\.all) {
        if let name = element.attribute(key) { result.append(name) }
      }
      if !result.isEmpty { break }
    }
    if result.isEmpty {
      result = view.descendants(named: "FieldDefinitions")
        .map { String($0.text[...].trimmingSpaces) }
    }
    return result
  }

  /// The points.
  ///
  /// - Throws: `malformed-row` with the place of a datum that has another number of values, or something else than
  ///   numbers: a program wrote them, so one defect means that the file isn't what it says.
  func scan(_ wavelengths: BRMLWavelengths) throws(DiagnosticError) -> DiffractionScan {
    var angles: [Double] = []
    var values: [Double] = []
    for datum in route.descendants(named: "Datum") {
      let cells = datum.text.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = cells.compactMap { DecimalParser.value(of: $0) }
      guard numbers.count == cells.count, numbers.count >= width else {
        throw DiagnosticError(
          Diagnostic(
            .malformedRow,
            at: document.place(of: datum),
            "found '\(datum.text.prefix(80))', expected \(width) numbers, as the views say",
            fixes: ["copy the file again from the diffractometer"]
          )
        )
      }
      angles.append(numbers[angle])
      values.append(numbers[counts] * (absorber.map { numbers[$0] } ?? 1))
    }
    guard !angles.isEmpty else {
      throw DiagnosticError(
        Diagnostic(.noMeasurement, at: document.place(of: route), "this route has no datum")
      )
    }
    let information = route.descendants(named: "ScanInformation").first
    var metadata: [String] = []
    for axis in route.descendants(named: "ScanAxisInfo") {
      let parts = ["Start", "Stop", "Increment"]
        .compactMap { key in axis.value(key).map { "\(key) \($0)" } }
      metadata.append("\(axis.attribute("AxisId") ?? "axis") = \(parts.joined(separator: ", "))")
    }
    return DiffractionScan(
      name: information?.attribute("VisibleName") ?? "",
      angles: angles,
      counts: values,
      stepTime: information?.value("TimePerStep").flatMap { DecimalParser.value(of: $0) },
      alpha1Wavelength: wavelengths.alpha1,
      alpha2Wavelength: wavelengths.alpha2,
      metadata: metadata
    )
  }
}

extension XMLElement {
  /// This element and all below it.
  fileprivate var all: [XMLElement] { [self] + children.flatMap(\.all) }
}
