import { asId, type EntryId, type FeedId } from '../../src/core/ids.ts'
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

export function letterOperations(changes: unknown[]) {
  return {
    list_letterboxes: async () => letterboxes,
    async make_letterbox(input) {
      if (input.name === 'too-many') return { kind: 'too-many', most: 500 }
      changes.push(['makeLetterbox', input])
      return { kind: 'made', letterbox: { ...letterbox, ...input } }
    },
    async end_letterbox(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['endLetterbox', input])
      return true
    },
  } satisfies Answers
}
