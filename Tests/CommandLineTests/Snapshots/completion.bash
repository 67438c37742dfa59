# bash completion for pantry
_pantry() {
  local cur="${COMP_WORDS[COMP_CWORD]}" place='pantry' expects='' words='' word i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    [[ $word == '=' ]] && continue
    if [[ -n $expects ]]; then expects=''; continue; fi
    case "$place $word" in
      'pantry item'|'pantry item add'|'pantry item list'|'pantry item move'|'pantry empty'|'pantry help'|'pantry completion'|'pantry help item'|'pantry help item add'|'pantry help item list'|'pantry help item move'|'pantry help empty'|'pantry help help'|'pantry help completion') place="$place $word" ;;
      *' --store'|*' --format'|*' --now'|*' --lang'|'pantry item add --amount'|'pantry item add --shelf'|'pantry item add --tag'|'pantry item list --order'|'pantry item list --stock'|'pantry empty --order') expects="$word" ;;
    esac
  done
  [[ $cur == '=' ]] && cur=''
  [[ -z $expects && $cur == -* ]] && expects='-'
  COMPREPLY=()
  case "$place $expects" in
    *' --store') compopt -o default ;;
    *' --format') words='text json' ;;
    *' --lang') words='sv en' ;;
    'pantry -') words='--store --format --now --lang --help --version' ;;
    'pantry ') words='item empty help completion' ;;
    'pantry item -') words='--store --format --now --lang --help' ;;
    'pantry item ') words='add list move' ;;
    'pantry item add -') words='--amount --shelf --tag --fresh --store --format --now --lang --help' ;;
    'pantry item list --order') words='name amount arrival shelf' ;;
    'pantry item list --stock') compopt -o default ;;
    'pantry item list -') words='--order --stock --store --format --now --lang --help' ;;
    'pantry item move -') words='--store --format --now --lang --help' ;;
    'pantry empty --order') words='name amount arrival shelf' ;;
    'pantry empty -') words='--fresh --order --store --format --now --lang --help' ;;
    'pantry help -') words='--store --format --now --lang --help' ;;
    'pantry completion -') words='--store --format --now --lang --help' ;;
    'pantry completion ') words='bash zsh' ;;
    'pantry help ') words='item empty help completion' ;;
    'pantry help item ') words='add list move' ;;
  esac
  [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}
complete -F _pantry pantry
