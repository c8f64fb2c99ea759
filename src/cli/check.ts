import { text as textOf } from 'node:stream/consumers'
import { maxLength } from '../core/text/max-length.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
import { checkText } from '../operations/search/check-text.ts'
import { packCheck } from '../operations/search/pack-check.ts'
import type { CheckedStatement, FoundChange, StatementResult } from '../operations/search/text-check-views.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import { savePack } from './save-pack.ts'
import { counted, inQuotationMarks, type Terminal } from './terminal.ts'

export const check: Command = {
  name: 'check',
  usage: '<file>|-',
  summary: 'Look up the quotations and statements of a text',
  details: 'With - it reads the text from standard input.',
  options: {
    pack: {
      type: 'string',
      takes: 'FILE.zip',
      means: 'write the result as an evidence pack, which “twosource verify” checks',
    },
    language: { type: 'string', takes: 'TAG', means: 'the language of the text, as in fr; detected if left out' },
  },
  async run({ args: [name, ...more], values, terminal, open }) {
    if (name === undefined || more.length > 0) throw new UsageError('Give a file, or - for standard input.')
    const read = name === '-' ? new TextEncoder().encode(await textOf(process.stdin)) : await readNamedFile(name)
    if (typeof read === 'string') {
      terminal.error(read)
      return exitCodes.failed
    }
    const text = new TextDecoder().decode(read).replaceAll('\r\n', '\n')
    if (text.trim() === '' || text.length > maxLength.checkedText)
      throw new UsageError(`The text has ${text.length} characters. Give 1 to ${maxLength.checkedText}.`)
    const asked = checkText.input.safeParse({ text, language: values.language })
    if (!asked.success) throw new UsageError('--language takes a tag of two letters or more, as in fr.')
    await using app = await open()
    if (typeof values.pack === 'string') {
      await savePack(values.pack, await packCheck.run(app.operations, asked.data), terminal)
      return exitCodes.ok
    }
    const view = await checkText.run(app.operations, asked.data)
    terminal.json(view)
    for (const statement of view.statements) printStatement(statement, terminal)
    if (view.statements.length === 0) terminal.line('There is no quotation or statement in this text to look up.')
    if (view.isCut) terminal.line('Only the first part of the text was checked.')
    return exitCodes.ok
  },
}

const labels: Readonly<Record<StatementResult, string>> = {
  exact: 'word for word',
  altered: 'different words',
  cut: 'words left out',
  'other-speaker': 'another speaker',
  unquoted: 'in an article, not as a quotation',
  'not-found': 'not in the articles here',
}

function printStatement(statement: CheckedStatement, terminal: Terminal): void {
  const { kind, words, result, place, carriers, changes, figures, speaker } = statement
  const own = inQuotationMarks(kind === 'quotation' ? 'direct' : 'indirect', words.replace(/\s+/g, ' '))
  terminal.line(`${labels[result]}: ${own}`)
  if (!place || !carriers) return
  for (const change of changes) terminal.line(`  ${changeLine(change, words, place.citation.exact)}`)
  const { document } = place
  const day = isTimeUnknown(document.publishedAt) ? 'undated' : document.publishedAt.slice(0, 10)
  const reports = counted(carriers.reports, 'independent report')
  terminal.line(`  ${document.sourceName}, ${day}: ${document.title} (${document.articleId})`)
  const who = place.speaker && `${place.isProbable ? 'probably ' : ''}${place.speaker.name}`
  const isOther = result === 'other-speaker' || statement.isOtherSpeaker
  terminal.line(
    `  ${who === undefined ? '' : `said here by ${who}${isOther ? `, in the text by ${speaker}` : ''}; `}${reports} in ${counted(carriers.articles, 'article')}${carriers.isCut ? ' or more' : ''}`,
  )
  for (const { words: figure, result: of, citation } of figures)
    terminal.line(
      `  ${figure}: ${of === 'same' ? 'the same' : of === 'differs' ? `there ${citation?.exact}` : 'not there'}`,
    )
}

function changeLine({ kind, given, found }: FoundChange, words: string, exact: string): string {
  const own = given && words.slice(given.start, given.end)
  const theirs = found && exact.slice(found.start, found.end)
  const what = kind === 'words' ? '' : `${kind}: `
  if (own && theirs) return `${what}“${own}” in the text, “${theirs}” in the article`
  return own ? `${what}“${own}” only in the text` : `${what}“${theirs}” only in the article`
}
