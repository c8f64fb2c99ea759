import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import type { OutletSpeed } from '../../store/feeds/outlets.ts'
import type { SourceRow } from '../../store/store.ts'
import { medianOf } from '../../story/outlets/pair-facts.ts'
import { sourceId } from '../input.ts'
import { marksOnThing } from '../library/marks-on.ts'
import { defineOperation } from '../operation.ts'
import type { SourceView } from '../views.ts'
import { feedHealth, listedEntry } from './feed-health.ts'
import type { SourcePageView, SourceRowView, SourceSpeed } from './source-views.ts'

const DAY_MS = 86_400_000
/** Days covered for one outlet, and for the table of all. */
const REPORT_DAYS = 90
const LIST_DAYS = 30
const LANGUAGE_DAYS = 7
const LATEST = 20

export const getSource = defineOperation({
  name: 'get_source',
  minRole: 'guest',
  summary:
    'An outlet: its feeds and their health, share of original text, how often it was first, whom it copies and quotes',
  input: z.strictObject({ id: sourceId }),
  async run(context, { id }): Promise<SourcePageView | undefined> {
    const { store, now, reader } = context
    const row = await store.feeds.findSource(reader.id, id)
    if (!row) return undefined
    const since = new Date(now().getTime() - REPORT_DAYS * DAY_MS).toISOString()
    const [{ rows }, { polls, ...report }, marks] = await Promise.all([
      store.entries.list(reader.id, { sourceId: id, isOfServer: true }, LATEST),
      store.outlets.report(id, since),
      marksOnThing(context, { kind: 'source', target: id }),
    ])
    return {
      ...sourceFields(row, reader),
      entries: rows.map(listedEntry),
      ...marks,
      report: { ...report, since, days: REPORT_DAYS, polls: Object.fromEntries(polls) },
    }
  },
})

export const listSources = defineOperation({
  name: 'list_sources',
  minRole: 'guest',
  summary: 'Every outlet with its figures',
  input: z.strictObject({}),
  async run({ store, now, reader }): Promise<readonly SourceRowView[]> {
    const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString()
    const [rows, speeds, languages] = await Promise.all([
      store.feeds.listSources(reader.id),
      store.outlets.listSpeeds(daysAgo(LIST_DAYS)),
      store.outlets.languages(daysAgo(LANGUAGE_DAYS)),
    ])
    const speedOf = new Map(speeds.map((speed) => [speed.sourceId, speed]))
    return rows.map((row) => {
      const language = languages.get(row.id)
      return {
        ...sourceFields(row, reader),
        entries: [],
        speed: speedIn(speedOf.get(row.id)),
        ...defined({ language }),
      }
    })
  },
})

function speedIn(speed: OutletSpeed | undefined): SourceSpeed {
  if (!speed) return { storyCount: 0, firstCount: 0 }
  const { storyCount, firstCount, behindMinutes } = speed
  const medianBehind = medianOf(behindMinutes)
  return { storyCount, firstCount, ...defined({ medianBehind }) }
}

function sourceFields(row: SourceRow, reader: ReaderIdentity): Omit<SourceView, 'entries'> {
  const { id, name, homeUrl, articleCount, firstCount, storyCount, editedCount } = row
  return {
    id,
    name,
    homeUrl,
    ...defined({ family: row.family }),
    feeds: row.feeds.map((feed) => feedHealth(feed, reader)),
    articleCount,
    ...defined({ ownShare: row.ownShare }),
    firstCount,
    storyCount,
    editedCount,
  }
}
