import { z } from 'zod'
import { bibtex } from '../../export/bibtex.ts'
import { csl } from '../../export/csl.ts'
import { csvQuotes } from '../../export/csv-quotes.ts'
import type { Exporter } from '../../export/exporter.ts'
import { jsonLd } from '../../export/json-ld.ts'
import { markdown } from '../../export/markdown.ts'
import { ninjs } from '../../export/ninjs.ts'
import { warc } from '../../export/warc.ts'
import { storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { getStory } from './get-story.ts'
import { storyFacts } from './story-facts.ts'

const exporters: readonly Exporter[] = [markdown, jsonLd, csvQuotes, ninjs, bibtex, csl, warc]

/** The names that `--as` and the export links accept. */
export const storyFormats: readonly string[] = exporters.map(({ extension }) => extension)

export const exportStory = defineOperation({
  name: 'export_story',
  minRole: 'guest',
  leaves: true,
  summary: 'A story with all its citations, for other programs',
  input: z.strictObject({ id: storyId, format: z.string().max(40) }),
  async run(context, { id, format }) {
    const known = [...exporters, ...(context.plugins?.exporters ?? [])]
    const exporter = known.find(({ extension }) => extension === format)
    const view = exporter && (await getStory.run(context, { id }))
    if (!exporter || !view) return undefined
    const text = await exporter.render(view.dossier, view.documents, await storyFacts(context, view))
    return { text, mediaType: exporter.mediaType, fileName: `story-${view.id}.${exporter.extension}` }
  },
})
