import { z } from 'zod'
import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import { writeBibtex } from '../../export/bibtex.ts'
import { writeCsl } from '../../export/csl.ts'
import { csvRow } from '../../export/csv-row.ts'
import { markdownLine } from '../../export/markdown-line.ts'
import { referencesTo } from '../../export/reference.ts'
import type { StoredText } from '../../export/story-facts.ts'
import { writeWarc } from '../../export/warc.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { keptText } from '../stories/story-facts.ts'
import type { MarksFile, SavedItem } from './library-views.ts'
import { savedItems } from './list-saved.ts'

/** Texts read at once: a query per article would take minutes for ten thousand. */
const AT_ONCE = 200

/** The texts of everything saved: articles, those of starred entries, and the current ones of stories; each once. */
export async function savedTexts(
  { store }: Pick<OperationContext, 'store'>,
  items: readonly SavedItem[],
): Promise<readonly StoredText[]> {
  const ids = new Set<ArticleId>()
  await yieldingBatches(
    items,
    async (some) => {
      const stories = some.filter(({ kind }) => kind === 'story').map(({ target }) => asId<StoryId>(target))
      const membersOf = stories.length > 0 ? await store.stories.memberIds(stories) : undefined
      for (const { kind, target, articleId } of some) {
        const own = kind === 'article' ? asId<ArticleId>(target) : articleId
        for (const id of kind === 'story' ? (membersOf?.get(target) ?? []) : own === undefined ? [] : [own]) ids.add(id)
      }
    },
    AT_ONCE,
  )
  const texts: StoredText[] = []
  await yieldingBatches(
    [...ids],
    async (some) => {
      const found = await store.articles.findMany(some)
      const taken = await store.rechecks.goneOf(some)
      for (const stored of found) texts.push(keptText(stored, taken.has(stored.article.id)))
    },
    AT_ONCE,
  )
  return texts
}

const savedFormats = ['md', 'json', 'csv', 'bib', 'csl.json', 'warc'] as const

export const exportSaved = defineOperation({
  name: 'export_saved',
  minRole: 'reader',
  leaves: true,
  summary: 'Everything saved, as Markdown, JSON, CSV, a bibliography or WARC',
  input: z.strictObject({ format: z.enum(savedFormats) }),
  async run(context, { format }): Promise<MarksFile> {
    const held = await context.store.embargoes.held(context.reader.id)
    const items = (await savedItems(context)).filter(({ target }) => !held.has(target))
    const fileName = `twosource-saved.${format}`
    switch (format) {
      case 'json':
        return {
          text: `${JSON.stringify({ saved: items }, undefined, 2)}\n`,
          mediaType: 'application/json; charset=utf-8',
          fileName,
        }
      case 'md':
        return {
          text: `# Saved\n\n${items.map(line).join('\n')}\n`,
          mediaType: 'text/markdown; charset=utf-8',
          fileName,
        }
      case 'csv':
        return { text: table(items), mediaType: 'text/csv; charset=utf-8; header=present', fileName }
      case 'bib':
        return {
          text: writeBibtex(referencesTo(await savedTexts(context, items))),
          mediaType: 'application/x-bibtex; charset=utf-8',
          fileName,
        }
      case 'csl.json':
        return {
          text: writeCsl(referencesTo(await savedTexts(context, items))),
          mediaType: 'application/vnd.citationstyles.csl+json',
          fileName,
        }
      case 'warc':
        return {
          text: writeWarc(await savedTexts(context, items), context.now().toISOString()),
          mediaType: 'application/warc',
          fileName,
        }
    }
  },
})

/** The columns of Pocket's export, which other programs import. Items without a URL are left out, since nobody else could open them. */
function table(items: readonly SavedItem[]): string {
  const rows = items.flatMap(({ url, title, at, tags = [] }) =>
    url === undefined ? [] : [[title, url, String(Math.trunc(Date.parse(at) / 1000)), tags.join('|'), 'unread']],
  )
  return [['title', 'url', 'time_added', 'tags', 'status'], ...rows].map(csvRow).join('')
}

function line({ title, url, sourceName, publishedAt, kind, at, tags = [] }: SavedItem): string {
  const named =
    url === undefined
      ? markdownLine(title)
      : `[${markdownLine(title)}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`
  const facts = [
    sourceName && markdownLine(sourceName),
    publishedAt?.slice(0, 10),
    kind,
    `saved ${at.slice(0, 10)}`,
    tags.map((tag) => `#${markdownLine(tag)}`).join(' '),
  ]
  return `- ${named} · ${facts.filter(Boolean).join(' · ')}`
}
