import Documents

/// The language of pages and answers; the command line has a type of the same name.
typealias Language = Documents.Language
