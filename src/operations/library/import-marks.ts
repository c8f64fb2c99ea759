import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { asId, type MuteId } from '../../core/ids.ts'
import type { Highlight, Note } from '../../core/marks.ts'
import { targetKey } from '../../core/marks.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { importSettings } from '../accounts/own-settings.ts'
import { getInstanceName } from '../feeds/instance-name.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { importReading } from './import-reading.ts'
import type { MarksImported } from './library-views.ts'
import { marksRecord } from './marks-record.ts'
import { importRules } from './portable-rules.ts'
import { annotationsIn, readAnnotations } from './web-annotations.ts'

/** A real file has at least this many characters per value; more values than that are an attempt to fill memory. */
const LETTERS_A_VALUE = 6
/** A short file may have any number of values up to this. */
const LEAST_VALUES = 100_000

export const importMarks = defineOperation({
  name: 'import_marks',
  minRole: 'reader',
  summary: 'Imports exported marks or Web Annotations in addition to the existing ones; safe to repeat',
  input: z.strictObject({ text: z.string().max(200_000_000) }),
  async run(context, { text }): Promise<MarksImported> {
    const { store, now, reader } = context
    const value = findJsonOf(text, Math.max(LEAST_VALUES, text.length / LETTERS_A_VALUE))
    if (value === undefined) return { kind: 'refused', message: 'This file isn’t an export of marks (JSON).' }
    const annotations = annotationsIn(value)
    if (annotations) {
      const { skipped, ...read } = await readAnnotations(store, annotations, now().toISOString())
      await store.notes.save(reader.id, read.notes)
      await store.highlights.save(reader.id, read.highlights)
      await store.tags.add(reader.id, read.tags)
      const [notes, highlights, tags] = [read.notes.length, read.highlights.length, read.tags.length]
      return { kind: 'imported', counts: { notes, highlights, tags, skipped } }
    }
    const parsed = marksRecord.safeParse(value)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const where = issue?.path.join('.') || 'file'
      return {
        kind: 'refused',
        message: `This isn’t an export of marks (${where}: ${issue?.message}). Nothing was changed.`,
      }
    }
    const { house, follows, mutes, saved, searches, notes, highlights, visits, settings } = parsed.data
    // Stars can become links, whose pages are fetched.
    const tooOften = parsed.data.stars.length > 0 ? refuseTurn(context, 'import') : undefined
    if (tooOften) return { kind: 'refused', message: tooOften.message }
    // On another instance an entry number means another entry, and there may be no star to show its tags on.
    const isFromHere = house === undefined || house === (await getInstanceName.run(context, {})).name
    const tags = parsed.data.tags.filter(({ kind }) => isFromHere || kind !== 'entry')
    const at = now().toISOString()
    const standing = mutes.filter(({ until }) => until === undefined || until > at)
    await store.follows.add(reader.id, follows)
    await store.mutes.add(
      reader.id,
      standing.map(({ until, ...mute }) => ({
        ...mute,
        id: asId<MuteId>(randomUUID()),
        ...defined({ until }),
      })),
    )
    await store.saves.add(reader.id, saved)
    await importAlertChoices(context, follows, at)
    for (const { seenAt, alerts, ...search } of searches) {
      const { id } = await store.savedSearches.save(reader.id, { ...search, ...defined({ seenAt }) })
      if (alerts === 'on') await store.alerts.chooseSearch(reader.id, id, true, at)
    }
    await store.notes.save(reader.id, notes as unknown as readonly Note[])
    await store.highlights.save(reader.id, highlights as unknown as readonly Highlight[])
    await store.tags.add(reader.id, tags)
    await store.visits.add(
      reader.id,
      visits.map(({ previousAt, ...visit }) => ({ ...visit, ...defined({ previousAt }) })),
    )
    const reading = await importReading(context, parsed.data)
    const ruleCount = await importRules(context, parsed.data.rules)
    const settingCount = settings ? await importSettings(context, settings) : 0
    return {
      kind: 'imported',
      counts: {
        follows: follows.length,
        mutes: standing.length,
        saved: saved.length,
        searches: searches.length,
        notes: notes.length,
        highlights: highlights.length,
        tags: tags.length,
        visits: visits.length,
        rules: ruleCount,
        ...reading,
        settings: settingCount,
      },
    }
  },
})

/** Existing alert choices are kept. */
async function importAlertChoices(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  follows: z.output<typeof marksRecord>['follows'],
  at: string,
): Promise<void> {
  const chosen = new Set((await store.alerts.choices(reader.id)).map(targetKey))
  for (const { kind, target, alerts } of follows)
    if (alerts && !chosen.has(targetKey({ kind, target })))
      await store.alerts.choose(reader.id, { kind, target }, alerts, at)
}
