export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

// bash cuts words at colons, so that only what follows the last one may be given back.
const BASH = `# rel: completion for bash. In ~/.bashrc: eval "$(rel completion bash)"
_rel() {
  local line=\${COMP_LINE:0:COMP_POINT} word cut='' each
  word=\${line##*[[:space:]]}
  [[ $COMP_WORDBREAKS == *:* && $word == *:* ]] && cut=\${word%"\${word##*:}"}
  COMPREPLY=()
  while IFS= read -r each; do
    [[ -n $each ]] && COMPREPLY+=("\${each#"$cut"}")
  done < <(rel complete bash -- "$line" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *: ]]; then
    compopt -o nospace 2>/dev/null
  fi
  return 0
}
complete -F _rel rel
`;

const ZSH = `#compdef rel
# rel: completion for zsh. In ~/.zshrc: eval "$(rel completion zsh)"
alias rel='noglob rel'
_rel() {
  local value means
  local -a values shown open open_shown
  while IFS=$'\\t' read -r value means; do
    [[ -z $value ]] && continue
    if [[ $value == *: ]]; then
      open+=("$value"); open_shown+=("$value  $means")
    else
      values+=("$value"); shown+=("$value\${means:+  $means}")
    fi
  done < <(command rel complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#values )) && compadd -l -M 'm:{[:lower:]}={[:upper:]} l:|=*' -d shown -a values
  (( $#open )) && compadd -l -S '' -d open_shown -a open
  (( $#values + $#open ))
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
compdef _rel rel
`;

const FISH = `# rel: completion for fish. rel completion fish > ~/.config/fish/completions/rel.fish
function __rel_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    command rel complete fish -- $before[2..-1] "$current" 2>/dev/null
end
complete -c rel -f -a '(__rel_complete)'
`;

const POWERSHELL = `# rel: completion for PowerShell. rel completion powershell | Out-File -Append $PROFILE
Register-ArgumentCompleter -Native -CommandName rel -ScriptBlock {
    param($word, $ast, $cursor)
    $typed = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    rel complete powershell -- @typed "$word" 2>$null | ForEach-Object {
        $value, $means = $_ -split "\`t", 2
        if (-not $means) { $means = $value }
        $quoted = if ($value -match '[\\s''"\`$;&|<>(){}@#]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        [System.Management.Automation.CompletionResult]::new($quoted, $value, 'ParameterValue', $means)
    }
}
`;

/** What each shell reads to complete the words of rel. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};
