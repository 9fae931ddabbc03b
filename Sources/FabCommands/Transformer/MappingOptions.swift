import ArgumentParser
import FabTransformer
import FabUnits

/// What a mapping leaves to choose.
struct MappingOptions: ParsableArguments {
  @Option(
    help:
      "The circuit of softmax: sharedLogarithm (2 PCUs a term), composed (7) or tailCurrent (1).",
    transform: choice
  )
  var softmax = SoftmaxCircuit.sharedLogarithm

  @Option(
    parsing: .unconditional,
    help: "How long an operator settles. (default: 14 µs, for cells of a millimetre)",
    transform: quantity
  )
  var settling: Time?

  var choices: MappingChoices {
    var choices = MappingChoices(softmax: softmax)
    if let settling { choices.settlingSeconds = settling.siValue }
    return choices
  }

  func validate() throws {
    if let settling, settling <= .zero {
      throw ValidationError("--settling must be greater than zero")
    }
  }
}
