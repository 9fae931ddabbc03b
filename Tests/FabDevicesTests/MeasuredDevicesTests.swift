import FabDevices
import FabUnits
import Testing

@Suite struct MeasuredDevicesTests {
  private let sites = (0..<4).map { SitePosition(x: Length(Double($0), .millimetre), y: .zero) }

  private func variation(_ maps: SiteMaps = .uniform) throws -> SiteVariation {
    try SiteVariation(sites: sites, law: .raw, maps: maps, seed: 7)
  }

  @Test func whatWasMeasuredIsTakenAsItIs() throws {
    var known = MeasuredDevices()
    known.measure(.saturationCurrent, of: .diode1, as: 3e-9)
    known.measure(.ideality, of: .diode1, as: 1.7)
    known.measure(.lowestConductance, of: .multistate, as: 2e-6)
    known.measure(.highestConductance, of: .multistate, as: 8e-4)
    known.measure(.setVoltage, of: .binary, as: 0.5)
    let maps = try SiteMaps(relativeThickness: [1.2, 1.2, 1.2, 1.2])
    let devices = try variation(maps).parameters(ofSite: 2, measured: known)
    #expect(devices.diode1.saturationCurrent == 3e-9)
    #expect(devices.diode1.ideality == 1.7)
    #expect(devices.multistate.window == 2e-6...8e-4)
    #expect(devices.binary.setVoltage == 0.5)
  }

  @Test func everythingElseIsDrawnAsBefore() throws {
    var known = MeasuredDevices()
    known.measure(.saturationCurrent, of: .diode1, as: 3e-9)
    let drawn = try variation().parameters(ofSite: 1)
    let mixed = try variation().parameters(ofSite: 1, measured: known)
    #expect(mixed.diode2 == drawn.diode2)
    #expect(mixed.diode1.ideality == drawn.diode1.ideality)
    #expect(mixed.multistate == drawn.multistate)
    #expect(mixed.binary == drawn.binary)
    #expect(mixed.diode1.saturationCurrent != drawn.diode1.saturationCurrent)
  }

  @Test func whatIsTypicalStillVaries() throws {
    var known = MeasuredDevices()
    known.expect(.saturationCurrent, of: .diode2, as: 2e-9)
    let drawn = try variation().parameters(ofSite: 3)
    let shifted = try variation().parameters(ofSite: 3, measured: known)
    // The nominal 1 nA doubled, the deviation the same.
    #expect(abs(shifted.diode2.saturationCurrent / drawn.diode2.saturationCurrent - 2) < 1e-12)
  }

  @Test func absurdValuesAreRefused() throws {
    var known = MeasuredDevices()
    known.measure(.lowestConductance, of: .multistate, as: 1)
    #expect(throws: DeviceError.self) {
      try variation().parameters(ofSite: 0, measured: known)
    }
    var negative = MeasuredDevices()
    negative.measure(.saturationCurrent, of: .diode1, as: -1e-9)
    #expect(throws: DeviceError.self) {
      try variation().parameters(ofSite: 0, measured: negative)
    }
  }
}
