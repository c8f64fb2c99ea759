import type {
  AlertFeedView,
  AlertRow,
  AlertSettingsView,
  AlertsView,
  WatchLogView,
  WatchView,
} from '../../src/operations/notify/alert-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Tram & Rail\' \u202e'
const at = '2025-08-19T14:00:00.000Z'
const { story } = views
const citation = story.dossier.brief[0]!.citations[0]
const ofStory = {
  title: story.dossier.headline.title,
  language: 'en',
  path: `/stories/${story.id}`,
  sourceName: 'Northern Wire',
  isNewStory: false,
  at,
}

export const alerts: readonly AlertRow[] = [
  {
    ...ofStory,
    id: '7b0f9f5e-3c0a-4f0e-9d11-0a3b5c7d9e01',
    key: 'report:article-wire',
    kind: 'report',
    cause: { kind: 'entity', target: 'person:anna-berg', label: 'Anna Berg' },
    isNewStory: true,
    words: citation.exact,
    citationPath: `/citations/${citation.documentId}/${citation.span.start}-${citation.span.end}`,
  },
  {
    ...ofStory,
    id: '7b0f9f5e-3c0a-4f0e-9d11-0a3b5c7d9e02',
    key: 'difference:a',
    kind: 'difference',
    cause: { kind: 'story', target: story.id, label: hostile },
    seenAt: at,
  },
  {
    ...ofStory,
    id: '7b0f9f5e-3c0a-4f0e-9d11-0a3b5c7d9e03',
    key: 'correction:a',
    kind: 'correction',
    cause: { kind: 'search', target: 'ferry "night boat"', label: 'ferry "night boat"' },
    title: views.arabicArticle.article.title,
    language: 'ar',
    path: '/articles/article-arabic',
    seenAt: at,
  },
  {
    ...ofStory,
    id: '7b0f9f5e-3c0a-4f0e-9d11-0a3b5c7d9e04',
    key: 'commitment:a',
    kind: 'commitment',
    cause: { kind: 'story', target: story.id, label: 'The ferry' },
    words: hostile,
    seenAt: at,
  },
]

const watches: readonly WatchView[] = [
  {
    ...{ id: 'watch-1', kind: 'entity', target: 'person:anna-berg', label: hostile },
    ...{ occasions: ['first', 'second'], isShared: true, ownerName: 'Ada', isMine: true },
    taken: { name: hostile, at, isMe: false },
  },
  // Shared by an owner without an account.
  {
    ...{ id: 'watch-2', kind: 'source', target: 'source-1', label: 'Northern Wire' },
    ...{ occasions: ['headline'], isShared: true, ownerName: '', isMine: false },
  },
  {
    ...{ id: 'watch-3', kind: 'topic', target: 'world', label: 'World' },
    ...{ occasions: ['first', 'origin', 'figure', 'promise'], isShared: true, ownerName: 'Ada', isMine: false },
    taken: { name: 'Bo', at, isMe: false },
  },
]
const watchLog: WatchLogView['log'] = [
  { id: 'log-2', kind: 'taken', name: hostile, at },
  {
    ...{ id: 'log-1', kind: 'sent', occasion: 'second', title: hostile, language: 'en' },
    ...{ path: `/stories/${story.id}`, sourceName: 'Northern Wire', at },
  },
]

export const settings: AlertSettingsView = {
  settings: { isAllOn: true, quiet: { from: 1320, until: 420 }, perHour: 10 },
  channels: [
    { id: 'channel-1', kind: 'push', name: 'push.example', isOn: true, failures: 0, at },
    { id: 'channel-2', kind: 'mail', name: 'reader@mail.example', isOn: true, failures: 0, at },
    {
      id: 'channel-3',
      kind: 'webhook',
      name: `https://hook.example/${'a-long-path/'.repeat(9)}`,
      secret: 'x'.repeat(43),
      isOn: false,
      failures: 10,
      lastError: 'The receiver answered 500.',
      at,
    },
    { id: 'channel-5', kind: 'destination', name: 'My telephone', isOn: true, failures: 0, at },
    { id: 'channel-4', kind: 'feed', name: `/alerts/feed/${'y'.repeat(43)}`, isOn: true, failures: 0, at },
  ],
  mail: { isSet: true, address: 'reader@mail.example' },
  pushKey: 'z'.repeat(87),
  follows: [
    { follow: { kind: 'entity', target: 'person:anna-berg', label: 'Anna Berg', at }, choice: 'off' },
    { follow: { kind: 'story', target: story.id, label: hostile, at } },
  ],
  searches: [{ id: 'search-1', name: 'Ferries at night', query: 'ferry night', isOn: true }],
}

const nothing: AlertSettingsView = {
  ...settings,
  settings: { isAllOn: false, perHour: 10 },
  channels: [],
  mail: { isSet: true, address: 'reader@mail.example' },
  follows: [],
  searches: [],
}

const feed: AlertFeedView = { id: '7b0f9f5e-3c0a-4f0e-9d11-0a3b5c7d9e05', alerts, language: 'auto', at }

/** What ends the mails of the examples. */
export const mailToken = 'm'.repeat(43)

/** Alerts of every kind, ways of every kind, and a reader who has none; changes are kept in `changes`. */
export function alertExamples(changes: unknown[]) {
  let isEmpty = false
  const record =
    (name: string) =>
    async (input: unknown): Promise<true> => {
      changes.push([name, input])
      return true
    }
  return {
    async list_watches(): Promise<readonly WatchView[]> {
      return watches
    },
    async get_watch({ id }): Promise<WatchLogView | undefined> {
      const watch = watches.find((each) => each.id === id)
      return watch && { watch, log: watchLog }
    },
    async save_watch(input) {
      changes.push(['saveWatch', input])
      return watches[0]
    },
    async remove_watch() {
      return true
    },
    async take_watch(input) {
      changes.push(['takeWatch', input])
      return watches.find(({ id }) => id === input.id)
    },
    async list_alerts({ cursor }): Promise<AlertsView> {
      if (cursor === 'none') return { alerts: [], unseen: 0 }
      return { alerts, unseen: 1, ...(cursor === undefined ? { next: 'older' } : {}) }
    },
    async get_alert_settings() {
      const view = isEmpty ? nothing : settings
      isEmpty = false
      return view
    },
    set_alert_settings: record('setAlertSettings'),
    choose_alert: record('chooseAlert'),
    async add_alert_channel(input) {
      if (input.kind === 'webhook' && input.url.startsWith('ftp:')) {
        isEmpty = true
        return { kind: 'refused', why: 'address' }
      }
      changes.push(['addAlertChannel', input])
      return { kind: 'added', id: 'channel-5' }
    },
    remove_alert_channel: record('removeAlertChannel'),
    switch_alert_channel: record('switchAlertChannel'),
    test_alert_channel: async ({ id }) =>
      id === 'channel-3' ? { kind: 'failed', reason: 'The receiver <answered> 500.' } : { kind: 'sent' },
    get_alert_feed: async ({ token }) => (token === 'y'.repeat(43) ? feed : undefined),
    find_alert_mail: async ({ token }) => (token.startsWith('m') ? { isOn: token === mailToken } : undefined),
    stop_alert_mail: async ({ token }) => (token === mailToken ? true : undefined),
  } satisfies Answers
}
