import { writeFile } from 'node:fs/promises'
import { asId, type StoryId } from '../core/ids.ts'
import { exportOpml } from '../operations/feeds/export-opml.ts'
import { exportStory, storyFormats } from '../operations/stories/export-story.ts'
import { type Command, exitCodes, UsageError } from './command.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'opml | story <id>',
  summary: 'Export your subscriptions or a story',
  options: {
    as: { type: 'string', takes: 'FORM', means: 'md (the default), jsonld, csv, ninjs, bib, csl or warc' },
    out: { type: 'string', takes: 'FILE', means: 'write to this file' },
  },
  async run({ args, values, terminal, open }) {
    const [what, id] = args
    if (what !== 'opml' && !(what === 'story' && id !== undefined))
      throw new UsageError('Say what to export: opml, or story and its id.')
    const asked = String(values.as ?? 'md')
    await using app = await open()
    const formats = [...storyFormats, ...(app.operations.plugins?.exporters ?? []).map(({ extension }) => extension)]
    // ninjs and CSL are kinds of JSON that people know by their own names.
    const format = formats.find((each) => each === asked || each === `${asked}.json`)
    if (format === undefined) throw new UsageError(`--as takes one of: ${formats.join(', ')}.`)
    const text =
      what === 'opml'
        ? await exportOpml.run(app.operations, {})
        : (await exportStory.run(app.operations, { id: asId<StoryId>(id ?? ''), format }))?.text
    if (text === undefined) {
      terminal.error(`There is no story ${id}. List them with: twosource story`)
      return exitCodes.notFound
    }
    const out = values.out
    if (typeof out === 'string') await writeFile(out, text)
    else if (terminal.isJson) terminal.json({ text })
    else terminal.line(text)
    return exitCodes.ok
  },
}
