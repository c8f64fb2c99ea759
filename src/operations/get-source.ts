import { z } from 'zod'
import type { SourceRow } from '../store/store.ts'
import { feedHealth, riverEntry } from './feed-health.ts'
import { sourceId } from './input.ts'
import { marksOnThing } from './marks-on.ts'
import { defineOperation } from './operation.ts'
import type { SourceView } from './views.ts'

export const getSource = defineOperation({
  name: 'get_source',
  summary: 'One outlet: its feeds and their health, how much of its text is its own, how often it was first',
  input: z.object({ id: sourceId }),
  async run(context, { id }): Promise<SourceView | undefined> {
    const { store } = context
    const row = await store.feeds.findSource(id)
    if (!row) return undefined
    const { rows } = await store.entries.list({ sourceId: id }, 30)
    return {
      ...sourceFields(row),
      entries: rows.map(riverEntry),
      marks: await marksOnThing(context, { kind: 'source', target: id }),
    }
  },
})

export const listSources = defineOperation({
  name: 'list_sources',
  summary: 'Every outlet with its figures',
  input: z.object({}),
  async run({ store }): Promise<readonly SourceView[]> {
    const rows = await store.feeds.listSources()
    return rows.map((row) => ({ ...sourceFields(row), entries: [] }))
  },
})

function sourceFields(row: SourceRow): Omit<SourceView, 'entries'> {
  const { id, name, homeUrl, articleCount, firstCount, storyCount, editedCount } = row
  return {
    id,
    name,
    homeUrl,
    ...(row.family === undefined ? {} : { family: row.family }),
    feeds: row.feeds.map(feedHealth),
    articleCount,
    ...(row.ownShare === undefined ? {} : { ownShare: row.ownShare }),
    firstCount,
    storyCount,
    editedCount,
  }
}
