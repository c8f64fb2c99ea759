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

export const addNewsletterAddress = defineOperation({
  name: 'add_newsletter_address',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Creates an email address for newsletters, and a private feed of what arrives there',
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

export const listNewsletterAddresses = defineOperation({
  name: 'list_newsletter_addresses',
  minRole: 'reader',
  isForPeople: true,
  summary: 'The reader’s email addresses for newsletters, newest first',
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

export const removeNewsletterAddress = defineOperation({
  name: 'remove_newsletter_address',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Deletes an email address for newsletters: new ones are refused; those that arrived stay',
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
