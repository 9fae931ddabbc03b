/// What a bin asks of its components or values.
public enum BinCondition: Hashable, Sendable {
  /// A value within limits, both included; one of them may be absent.
  case value(BinCharacteristic, atLeast: Double?, atMost: Double?)
  /// A value that wasn't measured.
  case missing(BinCharacteristic)
  /// Components of a unit whose bins have a quality: all of them, or any one.
  case components([BinSubject], BinQuality, all: Bool)
}
