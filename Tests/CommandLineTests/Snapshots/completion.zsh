#compdef pantry
# zsh completion for pantry
_pantry() {
  local place='pantry' expects='' word
  local -a offers
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    word="$words[i]"
    if [[ -n $expects ]]; then expects=''; continue; fi
    case "$place $word" in
      'pantry item'|'pantry item add'|'pantry item list'|'pantry item move'|'pantry empty'|'pantry help'|'pantry completion'|'pantry help item'|'pantry help item add'|'pantry help item list'|'pantry help item move'|'pantry help empty'|'pantry help help'|'pantry help completion') place="$place $word" ;;
      *' --store'|*' --format'|*' --now'|*' --lang'|'pantry item add --amount'|'pantry item add --shelf'|'pantry item add --tag'|'pantry item list --order'|'pantry item list --stock'|'pantry empty --order') expects="$word" ;;
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
    *' --store') _files ;;
    *' --format') offers=('text' 'json') ;;
    *' --lang') offers=('sv' 'en') ;;
    'pantry -') offers=('--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.' '--version:Show the version.') ;;
    'pantry ') offers=('item:Manage items.' 'empty:Eat it all.' 'help:Show the help of a command.' 'completion:Print a script that lets the shell complete commands and options.') ;;
    'pantry item -') offers=('--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry item ') offers=('add:Put an item in.' 'list:Show items.' 'move:Move an item.') ;;
    'pantry item add -') offers=('--amount:How many come in.' '--shelf:The shelf that the item is put on; the topmost is number one and the lowest number nine.' '--tag:A mark.' '--fresh:The item is fresh.' '--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry item list --order') offers=('name' 'amount' 'arrival' 'shelf') ;;
    'pantry item list --stock') _files ;;
    'pantry item list -') offers=('--order:The order.' '--stock:A list to read.' '--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry item move -') offers=('--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry empty --order') offers=('name' 'amount' 'arrival' 'shelf') ;;
    'pantry empty -') offers=('--fresh:The item is fresh.' '--order:The order.' '--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry help -') offers=('--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry completion -') offers=('--store:The file of the pantry.' '--format:Form of the result.' '--now:The moment that counts.' '--lang:Language of messages.' '--help:Show the help.') ;;
    'pantry completion ') offers=('bash' 'zsh') ;;
    'pantry help ') offers=('item:Manage items.' 'empty:Eat it all.' 'help:Show the help of a command.' 'completion:Print a script that lets the shell complete commands and options.') ;;
    'pantry help item ') offers=('add:Put an item in.' 'list:Show items.' 'move:Move an item.') ;;
  esac
  (( $#offers )) && _describe 'pantry' offers
}
if [[ "$funcstack[1]" == '_pantry' ]]; then _pantry "$@"; else compdef _pantry pantry; fi
