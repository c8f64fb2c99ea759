import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { newId, newLocalPart } from '../../credentials/token.ts'
import type { LetterboxRow } from '../../store/feeds/letterboxes.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { LetterboxesView, LetterboxMade, LetterboxView } from './letterbox-views.ts'

/** One for each newsletter is many; more are somebody's mistake. */
const MOST = 500

export const makeLetterbox = defineOperation({
  name: 'make_letterbox',
  least: 'reader',
  isForPeople: true,
  summary: 'Makes an address that newsletters can be sent to, and a feed of what comes there, for the reader alone',
  input: z.object({
    name: z.string().trim().min(1).max(maxLength.feedName),
    folder: z.string().trim().max(maxLength.folder).default(''),
  }),
  run: (context, { name, folder }): Promise<LetterboxMade> =>
    oneByOne(`letterboxes ${context.reader.id}`, async (): Promise<LetterboxMade> => {
      const { store, reader, now, letters } = context
      if (letters === undefined) return { kind: 'off' }
      const known = await store.letterboxes.list(reader.id)
      if (known.length >= MOST) return { kind: 'too-many', most: MOST }
      const at = now().toISOString()
      const wanted = { id: newId(), readerId: reader.id, localPart: newLocalPart(), name, folder, at }
      const made = await store.letterboxes.add(wanted)
      return { kind: 'made', letterbox: viewOf(context, { ...made, title: name, folder, entryCount: 0 }) }
    }),
})

export const listLetterboxes = defineOperation({
  name: 'list_letterboxes',
  least: 'reader',
  isForPeople: true,
  summary: 'The addresses that newsletters of the reader come to, the latest made first',
  input: z.object({}),
  async run(context): Promise<LetterboxesView> {
    const { store, reader, letters } = context
    const [rows, feeds, kept] = await Promise.all([
      store.letterboxes.list(reader.id),
      store.feeds.list(reader.id),
      store.folders.kept(reader.id),
    ])
    const folders = new Set([...feeds.map(({ folder }) => folder), ...kept])
    folders.delete('')
    return {
      isOn: letters !== undefined,
      letterboxes: rows.map((row) => viewOf(context, row)),
      folders: [...folders].sort((a, b) => a.localeCompare(b)),
    }
  },
})

export const endLetterbox = defineOperation({
  name: 'end_letterbox',
  least: 'reader',
  isForPeople: true,
  summary: 'Ends an address: letters to it are refused from then on; those that came stay',
  input: z.object({ id: z.string().min(1).max(100) }),
  run: ({ store, reader, now }, { id }): Promise<true | undefined> =>
    store.letterboxes.end(reader.id, id, now().toISOString()),
})

function viewOf({ letters }: OperationContext, row: LetterboxRow): LetterboxView {
  const { id, feedId, title, folder, localPart, entryCount, lastArrivalAt, at, endedAt } = row
  return {
    id,
    feedId,
    name: title,
    folder,
    ...defined({ address: letters && `${localPart}@${letters.domain}` }),
    entryCount,
    ...defined({ lastArrivalAt }),
    at,
    ...defined({ endedAt }),
  }
}
