import { defined } from '../core/defined.ts'
import { finishImport } from '../operations/feeds/import-opml.ts'
import type { OpmlImported } from '../operations/feeds/opml-views.ts'
import { importFile, type MarksFileImported } from '../operations/library/import-file.ts'
import type { LinksImported } from '../operations/library/import-saved-links.ts'
import type { OperationContext } from '../operations/operation.ts'
import { report } from './add.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { readNamedFile } from './read-named-file.ts'
import { counted, type Terminal } from './terminal.ts'

function linkLines({ program, total, added, read, tagged }: LinksImported, name: string): readonly string[] {
  return [
    `${counted(total, 'link')} from ${name} (${program}), ${added} of them new; ${read} marked as read, ${tagged} with tags.`,
    'They’re starred. Their pages are fetched now and by the running server; links whose page is gone are kept.',
  ]
}

/** Prints the result of importing a subscription list; a long one is imported right here, with a progress line. */
async function reportList(
  operations: OperationContext,
  result: OpmlImported,
  name: string,
  terminal: Terminal,
): Promise<ExitCode> {
  if (result.kind !== 'refused') for (const line of result.skipped) terminal.error(`Not imported. ${line}`)
  if (result.kind !== 'queued') return report(result, name, terminal)
  const { importId, feedCount } = result
  const list = await finishImport(operations, importId, (done) => terminal.progress('Feeds', done, feedCount))
  terminal.progressEnd()
  terminal.line(`${name}: ${list?.added ?? 0} added, ${list?.existing ?? 0} already there.`)
  if (list?.state === 'cancelled') terminal.error(`${name}: the import was stopped before it was complete.`)
  return list?.state === 'done' ? exitCodes.ok : exitCodes.failed
}

export const importCommand: Command = {
  name: 'import',
  usage: '<file>…',
  summary: 'Import subscriptions, saved links, marks or articles',
  details:
    'Recognizes OPML, marks.json, files of read-later services, HTML, text, transcripts (WebVTT, SubRip), WARC and JSON lines by their contents.',
  options: {
    at: { type: 'string', takes: 'DAY', means: 'the day of articles that have none, as in 2025-08-19' },
    recording: { type: 'string', takes: 'URL', means: 'the file is the transcript of this recording' },
    outlet: { type: 'string', takes: 'NAME', means: 'who published the recording' },
    title: { type: 'string', takes: 'TITLE', means: 'the title of the recording' },
    embargo: {
      type: 'string',
      takes: 'MOMENT',
      means: 'keep its articles private until then, as in 2025-08-19T14:00Z',
    },
  },
  async run({ args, values, terminal, open }) {
    if (args.length === 0) throw new UsageError('Give a file to import.')
    const at = values.at === undefined ? undefined : new Date(String(values.at))
    if (at && Number.isNaN(at.getTime()))
      throw new UsageError('--at takes a date such as 2025-08-19 or 2025-08-19T10:00Z.')
    const until = values.embargo === undefined ? undefined : new Date(String(values.embargo))
    if (until && Number.isNaN(until.getTime()))
      throw new UsageError('--embargo takes a moment such as 2025-08-19T14:00Z.')
    const about = defined({ recording: values.recording, outlet: values.outlet, title: values.title })
    if (Object.keys(about).length > 0 && args.length > 1)
      throw new UsageError('Give one transcript at a time: --recording, --outlet and --title are of one recording.')
    await using app = await open()
    let code: 0 | 1 = exitCodes.ok
    for (const name of args) {
      const bytes = await readNamedFile(name)
      if (typeof bytes === 'string') {
        terminal.error(bytes)
        code = exitCodes.failed
        continue
      }
      const result = await importFile.run(app.operations, {
        bytes,
        name,
        ...(about as { readonly [Name in 'recording' | 'outlet' | 'title']?: string }),
        ...defined({ at: at?.toISOString(), embargoUntil: until?.toISOString() }),
        onArticle: (done, total) => terminal.progress('Importing', done, total),
      })
      terminal.progressEnd()
      terminal.json(result)
      if (result.kind === 'links') {
        for (const line of linkLines(result, name)) terminal.line(line)
        for (const line of result.skipped) terminal.error(`Not imported. ${line}`)
        await app.runOnce((stage) => terminal.progress(stage, 0, 0))
        continue
      }
      if (result.kind === 'marks') {
        for (const line of marksLines(result, name)) terminal.line(line)
        if ((result.counts.links ?? 0) > 0) await app.runOnce((stage) => terminal.progress(stage, 0, 0))
        continue
      }
      if (result.kind === 'queued' || result.kind === 'added' || result.kind === 'refused') {
        if ((await reportList(app.operations, result, name, terminal)) !== exitCodes.ok) code = exitCodes.failed
        continue
      }
      await app.runOnce((stage) => terminal.progress(stage, 0, 0))
      for (const each of result.articles)
        terminal.line(
          `${each.kind === 'kept' ? '✓' : '✗'} ${each.outlet}: ${each.title}${each.message ? ` (${each.message})` : ''}`,
        )
      for (const line of result.skipped) terminal.error(`Skipped. ${line}`)
      if (result.articles.some(({ kind }) => kind === 'failed')) code = exitCodes.failed
      const undated = result.articles.filter(({ isTimeUnknown }) => isTimeUnknown).length
      if (undated > 0)
        terminal.line(`Time unknown: ${counted(undated, 'article')}. Give the day with --at, as in --at 2025-08-19.`)
      terminal.line(
        `${counted(result.articles.length, 'article')} from ${name}. See them with: twosource ${undated === 0 ? 'story' : 'search'}`,
      )
    }
    return code
  },
}

/** Singular and plural of each kind, in display order. */
const kinds: Readonly<Record<string, readonly [string, string]>> = {
  follows: ['thing followed', 'things followed'],
  mutes: ['mute', 'mutes'],
  saved: ['thing saved', 'things saved'],
  stars: ['star', 'stars'],
  links: ['star kept as a link', 'stars kept as links'],
  read: ['entry read', 'entries read'],
  places: ['place in a recording', 'places in recordings'],
  folders: ['empty folder', 'empty folders'],
  searches: ['kept search', 'kept searches'],
  notes: ['note', 'notes'],
  highlights: ['highlight', 'highlights'],
  tags: ['tag', 'tags'],
  visits: ['page of the history', 'pages of the history'],
  settings: ['setting', 'settings'],
}

/** What was imported from a library file, and what wasn't. */
function marksLines({ counts }: MarksFileImported, name: string): readonly string[] {
  const { awaited = 0, absent = 0, skipped = 0 } = counts
  const came = Object.entries(kinds).flatMap(([kind, words]) => {
    const count = counts[kind] ?? 0
    return count === 0 ? [] : [counted(count, ...words)]
  })
  return [
    came.length === 0 ? `${name}: no marks.` : `${name}: ${came.join(', ')}.`,
    ...(awaited > 0 ? [`Read marks of ${counted(awaited, 'feed')} not here yet: kept for 90 days.`] : []),
    ...(absent > 0 ? [`Not imported: ${counted(absent, 'star')} without an entry here or a URL.`] : []),
    ...(skipped > 0 ? [`Not imported: ${counted(skipped, 'annotation')}.`] : []),
  ]
}
