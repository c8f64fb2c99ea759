import type { BriefDocument } from '../../core/brief-document.ts'
import { defined } from '../../core/defined.ts'
import type { PublishedEntry, PublishedFeed } from '../../core/feed/published-feed.ts'
import type { ReaderIdentity } from '../../core/reader-identity.ts'
import { briefBody } from '../../export/brief-html.ts'
import type { BriefView } from '../../operations/day/brief-views.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import { getInstanceName } from '../../operations/feeds/instance-name.ts'
import type { Run } from '../../operations/run.ts'
import { dayIn, longDay } from '../layout/time.ts'
import type { Reader } from '../reader.ts'
import { briefText } from './parts/brief-text.ts'

const DAY_MS = 86_400_000
/** Number of past days in a feed; today's brief still changes. */
const daysInFeed = 7

/** The briefs of the feed's days that had news, latest first. */
async function briefsOfFeed(run: Run, reader: Reader): Promise<readonly BriefView[]> {
  const { timeZone } = reader
  const today = Date.parse(dayIn(reader.now, reader))
  const views: BriefView[] = []
  for (let back = 1; back <= daysInFeed; back += 1) {
    const day = new Date(today - back * DAY_MS).toISOString().slice(0, 10)
    const view = await run(getBrief, { day, timeZone })
    if (view && view.stories.length > 0) views.push(view)
  }
  return views
}

/**
 * A feed with one entry a day. Its ids differ between readers and stay when addresses change. With `recordingOf` every entry has its
 * recording, and days without one are left out.
 */
export async function briefFeed(
  run: Run,
  reader: Reader,
  {
    base,
    self,
    hub,
    recordingOf,
  }: {
    readonly base: string
    readonly self: string
    readonly hub?: string
    readonly recordingOf?: RecordingOf
  },
): Promise<PublishedFeed> {
  const { words, language } = reader
  const views = await briefsOfFeed(run, reader)
  const id = feedId((await run(getInstanceName, {})).name, reader.identity)
  const entries: PublishedEntry[] = []
  for (const view of views) {
    const told = briefText(view, reader, base)
    const audio = recordingOf && (await recordingOf(told))
    if (recordingOf && !audio) continue
    entries.push({
      id: `${id}:${view.day}`,
      title: words.brief.titleOf(longDay(view.day, reader)),
      url: told.url,
      updated: view.until,
      summary: view.stories.map(({ title }) => title).join(' · '),
      content: briefBody(told),
      ...defined({ audio }),
    })
  }
  return {
    id,
    title: `Twosource · ${words.brief.title}`,
    description: words.brief.quoted,
    url: `${base}/brief`,
    self,
    ...defined({ hub }),
    updated: views[0]?.until ?? `${reader.now.slice(0, 10)}T00:00:00.000Z`,
    language,
    entries,
  }
}

type RecordingOf = (brief: BriefDocument) => Promise<PublishedEntry['audio'] | undefined>

/** Unique for each reader of each instance. */
function feedId(instance: string, identity: ReaderIdentity | undefined): string {
  const isOwn = identity !== undefined && identity.id !== 'owner'
  const brief = `urn:twosource:${encodeURIComponent(instance)}:brief`
  return isOwn ? `${brief}:of:${encodeURIComponent(identity.id)}` : brief
}
