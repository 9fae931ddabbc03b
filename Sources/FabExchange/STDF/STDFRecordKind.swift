/// The kinds of records that are written and read; the value is 256 times the type plus the subtype.
///
/// > Source: Teradyne, *Standard Test Data Format (STDF) Specification, Version 4*, 2007, record types.
enum STDFRecordKind: Int, CaseIterable {
  case fileAttributes = 0x000A
  case masterInformation = 0x010A
  case masterResults = 0x0114
  case partCount = 0x011E
  case hardwareBin = 0x0128
  case softwareBin = 0x0132
  case waferInformation = 0x020A
  case waferResults = 0x0214
  case waferConfiguration = 0x021E
  case partInformation = 0x050A
  case partResults = 0x0514
  case testSynopsis = 0x0A1E
  case parametricTest = 0x0F0A

  /// The abbreviation of the specification.
  var code: String {
    switch self {
    case .fileAttributes: "FAR"
    case .masterInformation: "MIR"
    case .masterResults: "MRR"
    case .partCount: "PCR"
    case .hardwareBin: "HBR"
    case .softwareBin: "SBR"
    case .waferInformation: "WIR"
    case .waferResults: "WRR"
    case .waferConfiguration: "WCR"
    case .partInformation: "PIR"
    case .partResults: "PRR"
    case .testSynopsis: "TSR"
    case .parametricTest: "PTR"
    }
  }
}
