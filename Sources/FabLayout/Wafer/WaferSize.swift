/// A standard wafer diameter.
///
/// > Source: SEMI M1 dimensions as published by wafer vendors (siliconwafer.org table of flats): nominal
/// > diameter, primary and secondary flat lengths; 8 and 12 inch wafers have a notch 1.00 mm deep.
public enum WaferSize: String, CaseIterable, Sendable {
  /// 50.8 mm.
  case inch2 = "2in"
  /// 76.2 mm.
  case inch3 = "3in"
  /// 100 mm.
  case inch4 = "4in"
  /// 150 mm.
  case inch6 = "6in"
  /// 200 mm.
  case inch8 = "8in"
  /// 300 mm.
  case inch12 = "12in"

  /// The nominal diameter in nanometres.
  public var diameter: Int {
    switch self {
    case .inch2: 50_800_000
    case .inch3: 76_200_000
    case .inch4: 100_000_000
    case .inch6: 150_000_000
    case .inch8: 200_000_000
    case .inch12: 300_000_000
    }
  }

  /// The length of the primary flat in nanometres; `nil` where the standard has only a notch.
  public var primaryFlat: Int? {
    switch self {
    case .inch2: 15_880_000
    case .inch3: 22_220_000
    case .inch4: 32_500_000
    case .inch6: 57_500_000
    case .inch8, .inch12: nil
    }
  }

  /// The length of the secondary flat in nanometres; `nil` where the standard has only a notch.
  public var secondaryFlat: Int? {
    switch self {
    case .inch2: 8_000_000
    case .inch3: 11_180_000
    case .inch4: 18_000_000
    case .inch6: 37_500_000
    case .inch8, .inch12: nil
    }
  }

  /// The depth of the notch in nanometres; `nil` where the standard has flats.
  public var notchDepth: Int? {
    switch self {
    case .inch2, .inch3, .inch4, .inch6: nil
    case .inch8, .inch12: 1_000_000
    }
  }
}
