import FabDiagnostics

/// An object of a DXF file: the groups from one code 0 to the next.
struct DXFRecord {
  /// The value of code 0, for instance `LWPOLYLINE`.
  let kind: String
  /// The line of that value.
  let line: Int
  /// The groups behind it.
  let groups: ArraySlice<DXFGroup>
  /// The file.
  let source: DXFSource

  /// Returns the objects of a file.
  static func records(of source: DXFSource) throws(DiagnosticError) -> [DXFRecord] {
    let groups = try source.groups()
    var records: [DXFRecord] = []
    var start: Int?
    for index in groups.indices where groups[index].code == 0 {
      if let start { records.append(Self(groups, from: start, to: index, source)) }
      start = index
    }
    if let start { records.append(Self(groups, from: start, to: groups.count, source)) }
    return records
  }

  private init(_ groups: [DXFGroup], from start: Int, to end: Int, _ source: DXFSource) {
    kind = groups[start].value
    line = groups[start].line
    self.groups = groups[(start + 1)..<end]
    self.source = source
  }

  /// Returns the first text of a code.
  func text(_ code: Int) -> String? {
    groups.first { $0.code == code }?.value
  }

  /// Returns the first number of a code.
  func number(_ code: Int) throws(DiagnosticError) -> Double? {
    guard let group = groups.first(where: { $0.code == code }) else { return nil }
    return try number(of: group)
  }

  /// Returns the number of a code that must be there.
  func required(_ code: Int) throws(DiagnosticError) -> Double {
    guard let value = try number(code) else {
      throw source.corrupt(line: line, "\(kind) has no group \(code)")
    }
    return value
  }

  /// Returns the first whole number of a code.
  func integer(_ code: Int) throws(DiagnosticError) -> Int? {
    guard let group = groups.first(where: { $0.code == code }) else { return nil }
    guard let value = Int(group.value) else {
      throw source.corrupt(line: group.line, "'\(group.value.prefix(40))' isn't a whole number")
    }
    return value
  }

  /// Returns the number of a group.
  func number(of group: DXFGroup) throws(DiagnosticError) -> Double {
    guard let value = Double(group.value), value.isFinite else {
      throw source.corrupt(
        line: group.line,
        "'\(group.value.prefix(40))' isn't a finite number, which group \(group.code) of \(kind) needs"
      )
    }
    return value
  }
}
