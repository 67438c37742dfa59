extension CompletionTree {
  /// The script that makes bash complete the program's command lines.
  ///
  /// Bash parts `--name=value` at the equals sign into three words. Where a file is expected, nothing is offered
  /// and bash falls back on its own completion of file names.
  var bash: String {
    """
    # bash completion for \(program)
    _\(program)() {
      local cur="${COMP_WORDS[COMP_CWORD]}" place='\(program)' expects='' words='' word i
      for ((i = 1; i < COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        [[ $word == '=' ]] && continue
        if [[ -n $expects ]]; then expects=''; continue; fi
        case "$place $word" in
          \(commands.joined(separator: "|"))) place="$place $word" ;;
          \(valued.joined(separator: "|"))) expects="$word" ;;
        esac
      done
      [[ $cur == '=' ]] && cur=''
      [[ -z $expects && $cur == -* ]] && expects='-'
      COMPREPLY=()
      case "$place $expects" in
    \(offers.map(bashLine).joined(separator: "\n"))
      esac
      [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    }
    complete -F _\(program) \(program)

    """
  }

  private func bashLine(_ pattern: String, _ offer: Offer) -> String {
    let action =
      switch offer {
      case .words(let words): "words='" + words.map(\.word).joined(separator: " ") + "'"
      case .files: "compopt -o default"
      case .folders: "compopt -o dirnames"
      }
    return "    \(pattern)) \(action) ;;"
  }
}
