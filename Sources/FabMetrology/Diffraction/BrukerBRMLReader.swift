import FabArchive
public import FabDiagnostics
import FabXML

/// Bruker's `.brml` files: a zip archive of XML with one raw data file a scan.
public enum BrukerBRMLReader {
  /// Reads the measured scans; routes that the program computed from others are left out.
  ///
  /// The columns of a point are where `DataViews` say, never where they use to be.
  ///
  /// - Throws: A ``DiagnosticError`` of the archive, of its XML, or `missing-key`, `unsupported-content`, `no-measurement`,
  ///   `malformed-row`.
  public static func read(
    name: String,
    bytes: [UInt8]
  ) throws(DiagnosticError) -> InstrumentReading<DiffractionScan> {
    let members = try ZipArchive.members(name: name, bytes: bytes) { path in
      let file = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
      return file.hasSuffix(".xml")
        && (file.hasPrefix("datacontainer") || file.hasPrefix("rawdata")
          || file.hasPrefix("measurementcontainer"))
    }
    var raw: [String: ArchiveMember] = [:]
    var order: [String] = []
    var wavelengths = BRMLWavelengths()
    for member in members {
      let file = member.name.split(separator: "/").last.map { $0.lowercased() } ?? ""
      if file.hasPrefix("rawdata") {
        raw[member.name.lowercased()] = member
      } else if file.hasPrefix("datacontainer") {
        let document = try XMLDocument.parse(file: "\(name)/\(member.name)", bytes: member.bytes)
        let paths = document.root.descendants(named: "RawDataReferenceList")
          .flatMap(\.children).map { $0.text.replacing("\\", with: "/") }
        order += paths.map { String($0[...].trimmingSpaces).lowercased() }
      } else {
        let document = try XMLDocument.parse(file: "\(name)/\(member.name)", bytes: member.bytes)
        wavelengths = BRMLWavelengths(document.root)
      }
    }
    let listed = order.isEmpty ? raw.keys.sorted() : order
    var scans: [DiffractionScan] = []
    for path in listed {
      guard let member = raw[path] else {
        throw DiagnosticError(
          Diagnostic(
            .unknownReference,
            at: .record(file: name, offset: 0, name: path),
            "the archive lists this member of raw data and doesn't have it",
            fixes: ["copy the file again from the diffractometer"]
          )
        )
      }
      let document = try XMLDocument.parse(file: "\(name)/\(member.name)", bytes: member.bytes)
      for route in document.root.descendants(named: "DataRoute")
      where route.attribute("RouteFlag") == "Measured" {
        scans.append(try BRMLRoute(route, in: document).scan(wavelengths))
      }
    }
    guard !scans.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(name),
          "the archive has no route whose RouteFlag is 'Measured'",
          fixes: ["save the measurement itself, not only what was computed from it"]
        )
      )
    }
    return InstrumentReading(name: name, scans)
  }
}

extension XMLElement {
  /// All elements of a name at any depth, in the order of the file.
  func descendants(named name: String) -> [XMLElement] {
    var result: [XMLElement] = []
    var open = [self]
    while let element = open.popLast() {
      if element.name == name { result.append(element) }
      open.append(contentsOf: element.children.reversed())
    }
    return result
  }

  /// A value written as an attribute, or as an element of that name inside.
  func value(_ name: String) -> String? {
    attribute(name)
      ?? children.first { $0.name == name }
      .map { $0.attribute("Value") ?? String($0.text[...].trimmingSpaces) }
  }
}
