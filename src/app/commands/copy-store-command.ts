import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import type { Terminal } from '../../cli/terminal.ts'
import { indexedText } from '../../pipeline/pages/indexed-text.ts'
import { openPostgresSource, openSqliteSource } from '../../store/copy/copy-source.ts'
import { type CopyProgress, type CopyResult, copyStore } from '../../store/copy/copy-store.ts'
import { schemaOf } from '../../store/engine/postgres-address.ts'
import { filePathOf, isPostgresUrl, openMigrated } from '../../store/open-store.ts'
import { fileOrServer } from '../config/setting-kinds.ts'

/** Copies everything stored from one database to another. It opens both itself, since neither need be the configured one. */
export const copyStoreCommand: Command = {
  name: 'copy-store',
  usage: '--from <url> --to <url>',
  summary: 'Copy everything from SQLite to PostgreSQL or back',
  details: 'If it is interrupted, run it again: it continues.',
  options: {
    from: { type: 'string', takes: 'URL', means: 'the database to copy: a file, or postgres://user@host/name' },
    to: { type: 'string', takes: 'URL', means: 'the database to copy it to' },
    'while-running': {
      type: 'boolean',
      means: 'copy although a server is using it; what is written meanwhile isn’t copied',
    },
    'start-over': { type: 'boolean', means: 'discard an unfinished copy and start again' },
  },
  async run({ values, terminal }) {
    const { from, to } = values
    if (typeof from !== 'string' || typeof to !== 'string')
      throw new UsageError('Give --from and --to: a file, or postgres://user@host/name.')
    // Not printed, since it may contain a password.
    for (const [name, value] of Object.entries({ from, to }))
      if (!fileOrServer().safeParse(value).success)
        throw new UsageError(`--${name} takes postgres://user@host/name or a file.`)
    if (placeOf(from) === placeOf(to)) throw new UsageError('--from and --to are the same database.')
    const stopping = new AbortController()
    const stop = () => {
      process.once('SIGINT', () => process.exit(130))
      stopping.abort()
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    const result = await copyBetween(from, to, {
      whileRunning: values['while-running'] === true,
      startOver: values['start-over'] === true,
      onProgress: progressOn(terminal),
      isStopped: () => stopping.signal.aborted,
    })
    terminal.progressEnd()
    terminal.json(result)
    for (const line of linesOf(result)) (result.kind === 'done' ? terminal.line : terminal.error)(line)
    return result.kind === 'done' ? exitCodes.ok : exitCodes.failed
  },
}

type Between = {
  readonly whileRunning: boolean
  readonly startOver: boolean
  readonly onProgress: (progress: CopyProgress) => void
  readonly isStopped: () => boolean
}

/** Opens both and copies. Database failures become a message that says which one failed, and that the copy can be resumed. */
async function copyBetween(from: string, to: string, options: Between): Promise<CopyResult> {
  const source = isPostgresUrl(from)
    ? await openPostgresSource(from, schemaOf(from), options.whileRunning)
    : openSqliteSource(filePathOf(from), options.whileRunning)
  if ('refused' in source) return { kind: 'refused', message: source.refused }
  try {
    const { engine } = await openMigrated(to)
    try {
      return await copyStore(source, engine, { ...options, textOf: indexedText })
    } finally {
      await engine.close()
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'refused', message: `${why}\nNothing is lost. Run the same command again to continue.` }
  } finally {
    await source.close().catch(() => {})
  }
}

function placeOf(url: string): string {
  return isPostgresUrl(url) ? url : filePathOf(url)
}

/** One line that is overwritten: what is copied, how fast, and the time left. */
function progressOn(terminal: Terminal) {
  const words = { copying: 'Copying', indexing: 'Indexing', comparing: 'Comparing' }
  let begun: { stage: string; at: number; done: number } | undefined
  return ({ stage, table, done, total }: CopyProgress) => {
    const at = performance.now()
    if (begun?.stage !== stage) begun = { stage, at, done }
    const perSecond = ((done - begun.done) / Math.max(1, at - begun.at)) * 1000
    const left =
      perSecond > 0 ? `, ${Math.round(perSecond)} rows/s, ${secondsLeft((total - done) / perSecond)} left` : ''
    const percent = total > 0 ? Math.floor((100 * done) / total) : 100
    terminal.progress(`${words[stage]} ${table}: ${percent} %${left}`, 0, 0)
  }
}

function secondsLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`
}

function linesOf(result: CopyResult): readonly string[] {
  switch (result.kind) {
    case 'done': {
      const rows = result.tables.reduce((sum, { source }) => sum + source.count, 0)
      const changed =
        result.changedTexts > 0
          ? [
              `${result.changedTexts} texts contained U+0000, which PostgreSQL can’t store. It was replaced with U+FFFD.`,
            ]
          : []
      return [
        ...result.tables.filter(({ source }) => source.count > 0).map(lineOf),
        `${rows} rows in ${result.tables.length} tables are the same in both; ${result.searches} searches find the same.`,
        ...changed,
        'Pictures, recordings, plugins and rules are in the data folder and weren’t copied.',
      ]
    }
    case 'stopped':
      return ['Stopped. Run the same command again to continue.']
    case 'refused':
      return [result.message]
    case 'differs':
      return [
        ...result.tables.map(lineOf),
        ...result.searches.map(
          ({ query, only, sequence }) => `Searching for ${query} finds entry ${sequence} only in the ${only}.`,
        ),
        'The copy differs from its source, probably because the source changed meanwhile.',
        'Stop Twosource there, and run the same command with --start-over.',
      ]
  }
}

function lineOf({ table, source, target }: Extract<CopyResult, { kind: 'differs' }>['tables'][number]): string {
  const short = (hash: string) => hash.slice(0, 16)
  const isSame = source.count === target.count && source.hash === target.hash
  return isSame
    ? `${table.padEnd(20)} ${String(source.count).padStart(9)}  ${short(source.hash)}`
    : `${table.padEnd(20)} ${source.count} rows (${short(source.hash)}) in the source, ${target.count} (${short(target.hash)}) in the target`
}
