import Foundation

extension Codebook {
  /// The first eight bytes of a file.
  static let magic = Array("PCUCODEB".utf8)
  /// The version of the format that is written and read.
  public static let formatVersion: UInt32 = 1
  /// The bytes before the header: magic, version, length of the header.
  static let prefixLength = 16
  /// What header and tables together begin at multiples of.
  static let alignment = 64

  /// Returns the codebook as a file; equal codebooks give equal bytes.
  ///
  /// - Parameter hash: The SHA-256 of bytes as 64 hexadecimal digits.
  /// - Returns: The bytes.
  public func encoded(hash: ([UInt8]) -> String) -> [UInt8] {
    var data: [UInt8] = []
    var tables: [CodebookHeader.Table] = []
    for table in self.tables {
      tables.append(
        .init(name: table.name, type: table.type, shape: table.shape, offset: data.count)
      )
      data += table.bytes
      while data.count % 8 != 0 { data.append(0) }
    }
    let header = CodebookHeader(
      format: CodebookHeader.formatName,
      identity: identity,
      entries: entries.map(\.header),
      tables: tables,
      tablesSha256: hash(data)
    )
    var text = Self.json(header)
    while (Self.prefixLength + text.count) % Self.alignment != 0 { text.append(0x20) }
    var result = Self.magic
    for value in [Self.formatVersion, UInt32(text.count)] {
      withUnsafeBytes(of: value.littleEndian) { result += $0 }
    }
    return result + text + data
  }

  static func json(_ header: CodebookHeader) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(header)) } catch {
      preconditionFailure("a codebook has finite numbers only, yet: \(error)")
    }
  }
}

extension CodebookEntry {
  /// What the header says of the entry.
  var header: CodebookHeader.Entry {
    func bounds(_ domain: ClosedRange<Double>) -> [Double] {
      [domain.lowerBound, domain.upperBound]
    }
    var entry = CodebookHeader.Entry(
      name: operation.rawValue,
      kind: content.kind,
      unitCount: unitCount,
      failedUnitCount: failedUnitCount,
      placements: placements,
      policy: policy,
      metric: metric
    )
    switch content {
    case .curve(let curve):
      entry.curve = .init(
        domain: bounds(curve.domain),
        scale: curve.scale,
        inputScale: curve.inputScale,
        outputScale: curve.outputScale
      )
    case .surface(let surface):
      entry.surface = .init(
        domain: bounds(surface.domain),
        operation: surface.operation == .product ? "product" : "quotient",
        readoutSpread: surface.readoutSpread,
        operandCurrentAmpere: surface.operandCurrent
      )
    case .softmax(let units):
      entry.softmax = .init(
        form: units.form,
        range: units.range,
        readoutSpread: units.readoutSpread,
        temperatureKelvin: units.temperatureKelvin,
        biasDiode: units.bias,
        biasTemperatureKelvin: units.biasTemperatureKelvin
      )
    case .weights(let errors):
      entry.weights = .init(domain: bounds(errors.domain), readoutSpread: errors.readoutSpread)
    }
    return entry
  }
}

extension Codebook {
  /// The identity and the entries as JSON, without the list of tables: what other formats carry beside the numbers.
  public var headerText: String {
    let header = CodebookHeader(
      format: CodebookHeader.formatName,
      identity: identity,
      entries: entries.map(\.header),
      tables: [],
      tablesSha256: ""
    )
    return String(decoding: Self.json(header), as: UTF8.self)
  }
}
