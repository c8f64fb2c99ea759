import { writeFile } from 'node:fs/promises'
import { asId, type StoryId } from '../core/ids.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import type { OperationContext } from '../operations/operation.ts'
import { exportStory, storyFormats } from '../operations/stories/export-story.ts'
import { packStory } from '../operations/stories/pack-story.ts'
import { type Command, type ExitCode, exitCodes, UsageError } from './command.ts'
import { counted, type Terminal } from './terminal.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'opml | story <id>',
  summary: 'Export your subscriptions or a story',
  options: {
    as: {
      type: 'string',
      takes: 'FORM',
      means: 'md (the default), jsonld, csv, ninjs, bib, csl, warc, or pack: a ZIP that “twosource verify” checks',
    },
    out: { type: 'string', takes: 'FILE', means: 'write to this file' },
  },
  async run({ args, values, terminal, open }) {
    const [what, id] = args
    if (what !== 'opml' && !(what === 'story' && id !== undefined))
      throw new UsageError('Say what to export: opml, or story and its id.')
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
  const { body, title, fingerprint, fileCount, byteCount } = pack
  await writeFile(out, body)
  terminal.json({ file: out, title, fingerprint, fileCount, byteCount })
  terminal.line(`${out}: ${counted(fileCount, 'file')} about “${title}”`)
  terminal.line(`Fingerprint: ${fingerprint}`)
  terminal.line('Keep the fingerprint apart from the file: only with it can somebody tell that it’s this pack.')
  return exitCodes.ok
}

function noStory(id: string | undefined, terminal: Terminal): ExitCode {
  terminal.error(`There is no story ${id}. List them with: twosource story`)
  return exitCodes.notFound
}
