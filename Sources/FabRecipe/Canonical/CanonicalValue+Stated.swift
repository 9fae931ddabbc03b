import FabUnits

extension CanonicalValue {
  /// Returns a figure; one without a source is written as its value alone.
  static func figure<Value>(
    _ figure: Stated<Value>?,
    _ value: (Value) -> CanonicalValue
  ) -> CanonicalValue? {
    switch figure {
    case nil: nil
    case .stated(let stated, nil)?: value(stated)
    case .stated(let stated, let source?)?:
      .object(["value": value(stated), "source": .text(source)])
    case .unspecified(let assumed, let because)?:
      .members([
        "value": .text(FigureReader.unspecified), "assumed": assumed.map(value),
        "because": .text(because),
      ])
    }
  }

  /// Returns a quantity in a unit.
  static func quantity<D>(
    _ figure: Stated<Quantity<D>>?,
    _ unit: MeasurementUnit
  )
    -> CanonicalValue?
  {
    self.figure(figure) { .number($0.value(in: unit)) }
  }

  /// Returns a range of quantities in a unit as a list of its ends.
  static func range<D>(
    _ figure: Stated<ClosedRange<Quantity<D>>>?,
    _ unit: MeasurementUnit
  )
    -> CanonicalValue?
  {
    self.figure(figure) { range in
      .list([range.lowerBound, range.upperBound].map { .number($0.value(in: unit)) })
    }
  }

  /// Returns a text.
  static func text(_ figure: Stated<String>?) -> CanonicalValue? {
    self.figure(figure) { .text($0) }
  }

  /// Returns a plain number.
  static func ratio(_ figure: Stated<Double>?) -> CanonicalValue? {
    self.figure(figure) { .number($0) }
  }
}
