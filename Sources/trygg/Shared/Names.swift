import CommandLine

// `Swift.CommandLine` hides the module of that name, so what other modules also declare is named here.
typealias CommandParameter = Parameter
typealias CommandLanguage = Language
