/// The check digit that Swedish numbers end with, by the method of Luhn.
///
/// 18 § folkbokföringslagen (1991:481) for persons; decision C-52 for document numbers.
public enum Luhn {
  /// The digit to write after a number, which is not negative.
  public static func checkDigit(after number: Int64) -> Int {
    var sum = 0
    var rest = number
    while rest > 0 {
      let pair = Int(rest % 100)
      let doubled = pair % 10 * 2
      sum += pair / 10 + (doubled > 9 ? doubled - 9 : doubled)
      rest /= 100
    }
    return (10 - sum % 10) % 10
  }

  /// Tells whether the last digit of a number follows from the others.
  public static func isValid(_ number: Int64) -> Bool {
    checkDigit(after: number / 10) == number % 10
  }
}
