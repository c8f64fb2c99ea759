import type { Command } from './command.ts'

/** Wider lines are hard to read, however wide the terminal. */
const WIDEST = 100

/** How one command is called. */
export function usageOf({ name, usage, summary, options = {} }: Command): string {
  const offered = Object.entries(options).map(([option, { type }]) => `  --${option}${type === 'string' ? ' …' : ''}`)
  const does = wrapped(summary, '  ', '  ', WIDEST)
  return [`Usage: twosource ${called(name, usage)}`, ...does, ...offered, '  --json', ''].join('\n')
}

/** All commands, each over what it does, in lines that fit a terminal of so many columns. */
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
    'Settings come from the environment: docs/guide/settings.md.',
    '',
  ].join('\n')
}

function called(name: string, usage: string): string {
  return usage === '' ? name : `${name} ${usage}`
}

/** Words in lines of at most `width` characters, the first behind `first`, others behind `next`. */
function wrapped(text: string, first: string, next: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ').filter(Boolean)) {
    const isFirstWord = line.trim() === ''
    if (!isFirstWord && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
