import { asId, type EntryId, type FeedId } from '../../src/core/ids.ts'
import type { MailboxesView, MailboxView } from '../../src/operations/feeds/mailbox-views.ts'
import type {
  NewsletterAddressesView,
  NewsletterAddressView,
} from '../../src/operations/feeds/newsletter-address-views.ts'
import type { EntryView } from '../../src/operations/views.ts'
import type { Answers } from './answers.ts'

const hostile = '<b>"Harbor & Rail\' \u202e'

export const letterbox: NewsletterAddressView = {
  id: 'letterbox-1',
  feedId: asId<FeedId>('feed-1'),
  name: 'Harbour notes',
  folder: 'Post',
  address: 'qzk3mfw7r2tb5xhdvnya@letters.example.org',
  entryCount: 12,
  lastArrivalAt: '2026-03-16T07:10:00.000Z',
  at: '2026-03-01T09:40:00.000Z',
}

export const letterboxes: NewsletterAddressesView = {
  isOn: true,
  letterboxes: [
    letterbox,
    {
      ...letterbox,
      id: 'letterbox-2',
      name: hostile,
      folder: hostile,
      entryCount: 1,
      endedAt: '2026-03-10T09:40:00.000Z',
    },
    {
      id: 'letterbox-3',
      feedId: asId<FeedId>('feed-2'),
      name: 'New',
      folder: '',
      entryCount: 0,
      at: '2026-03-16T09:00:00.000Z',
    },
  ],
  folders: ['Post', hostile],
}

/** Before there is one. */
export const noLetterboxes: NewsletterAddressesView = { isOn: true, letterboxes: [], folders: [] }
/** The owner has not switched it on. */
export const noLetters: NewsletterAddressesView = { isOn: false, letterboxes: [], folders: [] }

/** A letter with a list to leave and files that are not kept. */
export const letterEntry: EntryView = {
  entry: {
    id: asId<EntryId>('entry-letter'),
    feedId: asId<FeedId>('feed-1'),
    feedTitle: 'Harbour notes',
    title: 'The ferry runs again',
    excerpt: 'From Monday the ferry runs every hour.',
    url: 'https://harbour.example/7',
    publishedAt: '2026-03-16T07:00:00.000Z',
    isRead: false,
    isStarred: false,
  },
  authors: ['Harbour Notes'],
  more: { enclosures: [] },
  html: '<p>From Monday the ferry runs every hour.</p>',
  letter: {
    listId: 'notes.harbour.example',
    leaveUrl: 'https://harbour.example/leave?t=1',
    leaveMail: 'mailto:leave@harbour.example?subject=leave',
    isOneClick: true,
    leftOut: [
      { name: 'timetable.pdf', type: 'application/pdf', lengthBytes: 120_000 },
      { name: hostile, type: 'image/png', lengthBytes: 900 },
      { name: '', type: 'application/octet-stream', lengthBytes: 1 },
    ],
  },
}

export const mailbox: MailboxView = {
  ...{ id: 'mailbox-1', host: 'imap.example.org', port: 993, security: 'tls', user: 'ann@example.org' },
  ...{ folder: 'Newsletters', senders: [], feedFolder: 'Post', leftOut: [], at: '2026-03-01T09:40:00.000Z' },
  lastFetchedAt: '2026-03-16T09:40:00.000Z',
}

export const mailboxes: MailboxesView = {
  mailboxes: [
    {
      ...mailbox,
      senders: ['harbour.example', 'notes@rail.example'],
      leftOut: [
        { sender: 'big@rail.example', title: hostile, why: 'too-large', at: '2026-03-16T09:00:00.000Z' },
        { sender: 'odd@rail.example', title: '', why: 'unreadable', at: '2026-03-15T09:00:00.000Z' },
      ],
    },
    { ...mailbox, id: 'mailbox-2', user: hostile, folder: 'INBOX', trouble: { kind: 'login', message: hostile } },
    { ...mailbox, id: 'mailbox-3', trouble: { kind: 'folder', folders: ['INBOX', hostile] } },
    { ...mailbox, id: 'mailbox-4', trouble: { kind: 'unreachable', message: 'connect ECONNREFUSED' } },
  ],
  unwanted: ['shop@ads.example'],
}

export const noMailboxes: MailboxesView = { mailboxes: [], unwanted: [] }

/** A form with a password that is wrong. */
export const refusedMailbox = {
  kind: 'mailbox-refused',
  refusal: { kind: 'trouble', trouble: { kind: 'login', message: hostile } },
  typed: { server: 'imap.example.org', security: 'starttls', user: hostile, folder: 'Lists', senders: 'rail.example' },
} as const

export function letterOperations(changes: unknown[]) {
  return {
    list_newsletter_addresses: async () => letterboxes,
    async add_newsletter_address(input) {
      if (input.name === 'too-many') return { kind: 'too-many', most: 500 }
      changes.push(['addNewsletterAddress', input])
      return { kind: 'made', letterbox: { ...letterbox, ...input } }
    },
    async remove_newsletter_address(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['removeNewsletterAddress', input])
      return true
    },
    list_mailboxes: async () => mailboxes,
    async add_mailbox(input) {
      if (input.password === 'wrong') return { kind: 'trouble', trouble: { kind: 'login', message: 'No such account' } }
      if (input.server === 'no server') return { kind: 'refused', why: 'server' }
      changes.push(['addMailbox', input])
      return { kind: 'added', id: 'mailbox-1', newCount: 3 }
    },
    async change_mailbox(input) {
      if (input.id === 'nowhere') return undefined
      if (input.folder === 'Nowhere') return { kind: 'trouble', trouble: { kind: 'folder', folders: ['INBOX'] } }
      changes.push(['changeMailbox', input])
      return { kind: 'changed' }
    },
    async fetch_mailbox({ id }) {
      return id === 'nowhere' ? undefined : { kind: 'done', newCount: 2 }
    },
    async remove_mailbox(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['removeMailbox', input])
      return true
    },
    async take_sender_again(input) {
      changes.push(['takeSenderAgain', input])
      return true
    },
  } satisfies Answers
}
