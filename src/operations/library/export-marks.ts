import { z } from 'zod'
import { type Highlight, type Note, type Tag, targetKey, type Visit, visitKinds } from '../../core/marks.ts'
import type { OwnStar, ReadOfFeed } from '../../store/library/own-reading.ts'
import type { Page } from '../../store/store.ts'
import { ownSettings } from '../accounts/own-settings.ts'
import { everyPage } from '../every-page.ts'
import { getInstanceName } from '../feeds/instance-name.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { MarksFile } from './library-views.ts'
import { portableRules } from './portable-rules.ts'

const STARS_AT_ONCE = 1_000
const FEEDS_AT_ONCE = 100
/** Read entries exported per feed, newest first: no feed delivers older ones again. Fewer per feed for very many feeds. */
const MOST_OF_FEED = 300
const LEAST_OF_FEED = 20
const MOST_READ = 100_000

/** What a reader read, starred and tagged, and their media positions, by feed and key because entry numbers differ between instances. */
async function ownReading({ store, reader }: Pick<OperationContext, 'store' | 'reader'>, tags: readonly Tag[]) {
  const { ownReading: own } = store
  const feedCount = await store.opml.countSubscriptions(reader.id)
  const newest = Math.min(MOST_OF_FEED, Math.max(LEAST_OF_FEED, Math.floor(MOST_READ / Math.max(1, feedCount))))
  const ofEntries = tags.filter(({ kind }) => kind === 'entry')
  const namesOf = Map.groupBy(ofEntries, ({ target }) => target)
  const stars = await everyPage<OwnStar>((cursor) => own.stars(reader.id, STARS_AT_ONCE, cursor))
  return {
    stars: stars.map(({ id, ...star }) => {
      const names = namesOf.get(id)?.map(({ name }) => name)
      return names ? { ...star, tags: names } : star
    }),
    reading: await everyPage<ReadOfFeed>((cursor) => own.read(reader.id, newest, FEEDS_AT_ONCE, cursor)),
    places: await own.places(reader.id),
    folders: await store.folders.created(reader.id),
  }
}

const PAGE = 1_000
const MOST_PASSES = 4

export const exportMarks = defineOperation({
  name: 'export_marks',
  minRole: 'reader',
  summary:
    'Follows, mutes, rules, saved, starred and read items, saved searches, notes, highlights, tags, visits and settings as JSON, which can be imported again',
  input: z.strictObject({}),
  async run(context): Promise<MarksFile> {
    const { store, now, reader } = context
    const at = now().toISOString()
    const tags = await store.tags.list(reader.id)
    const marks = {
      format: 'twosource-marks',
      version: 1,
      exportedAt: at,
      // Entry numbers are only valid on this instance.
      house: (await getInstanceName.run(context, {})).name,
      follows: await followsWithAlerts(context),
      mutes: (await store.mutes.list(reader.id, at)).map(({ id: _id, ...mute }) => mute),
      saved: await store.saves.list(reader.id),
      searches: await searchesWithAlerts(context),
      notes: await everyPage<Note>((cursor) => store.notes.list(reader.id, PAGE, cursor)),
      highlights: await everyPage<Highlight>((cursor) => store.highlights.list(reader.id, PAGE, cursor)),
      tags,
      visits: await everyVisit((cursor) => store.visits.list(reader.id, visitKinds, PAGE, cursor)),
      ...(await ownReading(context, tags)),
      rules: await portableRules(context),
      settings: await ownSettings(context),
    }
    return {
      text: `${JSON.stringify(marks, undefined, 1)}\n`,
      mediaType: 'application/json; charset=utf-8',
      fileName: 'twosource-marks.json',
    }
  },
})

type Own = Pick<OperationContext, 'store' | 'reader'>

async function followsWithAlerts({ store, reader }: Own) {
  const chosen = new Map((await store.alerts.choices(reader.id)).map((one) => [targetKey(one), one.choice]))
  return (await store.follows.list(reader.id)).map((follow) => {
    const alerts = chosen.get(targetKey(follow))
    return alerts === undefined ? follow : { ...follow, alerts }
  })
}

async function searchesWithAlerts({ store, reader }: Own) {
  const on = new Set(await store.alerts.searchChoices(reader.id))
  return (await store.savedSearches.list(reader.id)).map((search) =>
    on.has(search.id) ? { ...search, alerts: 'on' as const } : search,
  )
}

/** Visits made during the export move to the front: it reads again from there until nothing is new. */
async function everyVisit(read: (cursor?: string) => Promise<Page<Visit>>): Promise<readonly Visit[]> {
  const found = new Map<string, Visit>()
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let cursor: string | undefined
    let isNew = false
    do {
      const page = await read(cursor)
      const fresh = page.rows.filter((visit) => found.get(targetKey(visit))?.at !== visit.at)
      for (const visit of fresh) found.set(targetKey(visit), visit)
      isNew ||= fresh.length > 0
      cursor = pass > 0 && fresh.length === 0 ? undefined : page.next
    } while (cursor !== undefined)
    if (!isNew) break
  }
  return [...found.values()]
}
