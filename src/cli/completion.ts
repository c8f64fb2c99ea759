import { type Command, exitCodes, UsageError } from './command.ts'

const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** The command that prints a script with which a shell completes commands and options; `all` are the commands it knows. */
export function completionCommand(all: () => readonly Command[]): Command {
  return {
    name: 'completion',
    usage: shells.join(' | '),
    summary: 'Print a script that completes commands in your shell',
    details:
      'For bash: twosource completion bash > ~/.local/share/bash-completion/completions/twosource. For zsh: save it as _twosource in a folder of $fpath. For fish: save it as ~/.config/fish/completions/twosource.fish.',
    run({ args: [name], terminal }) {
      const shell = shells.find((each) => each === name)
      if (shell === undefined) throw new UsageError(`Give a shell: ${shells.join(', ')}.`)
      terminal.line(completionScript(shell, all()).trimEnd())
      terminal.json({ shell, script: completionScript(shell, all()) })
      return Promise.resolve(exitCodes.ok)
    },
  }
}

/** A script that completes the names of `commands`, their options and files, for one shell. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands)
}

function optionsOf({ options = {} }: Command) {
  return [...Object.entries(options).map(([name, { means }]) => ({ name, means })), { name: 'json', means: 'JSON' }]
}

function bashScript(commands: readonly Command[]): string {
  const cases = commands.map((each) => {
    const words = optionsOf(each).map(({ name }) => `--${name}`)
    return `    ${each.name}) words='${words.join(' ')}' ;;`
  })
  return `_twosource() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')} help' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
    help) words='${commands.map(({ name }) => name).join(' ')}' ;;
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _twosource twosource
`
}

function zshScript(commands: readonly Command[]): string {
  const cases = commands.map((each) => {
    const options = optionsOf(each).map(({ name, means }) => `'--${name}[${inZsh(means)}]'`)
    return `    ${each.name}) _arguments ${options.join(' ')} '*:file:_files' ;;`
  })
  return `#compdef twosource
_twosource() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${inZsh(summary)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
_twosource "$@"
`
}

/** Text within single quotes and brackets of a description. */
function inZsh(text: string): string {
  return text.replaceAll("'", '’').replace(/[[\]:\\]/g, '\\$&')
}

function fishScript(commands: readonly Command[]): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = commands.flatMap((each) => [
    `complete -c twosource -n __fish_use_subcommand -a ${each.name} -d ${quoted(each.summary)}`,
    ...optionsOf(each).map(
      ({ name, means }) =>
        `complete -c twosource -n '__fish_seen_subcommand_from ${each.name}' -l ${name} -d ${quoted(means)}`,
    ),
  ])
  return `${lines.join('\n')}\n`
}
