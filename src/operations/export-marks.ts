import { z } from 'zod'
import type { Highlight, Note, Visit } from '../core/marks.ts'
import { visitKinds } from '../core/marks.ts'
import type { Page } from '../store/store.ts'
import { getFeedHouse } from './get-feed-house.ts'
import type { MarksFile } from './mine-views.ts'
import { defineOperation } from './operation.ts'

const PAGE = 1_000
const MOST_PASSES = 4

export const exportMarks = defineOperation({
  name: 'export_marks',
  least: 'reader',
  summary:
    'Follows, mutes, what is saved, kept searches, notes, highlights, tags and visits as JSON, which an import takes back in',
  input: z.object({}),
  async run(context): Promise<MarksFile> {
    const { store, now, reader } = context
    const at = now().toISOString()
    const marks = {
      format: 'twosource-marks',
      version: 1,
      exportedAt: at,
      // Entries have numbers, which mean others elsewhere.
      house: await getFeedHouse.run(context, {}),
      follows: await store.follows.list(reader.id),
      mutes: (await store.mutes.list(reader.id, at)).map(({ id: _id, ...mute }) => mute),
      saved: await store.saves.list(reader.id),
      searches: await store.searches.list(reader.id),
      notes: await everyPage<Note>((cursor) => store.notes.list(reader.id, PAGE, cursor)),
      highlights: await everyPage<Highlight>((cursor) => store.highlights.list(reader.id, PAGE, cursor)),
      tags: await store.tags.list(reader.id),
      visits: await everyVisit((cursor) => store.visits.list(reader.id, visitKinds, PAGE, cursor)),
    }
    return {
      text: `${JSON.stringify(marks, undefined, 1)}\n`,
      mediaType: 'application/json; charset=utf-8',
      fileName: 'twosource-marks.json',
    }
  },
})

/** What is looked at while this is read moves to the front: read again from there, until nothing there is new. */
async function everyVisit(read: (cursor?: string) => Promise<Page<Visit>>): Promise<readonly Visit[]> {
  const found = new Map<string, Visit>()
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let cursor: string | undefined
    let isNew = false
    do {
      const page = await read(cursor)
      const fresh = page.rows.filter((visit) => found.get(keyOf(visit))?.at !== visit.at)
      for (const visit of fresh) found.set(keyOf(visit), visit)
      isNew ||= fresh.length > 0
      cursor = pass > 0 && fresh.length === 0 ? undefined : page.next
    } while (cursor !== undefined)
    if (!isNew) break
  }
  return [...found.values()]
}

function keyOf({ kind, target }: Visit): string {
  return `${kind} ${target}`
}

async function everyPage<Row>(read: (cursor?: string) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}
