public import FabRecipe
public import FabUnits

/// How long one step lasts, as far as the recipe tells.
public struct ScheduleStep: Hashable, Sendable {
  /// Which step it is.
  public let step: StepIdentifier
  /// What is done, in a few words.
  public let summary: String
  /// How long it lasts; `nil` where the recipe doesn't tell.
  public let duration: Time?
  /// Whether ``duration`` rests on an assumption of ours.
  public let isAssumption: Bool
  /// Why there's no duration; `nil` where there is one.
  public let missing: String?
}
