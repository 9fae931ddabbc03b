/// The versions of DXF that are written.
public enum DXFVersion: String, CaseIterable, Sendable {
  /// AutoCAD R12 (AC1009), which every cutter reads: POLYLINE and CIRCLE, no handles.
  case r12
  /// AutoCAD 2000 (AC1015): LWPOLYLINE and CIRCLE, with handles and owners.
  case r2000

  /// The value of `$ACADVER`.
  var databaseVersion: String {
    switch self {
    case .r12: "AC1009"
    case .r2000: "AC1015"
    }
  }
}
