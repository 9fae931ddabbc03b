import ArgumentParser
import FabUnits
import FabWorkflow

/// How numbers are read off curves.
struct CurveOptions: ParsableArguments {
  @Option(help: "How the edge of a spectrum is found: sigmoid, inflection, tauc or half-height.")
  var method = EdgeMethodName.sigmoid
  @Option(
    help: "Where the edge is looked for, such as 700nm..780nm. (default: 740nm..815nm)",
    transform: quantityWindow
  )
  var edgeWindow: ClosedRange<Length>?
  @Option(
    help: "Where the reflection is looked for, such as 13deg..14deg. (default: 13.6deg..14.6deg)",
    transform: quantityWindow
  )
  var peakWindow: ClosedRange<Angle>?
  @Flag(
    name: .customLong("k-alpha-1"),
    help: "The diffractometer has a monochromator: there is no second line of copper."
  )
  var alpha1 = false
  @Option(
    help: "Where a reflection of known place belongs, in degree; it takes the sample's height out."
  )
  var referencePeak: Double?
  @Option(help: "The temperature of the measurement. (default: 25 °C)", transform: quantity)
  var temperature: Temperature?
  @Option(help: "The area of the diode. (default: 0.64 mm2)", transform: quantity)
  var area: Area?
  @Option(
    help: "The smallest current that the instrument tells from zero. (default: 1 pA)",
    transform: quantity
  )
  var resolution: ElectricCurrent?
  @Option(help: "The voltage at which memristors are read. (default: 0.1 V)", transform: quantity)
  var readVoltage: Voltage?
  @Option(
    help: "The voltage at which a diode's two directions are compared. (default: 1 V)",
    transform: quantity
  )
  var rectificationVoltage: Voltage?

  func validate() throws {
    if let referencePeak, !(5...150).contains(referencePeak) {
      throw ValidationError("--reference-peak lies within 5...150 degree")
    }
    for (name, voltage) in [
      ("--read-voltage", readVoltage), ("--rectification-voltage", rectificationVoltage),
    ] {
      guard let volts = voltage?.siValue else { continue }
      guard volts != 0, abs(volts) <= 100 else {
        throw ValidationError("\(name) isn't 0 and at most 100 V")
      }
    }
  }

  var settings: CurveSettings {
    var settings = CurveSettings()
    settings.edge = method.choice
    settings.edgeWindow = edgeWindow?.nanometres ?? settings.edgeWindow
    settings.peakWindow = peakWindow?.degrees ?? settings.peakWindow
    settings.isMonochromatic = alpha1
    settings.referencePeak = referencePeak
    settings.temperature = temperature ?? settings.temperature
    settings.area = area ?? settings.area
    settings.resolution = resolution ?? settings.resolution
    settings.readVoltage = readVoltage ?? settings.readVoltage
    settings.rectificationVoltage = rectificationVoltage ?? settings.rectificationVoltage
    return settings
  }
}
