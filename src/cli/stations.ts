import { mediaTopics } from '../core/names/media-topics.ts'
import { parseFile, readPage, wordsOf } from '../operations/feeds/read-file.ts'
import { type Command, exitCodes, UsageError } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import { statementLines } from './statement-lines.ts'
import type { Terminal } from './terminal.ts'

export const parse: Command = {
  name: 'parse',
  usage: '<feed file>',
  summary: 'Show how a feed is read',
  async run({ args, terminal }) {
    const file = await fileOf(args, terminal)
    if (file === undefined) return exitCodes.failed
    const { bytes, name } = file
    const parsed = parseFile(bytes, name)
    terminal.json(parsed)
    if (parsed.kind === 'not-a-feed') {
      terminal.error(`${name}: ${parsed.message}`)
      return exitCodes.failed
    }
    const { feed } = parsed
    terminal.line(
      `${feed.title} (${feed.format}), ${feed.entries.length} entries${feed.isTruncated ? ', file cut short' : ''}`,
    )
    for (const entry of feed.entries) terminal.line(`${entry.publishedAt ?? '-'}  ${entry.title}`)
    return exitCodes.ok
  },
}

export const extract: Command = {
  name: 'extract',
  usage: '<page file>',
  summary: 'Show the article text of a page',
  async run({ args, terminal }) {
    const file = await fileOf(args, terminal)
    if (file === undefined) return exitCodes.failed
    const { bytes, name } = file
    const { extraction, document } = await readPage(bytes, name, new Date().toISOString())
    terminal.json(extraction)
    terminal.line(extraction.title)
    terminal.line(
      [extraction.authors.join(', '), extraction.publishedAt, extraction.kind, extraction.completeness.kind]
        .filter(Boolean)
        .join(' · '),
    )
    for (const block of document.blocks) terminal.line(`\n[${block.kind}] ${wordsOf(document, block)}`)
    return extraction.completeness.kind === 'failed' ? exitCodes.failed : exitCodes.ok
  },
}

export const analyze: Command = {
  name: 'analyze',
  usage: '<page or text file>',
  summary: 'Show quotations, names, dates, figures and promises in a text',
  options: {
    at: { type: 'string', takes: 'DAY', means: 'when it was published, as in 2025-08-19; today if left out' },
  },
  async run({ args, values, terminal }) {
    const file = await fileOf(args, terminal)
    if (file === undefined) return exitCodes.failed
    const { bytes, name } = file
    const at = new Date(String(values.at ?? new Date().toISOString()))
    if (Number.isNaN(at.getTime())) throw new UsageError('--at takes a date such as 2025-08-19.')
    const { document, annotations, notRead } = await readPage(bytes, name, at.toISOString())
    terminal.json({ document, annotations, notRead })
    terminal.line(`${document.title} (${document.language}), ${annotations.sentences?.items.length ?? 0} sentences`)
    for (const line of statementLines(document, annotations)) terminal.line(line)
    for (const time of annotations.times?.items ?? [])
      terminal.line(`  time   ${time.value} · ${wordsOf(document, time.span)}`)
    for (const { code, words, share } of annotations.topics?.items ?? [])
      terminal.line(
        `  topic  ${mediaTopics.get(code)?.name ?? code} · medtop:${code} ${share.toFixed(2)} · ${words.map((word) => wordsOf(document, word)).join(', ')}`,
      )
    if (notRead.length > 0) terminal.line(`  not read in ${document.language}: ${notRead.join(', ')}`)
    const names = new Map((annotations.mentions?.items ?? []).map(({ entity }) => [entity.id, entity]))
    for (const entity of names.values()) terminal.line(`  name   ${entity.kind} · ${entity.name}`)
    return exitCodes.ok
  },
}

/** The named file; undefined, after printing an error, when it can't be read. */
async function fileOf(
  [name, ...more]: readonly string[],
  terminal: Terminal,
): Promise<{ readonly bytes: Uint8Array; readonly name: string } | undefined> {
  if (name === undefined || more.length > 0) throw new UsageError('Give a file.')
  const bytes = await readNamedFile(name)
  if (typeof bytes !== 'string') return { bytes, name }
  terminal.error(bytes)
  return undefined
}
