import ArgumentParser
import FabDiagnostics
import FabWorkflow

/// `pcu-fab measure claim`: published spreads beside the noise of their measurement.
struct MeasureClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Tell whether the published spreads over a wafer exceed the noise of a measurement.",
    discussion: """
      The paper states a sigma of 0.63 nm for the absorption edge and of 0.01 degree for the (110) reflection, without the \
      number of sites. Spectra and scans of one and the same film are drawn with the stated steps and noise and evaluated; \
      the tables say what so many sites could tell.

      Example: pcu-fab measure claim --sites 9 --step 1 --noise 0.003
      """
  )

  @Option(help: "A number of sites, besides 5, 9, 13, 25, 49 and 101.") var sites: Int?
  @Option(help: "The step of a spectrum, nm.") var step = 1.0
  @Option(help: "The noise of its absorbance (standard deviation).") var noise = 0.003
  @Option(help: "The step of a scan, degree.") var angleStep = 0.02
  @Option(help: "The counts of the reflection at its top.") var counts = 3000.0
  @Option(help: "How often noise is drawn.") var draws = 200
  @Option(help: "The seed.") var seed: UInt64 = 1
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let sites, !(2...10_000).contains(sites) {
      throw ValidationError("--sites lies within 2...10000")
    }
    guard (0.05...5).contains(step) else { throw ValidationError("--step lies within 0.05...5 nm") }
    guard (0...0.1).contains(noise) else { throw ValidationError("--noise lies within 0...0.1") }
    guard (0.002...0.1).contains(angleStep) else {
      throw ValidationError("--angle-step lies within 0.002...0.1 degree")
    }
    guard (10...1e7).contains(counts) else {
      throw ValidationError("--counts lies within 10...1e7")
    }
    guard (2...10_000).contains(draws) else {
      throw ValidationError("--draws lies within 2...10000")
    }
  }

  func run() throws {
    try output.print { () throws(DiagnosticError) in
      var job = ClaimJob()
      job.sites = sites
      job.stepNm = step
      job.noise = noise
      job.stepDeg = angleStep
      job.counts = counts
      job.draws = draws
      job.seed = seed
      return try job.run()
    }
  }
}
