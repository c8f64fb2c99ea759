import { writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { EntityKind } from '../core/annotation.ts'
import type { Correction } from '../core/correction.ts'
import { defined } from '../core/defined.ts'
import { correctQuote, removeCorrection } from '../operations/articles/correct-quote.ts'
import { correctWords } from '../operations/articles/correct-words.ts'
import { exportLabels, importLabels } from '../operations/articles/label-records.ts'
import type { ArticleQuotesView, CorrectionResult, QuoteToCheck } from '../operations/articles/label-views.ts'
import { listDoubtfulQuotes } from '../operations/articles/list-doubtful-quotes.ts'
import { listQuotes } from '../operations/articles/list-quotes.ts'
import type { OperationContext } from '../operations/operation.ts'
import { type Call, type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import { counted, type Terminal } from './terminal.ts'

const kinds: readonly EntityKind[] = ['person', 'organization', 'place']
const verdicts = ['speaker', 'nobody', 'not-a-quote', 'undo', ...kinds, 'no-name'] as const
type Verdict = (typeof verdicts)[number]
const ofNames: ReadonlySet<Verdict> = new Set([...kinds, 'no-name'])

/**
 * Lists the quotations of an article by number and records corrections: the speaker, an unknown speaker, or no quotation at all.
 * `--words` is for words without a number; `--within` is a longer passage that identifies which occurrence is meant. Labels are
 * exported and imported as JSON lines.
 */
export const label: Command = {
  name: 'label',
  usage: '[<article> [<number>]]',
  summary: 'Correct who said what',
  details: 'Without arguments: lists the quotations whose speaker is least certain.',
  options: {
    speaker: { type: 'string', takes: 'NAME', means: 'who said it' },
    nobody: { type: 'boolean', means: 'the speaker is unknown' },
    'not-a-quote': { type: 'boolean', means: 'it isn’t a quotation' },
    undo: { type: 'boolean', means: 'undo the correction' },
    words: { type: 'string', takes: 'TEXT', means: 'words of the article that weren’t detected' },
    within: {
      type: 'string',
      takes: 'TEXT',
      means: 'with --words: a passage around them, if they occur more than once',
    },
    person: { type: 'string', takes: 'NAME', means: 'with --words: they name this person' },
    organization: { type: 'string', takes: 'NAME', means: 'with --words: they name this organization' },
    place: { type: 'string', takes: 'NAME', means: 'with --words: they name this place' },
    'no-name': { type: 'boolean', means: 'with --words: they name nobody' },
    note: { type: 'string', takes: 'TEXT', means: 'why, for whoever reads the correction' },
    export: { type: 'string', takes: 'FILE', means: 'export all labels to this file' },
    import: { type: 'string', takes: 'FILE', means: 'import the labels of this file' },
  },
  async run(call) {
    const { args, values, terminal, open } = call
    const [article, number] = args
    const verdict = verdictOf(call)
    await using app = await open()
    const { operations } = app
    // Awaited, because the store closes when this function returns.
    if (typeof values.export === 'string') return await exportTo(values.export, operations, terminal)
    if (typeof values.import === 'string') return await importFrom(values.import, operations, terminal)
    if (article === undefined) return await listDoubtful(operations, terminal)
    const view = await listQuotes.run(operations, { article })
    if (!view) {
      terminal.error(`There is no article ${article}. Give its id or URL; find it with: twosource search WORDS`)
      return exitCodes.notFound
    }
    if (verdict === undefined) {
      terminal.json(view)
      return printArticle(view, terminal)
    }
    if (verdict === 'undo') return await undo(view, number, operations, terminal)
    return await correct(view, verdict, call, operations)
  },
}

/** The one correction requested. Throws UsageError for two of them, or for one without its object. */
function verdictOf({ args, values }: Call): Verdict | undefined {
  const given = verdicts.filter((verdict) => values[verdict] !== undefined)
  const [verdict] = given
  if (given.length > 1) throw new UsageError(`Give one of ${given.map((each) => `--${each}`).join(' and ')}, not both.`)
  const isFile = values.export !== undefined || values.import !== undefined
  if (isFile && (verdict || args.length > 0))
    throw new UsageError('--export and --import can’t be combined with anything else.')
  if (args.length > 2) throw new UsageError('Give one article and one number.')
  const [article, number] = args
  if (verdict && (article === undefined || (number === undefined && values.words === undefined)))
    throw new UsageError(`Say what --${verdict} is about: an article and the number of a quotation, or --words TEXT.`)
  if (number !== undefined && values.words !== undefined) throw new UsageError('Give a number or --words, not both.')
  if (!verdict && (number !== undefined || values.words !== undefined))
    throw new UsageError('Say what is right: --speaker NAME, --nobody, --not-a-quote or --undo.')
  if (verdict && number !== undefined && ofNames.has(verdict))
    throw new UsageError(`--${verdict} is about a name: give it by --words TEXT.`)
  if (values.within !== undefined && values.words === undefined) throw new UsageError('--within goes with --words.')
  if (number !== undefined && !/^\d{1,6}$/.test(number))
    throw new UsageError(`${number} isn’t the number of a quotation.`)
  return verdict
}

/** Corrects a numbered quotation, or given words. */
async function correct(
  view: ArticleQuotesView,
  verdict: Exclude<Verdict, 'undo'>,
  { args, values, terminal }: Call,
  operations: OperationContext,
): Promise<ExitCode> {
  const { articleId, documentId } = view
  const name = typeof values[verdict] === 'string' ? values[verdict] : ''
  const given = { articleId, verdict, ...defined({ note: typeof values.note === 'string' ? values.note : undefined }) }
  const number = args[1]
  let result: CorrectionResult | undefined
  if (number === undefined) {
    const { words, within = '' } = values
    result = await correctWords.run(operations, checked(correctWords.input, { ...given, words, within, name }))
  } else {
    const { quote } = numbered(view)[Number(number) - 1] ?? {}
    if (!quote) {
      terminal.error(`There is no quotation ${number}. List the article with: twosource label ${articleId}`)
      return exitCodes.notFound
    }
    const place = { revision: documentId, ...quote.span }
    result = await correctQuote.run(operations, checked(correctQuote.input, { ...given, ...place, speaker: name }))
  }
  terminal.json(result)
  if (result?.kind !== 'saved') {
    terminal.error(result?.message ?? 'The article was deleted. Nothing was changed.')
    return exitCodes.failed
  }
  terminal.line(
    `${correctionLine(result.correction)}\nThe running server updates its story; without one, run: twosource refresh`,
  )
  return exitCodes.ok
}

/** Parses the input of an operation. Throws UsageError with a readable message. */
function checked<Input extends z.ZodType>(input: Input, given: unknown): z.output<Input> {
  const parsed = input.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`--${issue?.path.join('.')}: ${issue?.message}.`)
}

async function undo(
  view: ArticleQuotesView,
  number: string | undefined,
  operations: OperationContext,
  terminal: Terminal,
): Promise<ExitCode> {
  if (number === undefined) throw new UsageError('Say which number to undo.')
  const correction = numbered(view)[Number(number) - 1]?.correction
  if (!correction) {
    terminal.error(
      `There’s no correction with the number ${number}. List the article with: twosource label ${view.articleId}`,
    )
    return exitCodes.notFound
  }
  await removeCorrection.run(operations, { id: correction.id })
  terminal.json({ removed: correction })
  terminal.line(`Undone: ${correctionLine(correction)}`)
  return exitCodes.ok
}

type Numbered = { readonly quote?: QuoteToCheck; readonly correction?: Correction }

/** Quotations, corrected names and labels that wait for their text, numbered in one sequence. */
function numbered({ quotes, names, waiting }: ArticleQuotesView): readonly Numbered[] {
  return [
    ...quotes.map((quote) => ({ quote, ...defined({ correction: quote.correction }) })),
    ...[...names, ...waiting].map((correction) => ({ correction })),
  ]
}

async function listDoubtful(operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const view = await listDoubtfulQuotes.run(operations, { limit: 20 })
  terminal.json(view)
  if (view.count === 0) terminal.line('Nothing to check: every speaker in the newest articles is certain enough.')
  for (const quote of view.quotes) terminal.line(`${quote.articleId}  ${quote.title}\n    ${quotationLine(quote)}`)
  if (view.count > 0)
    terminal.line(`${view.count} to check. Number the quotations of one with: twosource label ARTICLE`)
  return exitCodes.ok
}

function printArticle(view: ArticleQuotesView, terminal: Terminal): ExitCode {
  terminal.line(`${view.sourceName}: ${view.title}`)
  const rows = numbered(view)
  if (rows.length === 0) terminal.line('No quotations in this article.')
  for (const [index, { quote, correction }] of rows.entries()) {
    const isWaiting = correction !== undefined && view.waiting.includes(correction)
    const line = quote ? quotationLine(quote) : correction ? correctionLine(correction) : ''
    terminal.line(`${String(index + 1).padStart(3)}  ${line}${isWaiting ? ' (doesn’t apply now)' : ''}`)
  }
  return exitCodes.ok
}

/** Writes all labels to a file, or to standard output for `-`. */
async function exportTo(file: string, operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const { text, labels, withoutText } = await exportLabels.run(operations, {})
  if (withoutText > 0) terminal.error(`${counted(withoutText, 'label')} skipped, of articles that aren’t here.`)
  if (file === '-') {
    if (terminal.isJson) terminal.json({ text, labels })
    else if (text !== '') terminal.line(text.trimEnd())
    return exitCodes.ok
  }
  const problem = await writeFile(file, text).catch((error: NodeJS.ErrnoException) => error)
  if (problem) {
    terminal.error(`${file} can’t be written: ${problem.message}`)
    return exitCodes.failed
  }
  terminal.json({ file, labels })
  terminal.line(`${counted(labels, 'label')} in ${file}.`)
  return exitCodes.ok
}

/** Imports labels from a file; the exit code reports whether every line could be read. */
async function importFrom(file: string, operations: OperationContext, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readNamedFile(file)
  if (typeof bytes === 'string') {
    terminal.error(bytes)
    return exitCodes.failed
  }
  const result = await importLabels.run(operations, { text: Buffer.from(bytes).toString('utf8') })
  terminal.json(result)
  for (const line of result.skipped) terminal.error(`Skipped. ${line}`)
  terminal.line(`${counted(result.labels, 'label')} of ${counted(result.articles, 'article')} from ${file}.`)
  return result.skipped.length > 0 ? exitCodes.failed : exitCodes.ok
}

/** A quotation in a list: its words, its speaker, and the confidence. */
function quotationLine({ context, isQuote, speaker, confidence, correction }: QuoteToCheck): string {
  const words = context.text.slice(context.start, context.end).replace(/\s+/g, ' ')
  const who = isQuote ? (speaker?.name ?? 'nobody known') : 'not a quotation'
  const how = correction ? 'you said so' : `${Math.round((confidence ?? 0) * 100)} %`
  return `“${words.length > 160 ? `${words.slice(0, 160).toWellFormed()}…` : words}”\n     ${who} (${how})`
}

function correctionLine({ selector, verdict }: Correction): string {
  const words = selector.exact.replace(/\s+/g, ' ').slice(0, 80).toWellFormed()
  switch (verdict.kind) {
    case 'speaker':
    case 'quote':
      return `“${words}”: ${verdict.speaker?.name ?? 'nobody known'}`
    case 'not-a-quote':
      return `“${words}”: not a quotation`
    case 'name':
      return `“${words}” is ${verdict.entity ? `the ${verdict.entity.kind} ${verdict.entity.name}` : 'not a name'}`
  }
}
