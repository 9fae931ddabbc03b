extension Surroundings {
  /// The name for people.
  var words: String {
    switch self {
    case .depositionVacuum: "the deposition vacuum"
    case .otherVessel: "another vessel"
    case .inertGas: "inert gas"
    case .air: "air"
    }
  }
}
