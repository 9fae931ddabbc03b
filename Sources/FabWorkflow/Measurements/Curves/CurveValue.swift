import FabStore

/// A number that a curve gave, or why it gave none.
struct CurveValue {
  /// What it is.
  let characteristic: StandardCharacteristic
  /// The method with its parameters, in canonical form: values of different methods never mix.
  let method: String
  /// The number in the unit of the characteristic; `nil` where ``flags`` say why there is none.
  let value: Double?
  /// Its standard uncertainty.
  let u: Double?
  /// What else is to be known.
  let flags: MeasurementFlags

  init(
    _ characteristic: StandardCharacteristic,
    method: String,
    value: Double?,
    u: Double? = nil,
    flags: MeasurementFlags = []
  ) {
    self.characteristic = characteristic
    self.method = method
    let isNumber = value?.isFinite ?? false
    self.value = isNumber ? value : nil
    self.u = isNumber ? u.flatMap { $0.isFinite ? abs($0) : nil } : nil
    // The store takes no value without a word on why.
    self.flags = isNumber || !flags.isEmpty ? flags : .fitFailed
  }
}
