import { writeFile } from 'node:fs/promises'
import { asId, type StoryId } from '../core/ids.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import type { OperationContext } from '../operations/operation.ts'
import { exportChoices } from '../operations/stories/export-data.ts'
import { exportStory, storyFormats } from '../operations/stories/export-story.ts'
import { packStory } from '../operations/stories/pack-story.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { dataOptions, exportDataTo } from './export-data.ts'
import { savePack } from './save-pack.ts'
import type { Terminal } from './terminal.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'opml | story <id> | data <table>',
  summary: 'Export your subscriptions, a story, or data about the news',
  details: `Tables of data: ${exportChoices.join(', ')}. A snapshot has all five and a datasheet.`,
  options: {
    as: {
      type: 'string',
      takes: 'FORM',
      means:
        'md (the default), jsonld, csv, ninjs, bib, csl, warc, or pack: a ZIP that “twosource verify” checks; for data: csv (the default), jsonl or parquet',
    },
    out: { type: 'string', takes: 'FILE', means: 'write to this file' },
    ...dataOptions,
  },
  async run(call) {
    const { args, values, terminal, open } = call
    const [what, id] = args
    if (what === 'data') return exportDataTo(id, call)
    const stray = Object.keys(dataOptions).find((name) => values[name] !== undefined)
    if (stray !== undefined) throw new UsageError(`--${stray} is for data: export data quotations --out FILE`)
    if (what !== 'opml' && !(what === 'story' && id !== undefined))
      throw new UsageError('Say what to export: opml, story and its id, or data and a table.')
    const asked = String(values.as ?? 'md')
    if (asked === 'pack' && (what === 'opml' || typeof values.out !== 'string'))
      throw new UsageError('A pack is of a story and needs a file: export story ID --as pack --out FILE.zip')
    await using app = await open()
    if (asked === 'pack') return writePackTo(String(values.out), id ?? '', app.operations, terminal)
    const formats = [...storyFormats, ...(app.operations.plugins?.exporters ?? []).map(({ extension }) => extension)]
    // ninjs and CSL are kinds of JSON that people know by their own names.
    const format = formats.find((each) => each === asked || each === `${asked}.json`)
    if (format === undefined) throw new UsageError(`--as takes one of: ${[...formats, 'pack'].join(', ')}.`)
    const text =
      what === 'opml'
        ? await exportOpml.run(app.operations, {})
        : (await exportStory.run(app.operations, { id: asId<StoryId>(id ?? ''), format }))?.text
    if (text === undefined) return noStory(id, terminal)
    const out = values.out
    if (typeof out === 'string') await writeFile(out, text)
    else if (terminal.isJson) terminal.json({ text })
    else terminal.line(text)
    return exitCodes.ok
  },
}

async function writePackTo(
  out: string,
  id: string,
  operations: OperationContext,
  terminal: Terminal,
): Promise<ExitCode> {
  const pack = await packStory.run(operations, { id: asId<StoryId>(id) })
  if (!pack) return noStory(id, terminal)
  await savePack(out, pack, terminal)
  return exitCodes.ok
}

function noStory(id: string | undefined, terminal: Terminal): ExitCode {
  terminal.error(`There is no story ${id}. List them with: twosource story`)
  return exitCodes.notFound
}
