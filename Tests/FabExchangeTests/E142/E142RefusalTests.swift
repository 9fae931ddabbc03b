import FabDiagnostics
import FabExchange
import Testing

@Suite struct E142RefusalTests {
  private func messages(_ change: (inout E142File) -> Void) -> [Diagnostic] {
    var file = E142File()
    change(&file)
    return refusal { _ = try E142.read(file: "m.xml", bytes: file.bytes) }
  }

  private func messages(_ text: String) -> [Diagnostic] {
    refusal { _ = try E142.read(file: "m.xml", bytes: Array(text.utf8)) }
  }

  @Test func documentTypesAndEntitiesAreRefused() {
    let top = "<?xml version=\"1.0\"?>\n"
    let inputs = [
      "<!DOCTYPE MapData>\n<MapData/>",
      "<!DOCTYPE MapData SYSTEM \"file:///etc/passwd\">\n<MapData/>",
      "<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<MapData>&x;</MapData>",
      "<!DOCTYPE m [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><MapData>&c;</MapData>",
    ]
    for input in inputs {
      #expect(messages(top + input).refuses(.refusedXML, line: 2), "\(input)")
    }
    #expect(messages(top + "<MapData>&x;</MapData>").contains { $0.severity == .error })
  }

  @Test func everyTruncationIsRefused() {
    let whole = E142File().bytes
    for count in stride(from: 0, to: whole.count - 1, by: 7) {
      let bytes = Array(whole.prefix(count))
      let messages = refusal { _ = try E142.read(file: "m.xml", bytes: bytes) }
      #expect(messages.contains { $0.severity == .error }, "\(count) bytes")
    }
  }

  @Test func flippedBytesNeverCrash() {
    let whole = E142File().bytes
    for index in whole.indices {
      for mask: UInt8 in [1, 0x20, 0x80] {
        var bytes = whole
        bytes[index] ^= mask
        _ = refusal { _ = try E142.read(file: "m.xml", bytes: bytes) }
      }
    }
  }

  @Test func sizesAreLimited() {
    let bytes = E142File().bytes
    let options = MapReadingOptions(sizeLimit: 100)
    let messages = refusal { _ = try E142.read(file: "m.xml", bytes: bytes, options: options) }
    #expect(messages.map(\.code) == [.fileTooLarge])
    #expect(self.messages { $0.dimension = #"X="9999" Y="9999""# }.refuses(.outOfRange, line: 6))
    #expect(
      self.messages { $0.dimension = #"X="99999999999999999999" Y="2""# }
        .refuses(.notANumber, line: 3)
    )
    #expect(self.messages { $0.dimension = #"X="0" Y="2""# }.refuses(.outOfRange, line: 3))
    #expect(self.messages { $0.dimension = #"X="3""# }.refuses(.missingKey, line: 3))
  }

  @Test func rowsOfTheWrongLengthAreRefused() {
    func rows(_ text: String) -> [Diagnostic] { messages { $0.rows = text } }
    let top = "<BinCode>010203</BinCode>\n"
    #expect(rows(top + "<BinCode>0001</BinCode>").refuses(.malformedRow, line: 16, "2 devices"))
    #expect(
      rows(top + "<BinCode>00010203</BinCode>").refuses(.malformedRow, line: 16, "4 devices")
    )
    #expect(rows(top + "<BinCode>00010</BinCode>").refuses(.malformedRow, line: 16, "5 charac"))
    #expect(rows(top + "<BinCode>0001é</BinCode>").refuses(.malformedRow, line: 16, "'é'"))
    #expect(rows(top + "<BinCode>00-102</BinCode>").refuses(.malformedRow, line: 16, "'-1'"))
    #expect(rows(top).refuses(.malformedRow, line: 9, "1 rows, expected 2"))
    #expect(rows("").refuses(.malformedRow, line: 9, "0 rows"))
    // All defects at once, not only the first.
    #expect(rows("<BinCode>0</BinCode>\n<BinCode>0</BinCode>").count == 2)
  }

  @Test func unknownBinsAreRefused() {
    let unknown = messages { $0.rows = "<BinCode>010203</BinCode><BinCode>0001AA</BinCode>" }
    #expect(unknown.refuses(.unknownReference, line: 9, "AA (1 devices)"))
    #expect(
      messages { $0.definitions += #"<BinDefinition BinCode="1G"/>"# }
        .refuses(.malformedRow, line: 13, "1G")
    )
    #expect(messages { $0.definitions += "<BinDefinition/>" }.refuses(.missingKey, line: 13))
    #expect(
      messages { $0.mapAttributes = #"BinType="Roman""# }.refuses(.unknownChoice, line: 9, "Roman")
    )
    #expect(
      messages { $0.mapAttributes = #"BinType="Hex" NullBin="000""# }
        .refuses(.malformedRow, line: 9, "000")
    )
  }

  @Test(
    arguments: [
      "../W1", "a/b", "a\\b", "..", "", String(repeating: "x", count: 300), "W\u{202E}1",
      "W\u{200F}1", "W\u{200B}1", "W\u{85}1",
    ]
  )
  func idsThatMeanMischiefAreRefused(id: String) {
    #expect(messages { $0.substrate = id }.refuses(.invalidName, line: 4), "\(id.debugDescription)")
  }

  @Test func nulIsRefused() {
    #expect(messages { $0.substrate = "W\0" }.contains { $0.severity == .error })
    #expect(messages { $0.substrate = "W&#0;" }.contains { $0.severity == .error })
    // A line feed in an attribute is a space to XML, and one at the end is none of the id.
    #expect(messages { $0.substrate = "W&#10;1" }.refuses(.invalidName, line: 4))
  }

  @Test func coordinatesOutsideAreRefused() {
    func coordinates(_ x: String, _ y: String) -> [Diagnostic] {
      messages {
        $0.mapAttributes += #" MapType="Coordinate""#
        $0.rows =
          "<BinCode X=\"0\" Y=\"0\">01</BinCode>\n<BinCode X=\"\(x)\" Y=\"\(y)\">01</BinCode>"
      }
    }
    #expect(coordinates("1", "1").isEmpty)
    #expect(coordinates("3", "1").refuses(.outOfRange, line: 16))
    #expect(coordinates("-1", "1").refuses(.outOfRange, line: 16))
    #expect(coordinates("-9223372036854775808", "1").refuses(.outOfRange, line: 16))
    #expect(coordinates("x", "1").refuses(.notANumber, line: 16))
    #expect(coordinates("0", "0").refuses(.duplicateName, line: 16))
  }

  @Test func framesAreChecked() {
    for (frame, part) in [
      (#"Orientation="45""#, "45"), (#"OriginLocation="Middle""#, "Middle"),
      (#"AxisDirection="Sideways""#, "Sideways"), (#"Orientation="nan""#, "nan"),
    ] {
      #expect(messages { $0.frame = frame }.refuses(.unknownChoice, line: 6, part), "\(frame)")
    }
  }

  @Test func referencesToNothingAreRefused() {
    let text = String(decoding: E142File().bytes, as: UTF8.self)
    let layout = text.replacing("LayoutSpecifier=\"Device\"", with: "LayoutSpecifier=\"Devise\"")
    #expect(messages(layout).refuses(.unknownReference, line: 6, "did you mean 'Device'?"))
    #expect(messages("<Maps/>").refuses(.unknownFormat, line: 1))
    #expect(messages("<MapData/>").refuses(.noMeasurement, line: 1))
  }
}
