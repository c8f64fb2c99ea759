import { z } from 'zod'
import { savedItems } from './list-saved.ts'
import { markdownLine } from './markdown-line.ts'
import type { MarksFile, SavedItem } from './mine-views.ts'
import { defineOperation } from './operation.ts'

export const exportSaved = defineOperation({
  name: 'export_saved',
  least: 'reader',
  summary: 'All that is saved or starred as a Markdown list or as JSON',
  input: z.object({ format: z.enum(['md', 'json']) }),
  async run(context, { format }): Promise<MarksFile> {
    const items = await savedItems(context)
    switch (format) {
      case 'json':
        return {
          text: `${JSON.stringify({ saved: items }, undefined, 2)}\n`,
          mediaType: 'application/json; charset=utf-8',
          fileName: 'twosource-saved.json',
        }
      case 'md':
        return {
          text: `# Saved\n\n${items.map(line).join('\n')}\n`,
          mediaType: 'text/markdown; charset=utf-8',
          fileName: 'twosource-saved.md',
        }
    }
  },
})

function line({ title, url, sourceName, publishedAt, kind, at, tags = [] }: SavedItem): string {
  const named =
    url === undefined
      ? markdownLine(title)
      : `[${markdownLine(title)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`
  const facts = [
    sourceName && markdownLine(sourceName),
    publishedAt?.slice(0, 10),
    kind,
    `saved ${at.slice(0, 10)}`,
    tags.map((tag) => `#${markdownLine(tag)}`).join(' '),
  ]
  return `- ${named} · ${facts.filter(Boolean).join(' · ')}`
}
