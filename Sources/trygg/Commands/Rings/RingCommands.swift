import CommandLine

/// The registrar's work with rings, from the application to the deregistration.
enum RingCommands {
  static let group = Command(
    "ring", abstract: Text(sv: "Trygghetsringar.", en: "Neighbourhood rings."),
    discussion: Text(
      sv: """
        En ansökan lämnas in med add. Uppfyller den villkoren avgörs den med register; en ansökan på papper som inte \
        gör det läggs upp med add --incomplete, kompletteras med complete och avgörs med register, refuse eller dismiss.
        """,
      en: """
        An application is filed with add. One that meets the conditions is decided with register; one on paper that \
        does not is filed with add --incomplete, completed with complete and decided with register, refuse or dismiss.
        """),
    examples: ["trygg ring add --help", "trygg ring list --state ansökt"],
    subcommands: [
      add, complete, register, refuse, dismiss, withdraw, supervise, deregister, contact, grant, letter, list,
      show,
      check,
    ])
}
