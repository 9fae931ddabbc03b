import FabReports
import FabXML
import Testing

@Suite struct RunSheetPictureTests {
  @Test(arguments: [1, 14, 32, 60, 200])
  func everyLengthFitsOnePage(steps: Int) throws {
    for isDone in [false, true] {
      let sheet = SamplePictures.runSheet(steps: steps, isDone: isDone)
      let picture = try PictureText(RunSheetPicture(sheet).svg())
      #expect(picture.root.attribute("viewBox") == "0 0 210 297")
      for element in picture.elements where element.name == "text" {
        #expect((5...290).contains(picture.number("y", of: element)), "\(element.text)")
        #expect(picture.number("font-size", of: element) >= 1.8, "\(element.text)")
      }
      let isCut = steps > 60
      #expect(picture.texts.contains("\(isCut ? 59 : steps)"))
      #expect(picture.texts.contains("and \(steps - 59) steps more, in the report") == isCut)
    }
  }

  @Test func theHeadNamesWhatTheRunIsMadeOf() throws {
    let sheet = SamplePictures.runSheet(steps: 3, isDone: true)
    let texts = try PictureText(RunSheetPicture(sheet).svg()).texts
    for text in [sheet.run, "done", sheet.recipe, sheet.recipeHash, sheet.equipment, "K. Sato"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(texts.contains("wafers (6)") && texts.contains { $0.contains("W2026-01") })
    #expect(texts.contains { $0.contains("LOT-7781") })
    for heading in ["planned", "actual", "deviation", "initials"] {
      #expect(texts.contains(heading))
    }
  }

  @Test func deviationsBeyondToleranceStandOut() throws {
    let sheet = SamplePictures.runSheet(steps: 6, isDone: true)
    let picture = try PictureText(RunSheetPicture(sheet).svg())
    #expect(picture.texts.contains("✗ \u{2212}2.8 % thickness"))
    #expect(picture.elements.count { $0.attribute("fill") == "#fde6da" } == 1)
    let html = String(
      decoding: HTMLReport(title: "t", blocks: sheet.htmlBlocks).html(),
      as: UTF8.self
    )
    #expect(html.contains("beyond tolerance: step 5 deposit PbI2"))
    let planned = SamplePictures.runSheet(steps: 6, isDone: false)
    #expect(planned.htmlBlocks.contains(.verdict(.notRun, "no step has an actual value yet")))
  }
}
