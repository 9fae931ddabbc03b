import FabGeometry
import FabRecipe
import FabUnits

extension FloorPlan {
  /// The floor plan as compact JSON with sorted keys, every default written out, lengths in nanometres.
  ///
  /// Two files that ask for the same masks have the same canonical form, whatever their key order,
  /// spacing, comments and units.
  public var canonicalJSON: [UInt8] {
    Array(canonical.json.utf8)
  }

  private var canonical: CanonicalValue {
    .object([
      "format": .text(FloorPlan.format),
      "name": .text(name),
      "wafer": .object([
        "size": .text(wafer.size.rawValue),
        "mark": .text(wafer.mark.rawValue),
        "edgeExclusionNm": .integer(wafer.edgeExclusion),
      ]),
      "sheet": .object([
        "sizeNm": .integer(sheet.size), "cornerRadiusNm": .integer(sheet.cornerRadius),
        "pinHoleNm": .integer(sheet.pinHole), "pinDistanceNm": .integer(sheet.pinDistance),
        "slotTravelNm": .integer(sheet.slotTravel), "keyHoleNm": .integer(sheet.keyHole),
        "keyHeightNm": .integer(sheet.keyHeight), "textPitchNm": .integer(sheet.textPitch),
      ]),
      "pcu": pcu.canonical,
      "arrays": .list(
        arrays.map { group in
          .object(["name": .text(group.prefix), "at": .spots(group.spots)])
            .merging(group.array.canonical)
        }
      ),
      "singles": .list(
        singles.map { group in
          .object(["name": .text(group.prefix), "at": .spots(group.spots)])
            .merging(group.array.canonical)
        }
      ),
      "devices": .list(
        devices.map { group in
          .object([
            "name": .text(group.prefix), "component": .text(group.component.text),
            "widthNm": .integer(group.width), "heightNm": .integer(group.height),
            "at": .spots(group.spots),
          ])
        }
      ),
      "fiducials": .spots(fiducials),
      "windows": .list(
        windows.map { group in
          .object([
            "level": .text(group.level.text), "sizeNm": .integer(group.size),
            "at": .spots(group.spots),
          ])
        }
      ),
    ])
  }
}

extension PCUCellParameters {
  fileprivate var canonical: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "sizeNm": .integer(size), "bitLineEndNm": .integer(bitLineEnd),
      "wordLineNm": .list([.integer(wordLine.lower), .integer(wordLine.upper)]),
      "bitLineNm": .list([.integer(bitLine.lower), .integer(bitLine.upper)]),
    ]
    for (key, path) in PCUCellParameters.boxes {
      let box = self[keyPath: path]
      members[key + "Nm"] = .list(
        [box.min.x, box.min.y, box.max.x, box.max.y].map { .integer(Int($0)) }
      )
    }
    return .object(members)
  }
}

extension ArrayParameters {
  fileprivate var canonical: CanonicalValue {
    .object([
      "rows": .integer(rows), "columns": .integer(columns), "pitchNm": .integer(pitch),
      "padStripNm": .integer(padStrip), "padLengthNm": .integer(padLength),
      "padWidthNm": .integer(padWidth),
    ])
  }
}

extension CanonicalValue {
  fileprivate static func integer(_ value: Int) -> CanonicalValue {
    .number(ExactDecimal(significand: value, exponent: 0))
  }

  fileprivate static func spots(_ spots: [Spot]) -> CanonicalValue {
    .list(
      spots.map { .list([.integer(Int($0.position.x)), .integer(Int($0.position.y))]) }
    )
  }

  fileprivate func merging(_ other: CanonicalValue) -> CanonicalValue {
    guard case .object(let own) = self, case .object(let added) = other else { return self }
    return .object(own.merging(added) { first, _ in first })
  }
}
