import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { newId, newLocalPart } from '../../credentials/token.ts'
import type { NewsletterAddressRow } from '../../store/feeds/newsletter-addresses.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type {
  NewsletterAddressesView,
  NewsletterAddressMade,
  NewsletterAddressView,
} from './newsletter-address-views.ts'

/** One per newsletter; more are probably a mistake. */
const MOST = 500

export const makeLetterbox = defineOperation({
  name: 'make_letterbox',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Makes an address that newsletters can be sent to, and a feed of what comes there, for the reader alone',
  input: z.strictObject({
    name: z.string().trim().min(1).max(maxLength.feedName),
    folder: z.string().trim().max(maxLength.folder).default(''),
  }),
  run: (context, { name, folder }): Promise<NewsletterAddressMade> =>
    oneByOne(`letterboxes ${context.reader.id}`, async (): Promise<NewsletterAddressMade> => {
      const { store, reader, now, newsletters } = context
      if (newsletters === undefined) return { kind: 'off' }
      const known = await store.newsletterAddresses.list(reader.id)
      if (known.length >= MOST) return { kind: 'too-many', most: MOST }
      const at = now().toISOString()
      const wanted = { id: newId(), readerId: reader.id, localPart: newLocalPart(), name, folder, at }
      const made = await store.newsletterAddresses.add(wanted)
      return { kind: 'made', letterbox: viewOf(context, { ...made, title: name, folder, entryCount: 0 }) }
    }),
})

export const listLetterboxes = defineOperation({
  name: 'list_letterboxes',
  minRole: 'reader',
  isForPeople: true,
  summary: 'The addresses that newsletters of the reader come to, the latest made first',
  input: z.strictObject({}),
  async run(context): Promise<NewsletterAddressesView> {
    const { store, reader, newsletters } = context
    const [rows, feeds, kept] = await Promise.all([
      store.newsletterAddresses.list(reader.id),
      store.feeds.list(reader.id),
      store.folders.created(reader.id),
    ])
    const folders = new Set([...feeds.map(({ folder }) => folder), ...kept])
    folders.delete('')
    return {
      isOn: newsletters !== undefined,
      letterboxes: rows.map((row) => viewOf(context, row)),
      folders: [...folders].sort((a, b) => a.localeCompare(b)),
    }
  },
})

export const endLetterbox = defineOperation({
  name: 'end_letterbox',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Ends an address: letters to it are refused from then on; those that came stay',
  input: z.strictObject({ id: z.string().min(1).max(100) }),
  run: ({ store, reader, now }, { id }): Promise<true | undefined> =>
    store.newsletterAddresses.end(reader.id, id, now().toISOString()),
})

function viewOf({ newsletters }: OperationContext, row: NewsletterAddressRow): NewsletterAddressView {
  const { id, feedId, title, folder, localPart, entryCount, lastArrivalAt, at, endedAt } = row
  return {
    id,
    feedId,
    name: title,
    folder,
    ...defined({ address: newsletters && `${localPart}@${newsletters.domain}` }),
    entryCount,
    ...defined({ lastArrivalAt }),
    at,
    ...defined({ endedAt }),
  }
}
