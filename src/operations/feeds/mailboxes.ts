import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { mailboxSecurities, readMailboxServer, readSenders } from '../../core/mailbox.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { newId } from '../../credentials/token.ts'
import type { Mailbox } from '../../store/feeds/mailboxes.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type {
  MailboxAdded,
  MailboxChanged,
  MailboxesView,
  MailboxFetch,
  MailboxRefusal,
  MailboxView,
} from './mailbox-views.ts'

/** More than anybody has newsletters in. */
const MOST = 10
/** Somebody waits for the page. */
const BUDGET_MS = 10_000

const id = z.string().min(1).max(60)
/** Control characters would end a line of the protocol. */
const line = z.string().refine((text) => !/\p{Cc}/u.test(text), 'has control characters')
const password = line.max(1000)
const chosen = {
  folder: line.trim().max(200).default('INBOX'),
  senders: z.string().max(5000).default(''),
  feedFolder: z.string().trim().max(maxLength.folder).default(''),
}

export const listMailboxes = defineOperation({
  name: 'list_mailboxes',
  minRole: 'reader',
  summary: 'The mailboxes that the reader’s newsletters are fetched from; never a password',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<MailboxesView> => ({
    mailboxes: (await store.mailboxes.list(reader.id)).map(viewOf),
    unwanted: await store.mailboxes.listUnwanted(reader.id),
  }),
})

export const addMailbox = defineOperation({
  name: 'add_mailbox',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Adds a mailbox whose newsletters become feeds, if it can be read, and fetches from it',
  input: z.strictObject({
    /** A host, or a host and port. */
    server: z.string().trim().min(1).max(260),
    security: z.enum(mailboxSecurities).default('tls'),
    user: line.trim().min(1).max(300),
    password: password.min(1),
    ...chosen,
  }),
  run: (context, { server, ...given }): Promise<MailboxAdded> =>
    oneByOne(`mailboxes ${context.reader.id}`, async (): Promise<MailboxAdded> => {
      const { store, reader, now, mailboxes } = context
      const place = readMailboxServer(server, given.security)
      if (place === undefined) return { kind: 'refused', why: 'server' }
      const senders = readSenders(given.senders)
      if (senders === undefined) return { kind: 'refused', why: 'senders' }
      if ((await store.mailboxes.list(reader.id)).length >= MOST) return { kind: 'refused', why: 'too-many' }
      const box = { ...given, ...place, folder: given.folder || 'INBOX', senders }
      const wrong = await tryOut(context, box)
      if (wrong) return wrong
      const added = newId()
      await store.mailboxes.add({ ...box, id: added, readerId: reader.id, at: now().toISOString() })
      const fetched = await mailboxes.fetch(added, BUDGET_MS)
      return { kind: 'added', id: added, newCount: fetched?.kind === 'done' ? fetched.newCount : 0 }
    }),
})

export const changeMailbox = defineOperation({
  name: 'change_mailbox',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Changes a mailbox’s password, folder or senders, if it can then be read',
  input: z.strictObject({
    id,
    /** Empty: unchanged. */
    password,
    ...chosen,
  }),
  async run(context, given): Promise<MailboxChanged | undefined> {
    const { store, reader, now, mailboxes } = context
    const known = (await store.mailboxes.list(reader.id)).find((each) => each.id === given.id)
    if (known === undefined) return undefined
    const senders = readSenders(given.senders)
    if (senders === undefined) return { kind: 'refused', why: 'senders' }
    const { feedFolder } = given
    const change = { password: given.password || known.password, folder: given.folder || 'INBOX', senders, feedFolder }
    const wrong = await tryOut(context, { ...known, ...change })
    if (wrong) return wrong
    await store.mailboxes.change(reader.id, given.id, change, now().toISOString())
    await mailboxes.fetch(given.id, BUDGET_MS)
    return { kind: 'changed' }
  },
})

async function tryOut(
  context: OperationContext,
  {
    host,
    port,
    security,
    user,
    password: secret,
    folder,
  }: Pick<Mailbox, 'host' | 'port' | 'security' | 'user' | 'password' | 'folder'>,
): Promise<MailboxRefusal | undefined> {
  if (refuseTurn(context, 'test')) return { kind: 'refused', why: 'too-often' }
  const trouble = await context.mailboxes.test({ host, port, security, user, password: secret, folder })
  return trouble && { kind: 'trouble', trouble }
}

export const fetchMailboxNow = defineOperation({
  name: 'fetch_mailbox',
  minRole: 'reader',
  summary: 'Fetches new newsletters from a mailbox now, and returns how many arrived or why none did',
  input: z.strictObject({ id }),
  async run(context, given): Promise<MailboxFetch | undefined> {
    const { store, reader, mailboxes } = context
    if (!(await store.mailboxes.list(reader.id)).some((each) => each.id === given.id)) return undefined
    if (refuseTurn(context, 'refresh')) return { kind: 'too-often' }
    const fetched = await mailboxes.fetch(given.id, BUDGET_MS)
    if (fetched === undefined) return { kind: 'busy' }
    return fetched.kind === 'done' ? { kind: 'done', newCount: fetched.newCount } : fetched
  },
})

export const removeMailbox = defineOperation({
  name: 'remove_mailbox',
  minRole: 'reader',
  summary: 'Removes a mailbox with its password; the feeds made from it stay, and nothing changes in the mailbox',
  input: z.strictObject({ id }),
  run: async ({ store, reader }, given): Promise<true | undefined> =>
    (await store.mailboxes.remove(reader.id, given.id)) || undefined,
})

export const takeSenderAgain = defineOperation({
  name: 'take_sender_again',
  minRole: 'reader',
  summary: 'Accepts newsletters again from a sender whose feed the reader removed',
  input: z.strictObject({ sender: z.string().min(1).max(300) }),
  run: async ({ store, reader }, { sender }): Promise<true | undefined> =>
    (await store.mailboxes.wantAgain(reader.id, sender)) || undefined,
})

function viewOf(box: Mailbox): MailboxView {
  const {
    id: boxId,
    host,
    port,
    security,
    user,
    folder,
    senders,
    feedFolder,
    lastFetchedAt,
    trouble,
    leftOut,
    at,
  } = box
  return {
    ...{ id: boxId, host, port, security, user, folder, senders, feedFolder },
    ...defined({ lastFetchedAt, trouble }),
    ...{ leftOut, at },
  }
}
