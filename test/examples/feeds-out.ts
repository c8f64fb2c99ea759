import type { FeedAddressesView, FeedAddressView } from '../../src/operations/feeds/feed-addresses.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Harbor & Rail\' \u202e'
export const feedToken = 'example-token-of-a-feed-that-nobody-guesses'

export const feedAddress: FeedAddressView = {
  id: 'address-1',
  kind: 'today',
  target: '',
  label: '',
  token: feedToken,
  isAnnounced: true,
  at: '2026-03-16T09:40:00.000Z',
}

export const feedAddresses: FeedAddressesView = {
  addresses: [
    feedAddress,
    { ...feedAddress, id: 'address-2', kind: 'entity', target: 'person:x', label: hostile, isAnnounced: false },
    {
      id: 'address-3',
      kind: 'brief',
      target: '',
      label: '',
      isAnnounced: false,
      at: '2025-12-01T07:00:00.000Z',
    },
  ],
  offers: [
    { kind: 'starred', target: '', label: '' },
    { kind: 'section', target: 'World', label: 'World' },
    { kind: 'folder', target: hostile, label: hostile },
  ],
}

/** Before there is one. */
export const noFeedAddresses: FeedAddressesView = { ...feedAddresses, addresses: [] }

export function feedOutOperations(changes: unknown[]) {
  return {
    list_feed_addresses: async ({ kind, target = '' }) => {
      if (kind === undefined) return feedAddresses
      const label = kind === 'story' && target === views.story.id ? views.story.dossier.headline.title : hostile
      return { ...feedAddresses, asked: { kind, target, label } }
    },
    async make_feed_address(input) {
      if (input.target === 'nowhere') return undefined
      if (input.target === 'too-many') return { kind: 'refused', most: 200 }
      changes.push(['makeFeedAddress', input])
      return { kind: 'made', address: { ...feedAddress, ...input } }
    },
    async revoke_feed_address(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['revokeFeedAddress', input])
      return true
    },
    async announce_feed_address(input) {
      if (input.id === 'nowhere') return undefined
      changes.push(['announceFeedAddress', input])
      return true
    },
    async open_feed_address({ token }) {
      if (token !== feedToken) return undefined
      const identity = { id: 'reader-1', name: 'Ada', role: 'reader', isProgram: true } as const
      return { subject: { kind: 'today', target: '' }, identity, isAnnounced: true }
    },
    get_instance_name: async () => ({ name: 'example-house', since: '2026-01-01T00:00:00.000Z' }),
  } satisfies Answers
}
