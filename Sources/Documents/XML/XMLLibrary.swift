import CLibXML
import Glibc

/// The C libraries, made ready and shut off from files and network.
///
/// Everything here is global to the process and done once, before the first parse, whichever thread comes first.
enum XMLLibrary {
  /// Makes the libraries ready; later calls cost one load.
  static func start() {
    _ = started
  }

  /// The preferences of every run: no file or network, neither to read nor to write.
  // The pointer is set once and what it points to is never written again.
  nonisolated(unsafe) static let forbidAll = preferences(readNetwork: xsltSecurityForbid)

  /// The preferences that `xsl:include` and `xsl:import` obey, which look at no context but at these alone.
  // As above.
  nonisolated(unsafe) private static let forbidAllButModules = preferences { _, _, address in
    guard let address else { return 0 }
    return String(cString: address).hasPrefix(TemplateAddress.prefix) ? 1 : 0
  }

  private static let started: Void = {
    // libxslt opens a shared object named after an unknown namespace from the folder named here.
    unsetenv("LIBXSLT_PLUGINS_PATH")
    xmlInitParser()
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
    xmlSetExternalEntityLoader { _, _, _ in nil }
    xsltInit()
    // Not exsltRegisterAll: crypto, saxon and dynamic stay out.
    exsltCommonRegister()
    exsltSetsRegister()
    exsltStrRegister()
    exsltMathRegister()
    exsltFuncRegister()
    exsltDateRegister()
    StylesheetFunctions.register()
    xsltSetDefaultSecurityPrefs(forbidAllButModules)
    xsltSetLoaderFunc(StylesheetCompiler.loader)
    clibxml_receive_compile_errors(nil)
  }()

  private static func preferences(readNetwork: xsltSecurityCheck) -> xsltSecurityPrefsPtr? {
    let preferences = xsltNewSecurityPrefs()
    for option in [
      XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
      XSLT_SECPREF_WRITE_NETWORK,
    ] {
      xsltSetSecurityPrefs(preferences, option, xsltSecurityForbid)
    }
    xsltSetSecurityPrefs(preferences, XSLT_SECPREF_READ_NETWORK, readNetwork)
    return preferences
  }
}
