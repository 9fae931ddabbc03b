import FabDiagnostics
import FabMetrology
import FabTestSupport
import Testing

@Suite struct BrukerBRMLTests {
  private func raw(
    flag: String = "Measured",
    counterStart: Int = 4,
    data: [String] = ["1,1,13.60,6.80,100", "1,2,13.62,6.81,110"]
  ) -> String {
    """
    <?xml version="1.0"?><RawData><DataRoutes>
    <DataRoute RouteFlag="\(flag)"><ScanInformation VisibleName="Coupled" TimePerStep="0.5"/>
    <ScanAxes><ScanAxisInfo AxisId="TwoTheta"><Start>13.6</Start><Stop>13.62</Stop>
    <Increment>0.02</Increment></ScanAxisInfo></ScanAxes>
    <DataViews><RawDataView Start="0" Length="1" LogicName="MeasuredTime"/>
    <RawDataView Start="1" Length="1" LogicName="AbsorptionFactor"/>
    <RawDataView Start="2" Length="2"><Varying LogicName="TwoTheta"/><Varying LogicName="Theta"/></RawDataView>
    <RawDataView Start="\(counterStart)" Length="1"><Recording LogicName="Counter1D"/></RawDataView></DataViews>
    \(data.map { "<Datum>\($0)</Datum>" }.joined())</DataRoute></DataRoutes></RawData>
    """
  }

  private let container =
    "<C><RawDataReferenceList><string>Experiment0\\RawData1.xml</string>"
    + "<string>Experiment0\\RawData0.xml</string></RawDataReferenceList></C>"

  private func archive(_ first: String, _ second: String) -> [UInt8] {
    StoredZip.bytes([
      ("Experiment0/DataContainer.xml", container), ("Experiment0/RawData0.xml", first),
      ("Experiment0\\RawData1.xml", second),
      (
        "Experiment0/MeasurementContainer.xml",
        "<M><WaveLengthAlpha1 Unit=\"Å\" Value=\"1.5406\"/><WaveLengthAlpha2 Unit=\"Å\" Value=\"1.54439\"/></M>"
      ),
    ])
  }

  @Test func scansAreReadInTheListedOrder() throws {
    let second = raw(counterStart: 5, data: ["1,1,20.00,10,9,70", "1,1,20.02,10.01,9,71"])
    let reading = try BrukerBRMLReader.read(name: "s.brml", bytes: archive(raw(), second))
    #expect(reading.values.count == 2)
    // The counter's column is where the views say, also behind one that they don't name.
    #expect(reading.values[0].counts == [70, 71])
    #expect(reading.values[1].angles == [13.6, 13.62])
    // The absorber of the second point took half of the counts.
    #expect(reading.values[1].counts == [100, 220])
    #expect(reading.values[1].stepTime == 0.5)
    #expect(reading.values[1].alpha1Wavelength == 1.5406)
    #expect(reading.values[1].alpha2Wavelength == 1.54439)
    #expect(reading.values[1].metadata == ["TwoTheta = Start 13.6, Stop 13.62, Increment 0.02"])
  }

  @Test func computedRoutesAreLeftOut() throws {
    let reading = try BrukerBRMLReader.read(
      name: "s.brml",
      bytes: archive(raw(), raw(flag: "Final"))
    )
    #expect(reading.values.count == 1)
    #expect(throws: DiagnosticError.self) {
      try BrukerBRMLReader.read(
        name: "s.brml",
        bytes: archive(raw(flag: "Final"), raw(flag: "Final"))
      )
    }
  }

  @Test(arguments: [
    ["1,1,13.6,6.8"], ["1,1,13.6,6.8,nan"], ["1,1,13.6,6.8,0x10"], ["1,1,13.6,6.8,"], [],
  ])
  func defectiveDataAreRefused(data: [String]) {
    #expect(throws: DiagnosticError.self) {
      try BrukerBRMLReader.read(name: "s.brml", bytes: archive(raw(), raw(data: data)))
    }
  }

  @Test func archivesThatLackWhatTheyListAreRefused() {
    let bytes = StoredZip.bytes([("Experiment0/DataContainer.xml", container)])
    #expect(throws: DiagnosticError.self) {
      try BrukerBRMLReader.read(name: "s.brml", bytes: bytes)
    }
    #expect(throws: DiagnosticError.self) {
      try BrukerBRMLReader.read(
        name: "s.brml",
        bytes: StoredZip.bytes([("../RawData0.xml", raw())])
      )
    }
    #expect(throws: DiagnosticError.self) {
      try BrukerBRMLReader.read(
        name: "s.brml",
        bytes: archive("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", raw())
      )
    }
  }
}
