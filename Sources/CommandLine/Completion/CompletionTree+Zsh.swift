extension CompletionTree {
  /// The script that zsh finds as `_PROGRAM` in its `fpath`, or that one may source.
  var zsh: String {
    """
    #compdef \(program)
    # zsh completion for \(program)
    _\(program)() {
      local place='\(program)' expects='' word
      local -a offers
      integer i
      for ((i = 2; i < CURRENT; i++)); do
        word="$words[i]"
        if [[ -n $expects ]]; then expects=''; continue; fi
        case "$place $word" in
          \(commands.joined(separator: "|"))) place="$place $word" ;;
          \(valued.joined(separator: "|"))) expects="$word" ;;
        esac
      done
      word="$words[CURRENT]"
      if [[ -z $expects && $word == --*=* ]]; then
        expects="${word%%=*}"
        compset -P '*='
      elif [[ -z $expects && $word == -* ]]; then
        expects='-'
      fi
      case "$place $expects" in
    \(offers.map(zshLine).joined(separator: "\n"))
      esac
      (( $#offers )) && _describe '\(program)' offers
    }
    if [[ "$funcstack[1]" == '_\(program)' ]]; then _\(program) "$@"; else compdef _\(program) \(program); fi

    """
  }

  private func zshLine(_ pattern: String, _ offer: Offer) -> String {
    let action =
      switch offer {
      case .words(let words): "offers=(" + words.map(zshItem).joined(separator: " ") + ")"
      case .files: "_files"
      case .folders: "_files -/"
      }
    return "    \(pattern)) \(action) ;;"
  }

  private func zshItem(_ word: String, _ meaning: String) -> String {
    let name = word.replacing(":", with: "\\:")
    let item = meaning.isEmpty ? name : name + ":" + meaning
    return "'" + item.replacing("'", with: "'\\''") + "'"
  }
}
