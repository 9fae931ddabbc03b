/// The records of a GDSII file by their number.
///
/// > Source: GDSII Stream Format Manual, release 6.0, Calma 1987, "Record Types".
enum GDSIIRecordKind: UInt8, Sendable {
  case header = 0x00
  case beginLibrary = 0x01
  case libraryName = 0x02
  case units = 0x03
  case endLibrary = 0x04
  case beginStructure = 0x05
  case structureName = 0x06
  case endStructure = 0x07
  case boundary = 0x08
  case path = 0x09
  case structureReference = 0x0A
  case arrayReference = 0x0B
  case text = 0x0C
  case layer = 0x0D
  case datatype = 0x0E
  case width = 0x0F
  case coordinates = 0x10
  case endElement = 0x11
  case referencedName = 0x12
  case columnsAndRows = 0x13
  case node = 0x15
  case textType = 0x16
  case presentation = 0x17
  case string = 0x19
  case transformation = 0x1A
  case magnification = 0x1B
  case angle = 0x1C
  case referenceLibraries = 0x1F
  case fonts = 0x20
  case pathType = 0x21
  case generations = 0x22
  case attributeTable = 0x23
  case elementFlags = 0x26
  case nodeType = 0x2A
  case propertyAttribute = 0x2B
  case propertyValue = 0x2C
  case box = 0x2D
  case boxType = 0x2E
  case plex = 0x2F
  case beginExtension = 0x30
  case endExtension = 0x31
  case tapeNumber = 0x32
  case tapeCode = 0x33
  case structureClass = 0x34
  case format = 0x36
  case mask = 0x37
  case endMasks = 0x38
  case libraryDirectorySize = 0x39
  case libraryRules = 0x3A
  case librarySecurity = 0x3B

  /// The encodings of a record's data by their number.
  enum Encoding: UInt8 {
    case none = 0
    case bits = 1
    case int16 = 2
    case int32 = 3
    case real8 = 5
    case text = 6

    /// The number of bytes of one value.
    var stride: Int {
      switch self {
      case .none, .text: 1
      case .bits, .int16: 2
      case .int32: 4
      case .real8: 8
      }
    }
  }

  /// The name in the manual.
  var name: String {
    switch self {
    case .header: "HEADER"
    case .beginLibrary: "BGNLIB"
    case .libraryName: "LIBNAME"
    case .units: "UNITS"
    case .endLibrary: "ENDLIB"
    case .beginStructure: "BGNSTR"
    case .structureName: "STRNAME"
    case .endStructure: "ENDSTR"
    case .boundary: "BOUNDARY"
    case .path: "PATH"
    case .structureReference: "SREF"
    case .arrayReference: "AREF"
    case .text: "TEXT"
    case .layer: "LAYER"
    case .datatype: "DATATYPE"
    case .width: "WIDTH"
    case .coordinates: "XY"
    case .endElement: "ENDEL"
    case .referencedName: "SNAME"
    case .columnsAndRows: "COLROW"
    case .node: "NODE"
    case .textType: "TEXTTYPE"
    case .presentation: "PRESENTATION"
    case .string: "STRING"
    case .transformation: "STRANS"
    case .magnification: "MAG"
    case .angle: "ANGLE"
    case .referenceLibraries: "REFLIBS"
    case .fonts: "FONTS"
    case .pathType: "PATHTYPE"
    case .generations: "GENERATIONS"
    case .attributeTable: "ATTRTABLE"
    case .elementFlags: "ELFLAGS"
    case .nodeType: "NODETYPE"
    case .propertyAttribute: "PROPATTR"
    case .propertyValue: "PROPVALUE"
    case .box: "BOX"
    case .boxType: "BOXTYPE"
    case .plex: "PLEX"
    case .beginExtension: "BGNEXTN"
    case .endExtension: "ENDEXTN"
    case .tapeNumber: "TAPENUM"
    case .tapeCode: "TAPECODE"
    case .structureClass: "STRCLASS"
    case .format: "FORMAT"
    case .mask: "MASK"
    case .endMasks: "ENDMASKS"
    case .libraryDirectorySize: "LIBDIRSIZE"
    case .libraryRules: "SRFNAME"
    case .librarySecurity: "LIBSECUR"
    }
  }

  /// How the data is encoded.
  var encoding: Encoding {
    switch self {
    case .endLibrary, .endStructure, .boundary, .path, .structureReference, .arrayReference, .text,
      .endElement, .node, .box, .endMasks:
      .none
    case .presentation, .transformation, .elementFlags, .structureClass:
      .bits
    case .header, .beginLibrary, .beginStructure, .layer, .datatype, .columnsAndRows, .textType,
      .pathType, .generations, .nodeType, .propertyAttribute, .boxType, .tapeNumber, .tapeCode,
      .format, .libraryDirectorySize, .librarySecurity:
      .int16
    case .width, .coordinates, .plex, .beginExtension, .endExtension:
      .int32
    case .units, .magnification, .angle:
      .real8
    case .libraryName, .structureName, .referencedName, .string, .referenceLibraries, .fonts,
      .attributeTable, .propertyValue, .mask, .libraryRules:
      .text
    }
  }
}
