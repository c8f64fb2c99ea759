import type { Command, CommandOption } from './command.ts'

/** Wider lines are hard to read, however wide the terminal. */
const WIDEST = 100

/** The usage of one command and the meaning of its options. */
export function usageOf({ name, usage, summary, options = {} }: Command): string {
  const offered: readonly (readonly [string, string])[] = [
    ...Object.entries(options).map(([option, each]) => [`  ${calledOption(option, each)}`, each.means] as const),
    ['  --json', 'the answer for programs, as JSON'],
  ]
  const column = Math.max(...offered.map(([call]) => call.length)) + 2
  const lines = offered.flatMap(([call, means]) => wrapped(means, call.padEnd(column), ' '.repeat(column), WIDEST))
  return [`Usage: twosource ${called(name, usage)}`, ...wrapped(summary, '  ', '  ', WIDEST), '', ...lines, ''].join(
    '\n',
  )
}

function calledOption(name: string, option: CommandOption): string {
  return option.type === 'string' ? `--${name} ${option.takes}` : `--${name}`
}

/** Lists all commands with their summaries, wrapped to the terminal's columns. */
export function helpText(commands: readonly Command[], columns = 80): string {
  const width = Math.min(columns, WIDEST)
  const lines = commands.flatMap(({ name, usage, summary }) => [
    ...wrapped(called(name, usage), '  ', '    ', width),
    ...wrapped(summary, '      ', '      ', width),
  ])
  return [
    'Twosource: every story once, with every source.',
    '',
    'Commands',
    ...lines,
    '',
    'Each takes --help and --json. --version tells the version.',
    'With npm, options stand behind “--”: npm start add -- --help',
    'Settings come from the environment: docs/guide/settings.md.',
    '',
  ].join('\n')
}

function called(name: string, usage: string): string {
  return usage === '' ? name : `${name} ${usage}`
}

/** Wraps text to `width` characters, with `first` before the first line and `next` before the others. */
function wrapped(text: string, first: string, next: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = first
  let isFirstWord = true
  for (const word of text.split(' ').filter(Boolean)) {
    if (!isFirstWord && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next
      isFirstWord = true
    }
    line += isFirstWord ? word : ` ${word}`
    isFirstWord = false
  }
  return [...lines, line]
}
