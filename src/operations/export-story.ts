import { z } from 'zod'
import { csvQuotes } from '../export/csv-quotes.ts'
import { jsonLd } from '../export/json-ld.ts'
import { markdown } from '../export/markdown.ts'
import { getStory } from './get-story.ts'
import { storyId } from './input.ts'
import { defineOperation } from './operation.ts'

const exporters = [markdown, jsonLd, csvQuotes]

/** The names `--as` and the export links take. */
export const storyFormats: readonly string[] = exporters.map(({ extension }) => extension)

export const exportStory = defineOperation({
  name: 'export_story',
  least: 'guest',
  summary: 'A story with all its citations, for other programs',
  input: z.object({ id: storyId, format: z.string().max(40) }),
  async run(context, { id, format }) {
    const known = [...exporters, ...(context.plugins?.exporters ?? [])]
    const exporter = known.find(({ extension }) => extension === format)
    const view = await getStory.run(context, { id })
    if (!exporter || !view) return undefined
    const text = exporter.render(view.dossier, view.documents)
    return { text, mediaType: exporter.mediaType, fileName: `story-${view.id}.${exporter.extension}` }
  },
})
