/// A file of one map of three columns and two rows, with its parts to change.
struct E142File {
  var namespace = #" xmlns="urn:semi-org:xsd.E142-1.V1005.SubstrateMap""#
  var dimension = #"X="3" Y="2""#
  var layoutExtra = ""
  var substrate = "W1"
  var frame = #"Orientation="0" OriginLocation="LowerLeft" AxisDirection="UpRight""#
  var overlay = #"MapName="BinCodeMap" MapVersion="1""#
  var references = ""
  var mapAttributes = #"BinType="HexaDecimal" NullBin="00""#
  var definitions = """
    <BinDefinition BinCode="01" BinQuality="Pass"/>
    <BinDefinition BinCode="02" BinQuality="Fail"/>
    <BinDefinition BinCode="03" BinQuality="Fail"/>
    """
  var rows = "<BinCode>010203</BinCode>\n<BinCode>000102</BinCode>"

  var bytes: [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <MapData\(namespace)>
      <Layouts><Layout LayoutId="Device" DefaultUnits="mm"><Dimension \(dimension)/>\(layoutExtra)</Layout></Layouts>
      <Substrates><Substrate SubstrateType="Wafer" SubstrateId="\(substrate)"><LotId>L1</LotId></Substrate></Substrates>
      <SubstrateMaps>
      <SubstrateMap SubstrateType="Wafer" SubstrateId="\(substrate)" LayoutSpecifier="Device" \(frame)>
      <Overlay \(overlay)>
      \(references)
      <BinCodeMap \(mapAttributes)>
      <BinDefinitions>
      \(definitions)
      </BinDefinitions>
      \(rows)
      </BinCodeMap></Overlay></SubstrateMap></SubstrateMaps></MapData>
      """
      .utf8
    )
  }
}
