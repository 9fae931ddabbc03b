import FabProcess
import FabRecipe
import FabUnits
import Testing

@Suite struct ScheduleTests {
  /// Thickness over rate by hand: 6 nm at 0.1 Å/s, 250 nm at 1 Å/s, 23 nm at 0.1 Å/s, 8 nm at 0.08 Å/s.
  @Test(arguments: [
    ("htl/deposit", 600.0), ("pvk/deposit", 2500), ("pvk/anneal", 600), ("c60/deposit", 2300),
    ("bcp/deposit", 1000),
  ])
  func statedDurationsOfThePaper(step: String, seconds: Double) throws {
    let schedule = Schedule(try PaperProcess.recipe())
    let entry = try #require(schedule.steps.first { $0.step.description == step })
    #expect(entry.duration == Time(seconds, .second))
    #expect(!entry.isAssumption)
    #expect(entry.missing == nil)
  }

  @Test func sumsStatedAndAssumedTimesApart() throws {
    let schedule = Schedule(try PaperProcess.recipe())
    #expect(schedule.stated == Time(7000, .second))
    // 500 nm SiO at 5 Å/s, 80 nm Au and 100 nm Ag at 0.5 Å/s.
    #expect(schedule.assumed == Time(1000 + 1600 + 2000, .second))
    #expect(schedule.known == Time(11_600, .second))
    #expect(
      schedule.missing.map(\.step.description) == [
        "fto/pattern", "fto/clean", "htl/plasma", "pvk/convert", "pvk/rinse",
      ]
    )
  }

  @Test func reportsWhatIsMissing() throws {
    let report = ScheduleReport(try PaperProcess.recipe())
    let conversion = try #require(report.steps.first { $0.step == "pvk/convert" })
    #expect(conversion.durationS == nil)
    #expect(conversion.missing == "time unspecified: the paper doesn't state it")
    #expect(conversion.summary == "pbi2 with mai to mapbi3 at 180 °C")
    #expect(report.rows.count == report.steps.count + 4)
    #expect(report.rows[7] == ["pvk/convert", conversion.summary, conversion.missing ?? ""])
  }
}
