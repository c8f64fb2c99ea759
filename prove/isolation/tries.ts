import { canariesIn } from './canary.ts'
import type { ReaderRows } from './reader-rows.ts'
import type { Common } from './seed.ts'

/** How an operation is tried: inputs that it takes, of which every text is then replaced by each id of reader A in turn. */
export type Tries = {
  readonly inputs: (common: Common) => readonly unknown[]
  /** Where it is the purpose of an operation to answer or change what is another's: to whom, and why. */
  readonly mayRead?: { readonly roles: readonly string[]; readonly why: string }
  /** Of one that takes long or leads to no id: with how many ids it is tried. */
  readonly mostIds?: number
  /** Where the answer depends on what the house keeps for all, so that two askers get two answers: why. */
  readonly isOfHouse?: string
  readonly mayWrite?: { readonly roles: readonly string[]; readonly why: string }
}

const nothing: Tries = { inputs: () => [{}] }
const one = (inputs: Tries['inputs']): Tries => ({ inputs })
const nowhere = 'http://127.0.0.1:1/feed'
/** Who runs the house sees and changes who may come in. */
const owners = { roles: ['owner'], why: 'who runs the house says who may come in' }
/** Who moderates reads what was reported and decides about it. */
const moderators = { roles: ['moderator', 'owner'], why: 'who moderates decides about what others wrote' }
const ownHouse = { origins: ['http://localhost:7180'], rpId: 'localhost' }
const sliders = { reports: 100, newness: 100, follows: 100, sources: 0, differs: 0, suggests: false }
const words = '“The piers will be mended by spring,”'

/** One line for each operation. An operation without one makes the proof fail: say here how it is tried. */
export const tries: Readonly<Record<string, Tries>> = {
  add_article: one(() => [{ url: nowhere, title: 'x', tags: ['x'] }]),
  discover_feeds: one(() => [{ url: nowhere }]),
  add_feed: one(() => [{ url: nowhere, folder: 'x' }]),
  confirm_hub: one(() => [
    { token: 'x'.repeat(43), mode: 'subscribe', topic: nowhere, leaseSeconds: 86_400 },
    { token: 'x'.repeat(43), mode: 'unsubscribe', topic: nowhere },
  ]),
  deny_hub: one(() => [{ token: 'x'.repeat(43), topic: nowhere, reason: 'x' }]),
  find_hub: one(() => [{ token: 'x'.repeat(43) }]),
  take_hub_push: one(() => [
    { token: 'x'.repeat(43), signature: 'sha256=x', contentType: 'application/rss+xml', body: new Uint8Array() },
  ]),
  suggest_page_feed: one(() => [{ url: nowhere }]),
  preview_page_feed: one(() => [{ url: nowhere, rule: { items: 'h2' } }]),
  add_page_feed: one(() => [{ url: nowhere, rule: { items: 'h2' }, title: 'x', folder: 'x' }]),
  list_packs: nothing,
  add_packs: one(() => [{ ids: ['no-such-pack'] }]),
  get_admin: nothing,
  start_house_task: one(() => [{ kind: 'check' }]),
  find_backup: one(() => [{ name: 'x' }]),
  remove_backup: one(() => [{ name: 'x' }]),
  answer_proposal: one(({ story }) => [{ story, proposal: 'x', isAccepted: false }]),
  ask: {
    ...one(({ story, entity }) => [
      { question: 'Who closed the bridge?' },
      { question: 'And when?', follows: 'Who closed the bridge?', storyId: story },
      { question: 'bridge', entityId: entity },
    ]),
    isOfHouse: 'a question is words: those that an id is made of are looked for like any others',
  },
  write_answer: one(({ story, entity }) => [{ question: 'Who closed the bridge?', storyId: story, entityId: entity }]),
  find_written_answer: one(() => [{ key: 'x' }]),
  cancel_answer: one(() => [{ key: 'x' }]),
  arrange_story: one(({ story, article }) => [{ id: story, article, query: 'bridge' }]),
  get_summary: one(({ story }) => [{ id: story }, { id: story, length: 'long' }]),
  compare_articles: one(({ story, article }) => [{ id: story }, { id: story, a: article }]),
  correct_name: one(({ article }) => [{ articleId: article, start: 0, end: 9, entity: { kind: 'person', name: 'X' } }]),
  correct_quote: one(({ article }) => [{ articleId: article, start: 100, end: 120, verdict: 'nobody' }]),
  correct_words: one(({ article }) => [{ articleId: article, words, verdict: 'nobody' }]),
  export_labels: nothing,
  export_marks: nothing,
  export_notes: one(() => [{ format: 'jsonld' }, { format: 'md' }]),
  export_saved: one(() => ['json', 'md', 'csv', 'bib', 'csl.json', 'warc'].map((format) => ({ format }))),
  export_story: one(({ story }) =>
    ['md', 'jsonld', 'csv', 'ninjs.json', 'bib', 'csl.json', 'warc'].map((format) => ({ id: story, format })),
  ),
  export_story_audit: one(({ story }) => ['csv', 'jsonl'].map((format) => ({ id: story, format }))),
  find_page: one(() => [{ url: 'https://outlet0.example/news' }]),
  find: one(() => [{ query: 'bridge' }, { query: 'bridge', tab: 'quotes', muted: 'show' }]),
  follow: one(({ entity }) => [{ kind: 'entity', target: entity, label: 'x' }]),
  unfollow: one(({ entity }) => [
    { kind: 'entity', target: entity },
    { kind: 'search', target: 'x' },
  ]),
  get_article: one(({ article, document }) => [
    { id: article, reads: true },
    { id: article, revision: document },
  ]),
  get_brief: nothing,
  get_story_audit: one(({ story }) => [{ id: story }, { id: story, part: 'said', page: 1 }]),
  get_house_audit: nothing,
  get_choice: one(() => [{ id: 'x' }]),
  get_citation: one(({ document }) => [{ documentId: document, start: 0, end: 9 }]),
  get_entity: one(({ entity }) => [{ id: entity }]),
  get_entry: one(({ entry }) => [{ id: entry }]),
  get_entry_recording: one(({ entry }) => [{ id: entry }]),
  get_entry_transcript: one(({ entry }) => [{ id: entry, number: 0 }]),
  get_entries: one(({ entry }) => [{ ids: [entry] }]),
  pick_entries: one(({ entry, feed }) => [
    { limit: 50, counts: true },
    { feedId: feed, afterId: entry, isRead: false, limit: 50, sort: 'changed' },
    { ids: [entry], isStarred: true, limit: 50, words: 'bridge' },
  ]),
  list_story_entries: one(({ story }) => [{ ids: [story] }]),
  get_feed_icon: one(({ feed }) => [{ id: feed }]),
  list_feed_icons: nothing,
  set_media_place: one(({ entry }) => [{ entryId: entry, number: 0, seconds: 9 }]),
  list_media_places: one(({ entry }) => [{ ids: [entry] }]),
  list_folders: nothing,
  add_folder: one(() => [{ name: 'x' }]),
  get_following: one(() => [{ looks: true }, { muted: 'show' }]),
  get_history: nothing,
  clear_history: one(({ story }) => [{ kind: 'story', target: story }, {}]),
  get_labels: one(({ article }) => [{}, { articleId: article }]),
  list_notes: nothing,
  get_note_form: one(({ article }) => [{ id: 'x' }, { articleId: article, start: 0, end: 9 }]),
  get_picture: one(({ article }) => [{ key: 'x'.repeat(24), of: { articleId: article } }]),
  get_progress: nothing,
  get_settings: nothing,
  get_source: one(({ source }) => [{ id: source }]),
  list_sources: nothing,
  get_story: one(({ story }) => [{ id: story, reads: true, since: '2026-03-01' }]),
  get_today: one(() => [{}, { muted: 'show' }]),
  import_file: one(() => [
    { bytes: new Uint8Array(), name: 'x' },
    { bytes: new TextEncoder().encode(`url,title,tags\n${nowhere},x,x\n`), name: 'x.csv' },
  ]),
  import_labels: one(() => [{ text: '' }]),
  import_marks: one(() => [{ text: '{}' }]),
  import_opml: one(() => [{ text: '<opml/>' }]),
  import_opml_from: one(() => [{ url: 'https://nowhere.invalid/list.opml' }]),
  list_opml_imports: nothing,
  get_opml_import: one(() => [{ id: 'x' }]),
  cancel_opml_import: one(() => [{ id: 'x' }]),
  preview_opml: one(() => [{ text: '<opml/>' }]),
  export_opml: nothing,
  leave_story: one(({ story }) => [{ story, article: 'x' }]),
  list_corrections: nothing,
  list_doubtful_quotes: nothing,
  list_entities: nothing,
  list_entries: one(({ feed }) => [{ show: 'all' }, { show: 'starred' }, { feedId: feed, show: 'all', muted: 'show' }]),
  list_feeds: nothing,
  list_arrivals: one(({ feed }) => [
    { limit: 50 },
    { limit: 50, isStarred: true },
    { feedId: feed, isUnread: false, limit: 5 },
  ]),
  list_jobs: nothing,
  retry_jobs: one(() => [{ ids: ['x'] }]),
  list_news: one(({ story }) => [{}, { stories: [story] }]),
  list_quotes: one(({ article }) => [{ article }]),
  list_saved: one(() => [{}, { query: 'bridge' }]),
  refresh_feeds: one(() => [{ ids: ['x'] }]),
  remove_feed: one(() => [{ id: 'x' }]),
  edit_feed: one(() => [{ id: 'x', title: 'x' }]),
  set_folder: one(() => [{ id: 'x', folder: 'x' }]),
  rename_folder: one(() => [{ name: 'x', to: 'y' }]),
  mark_read: one(({ entry }) => [{ entryIds: [entry], isRead: true }]),
  star: one(({ entry }) => [
    { entryId: entry, isStarred: true },
    { entryId: entry, isStarred: false },
  ]),
  star_entries: one(({ entry }) => [{ entryIds: [entry], isStarred: true }]),
  mark_all_read: one(() => [{ undoId: 'undo-of-another' }]),
  undo_mark_all_read: one(() => [{ undoId: 'undo-of-nobody' }]),
  merge_stories: one(({ story }) => [{ story, other: 'x' }]),
  mute: one(() => [{ kind: 'word', target: 'trams', label: 'x', period: 'day' }]),
  unmute: one(() => [{ id: 'x' }, { kind: 'word', target: 'trams' }]),
  get_preferences: nothing,
  set_preferences: one(() => [{ preferences: { theme: 'light' } }]),
  read_page: one(() => [{ url: nowhere }]),
  record_visit: one(({ story }) => [{ kind: 'story', target: story }]),
  remove_correction: one(() => [{ id: 'x' }]),
  save_note: one(({ article }) => [
    { id: 'x', body: 'x' },
    { articleId: article, start: 10, end: 20, body: 'x', id: 'x' },
  ]),
  remove_note: one(() => [{ id: 'x' }]),
  save: one(({ story }) => [{ kind: 'story', target: story }]),
  unsave: one(({ story }) => [{ kind: 'story', target: story }]),
  save_search: one(() => [{ query: 'bridge', name: 'x', id: 'x' }]),
  rename_search: one(() => [{ id: 'x', name: 'y' }]),
  remove_search: one(() => [{ id: 'x' }]),
  list_searches: nothing,
  search_feed: one(() => [{ id: 'x' }]),
  search: one(() => [{ query: 'bridge', muted: 'show' }]),
  split_story: one(({ story }) => [{ story, articles: ['x'] }]),
  get_translation: one(({ article, document }) => [
    { id: article, to: 'fr', reads: true },
    { id: article, revision: document, to: 'ar' },
  ]),
  list_story_items: nothing,
  find_story_items: one(() => [{ numbers: ['4611686018427387904'] }]),
  tell_stories: one(({ story }) => [{ ids: [story] }]),
  mark_story_items: one(({ story }) => [
    { ids: [story], isRead: true },
    { ids: 'today', isRead: true },
  ]),
  translate_article: one(({ article, document }) => [{ id: article, revision: document, to: 'fr' }]),
  get_translation_settings: nothing,
  choose_translation: one(() => [{ from: 'en', to: 'fr', wish: 'always' }]),
  set_translator: one(() => [{ by: 'server', address: 'http://127.0.0.1:1/', perDay: 20 }]),
  test_translator: nothing,
  undo_choice: one(() => [{ id: 'x' }]),
  what_changed: one(({ story }) => [{ id: story, since: '2026-03-01' }]),
  share: one(({ story }) => [{ kind: 'story', target: story }]),
  list_shares: nothing,
  revoke_share: one(() => [{ id: 'x' }]),
  get_shared: one(() => [{ token: 'x' }]),
  save_highlight: one(({ article }) => [
    { id: 'x', color: 'pink' },
    { articleId: article, start: 10, end: 20, color: 'blue', id: 'x' },
  ]),
  remove_highlight: one(() => [{ id: 'x' }]),
  list_highlights: nothing,
  add_tags: one(({ story }) => [{ kind: 'story', target: story, names: ['x'] }]),
  remove_tag: one(({ story }) => [{ kind: 'story', target: story, name: 'x' }]),
  list_tags: nothing,
  rename_tag: one(() => [{ name: 'x', to: 'y' }]),
  drop_tag: one(() => [{ name: 'x' }]),
  undo_tags: one(() => [{ undoId: 'x' }]),
  make_api_token: { ...one(() => [{ name: 'x', scopes: ['read'] }]), mostIds: 3 },
  revoke_api_token: one(() => [{ id: 'x' }]),
  make_app_password: { ...one(() => [{ name: 'x' }]), mostIds: 3 },
  revoke_app_password: one(() => [{ id: 'x' }]),
  set_account_role: { ...one(() => [{ id: 'x', role: 'reader' }]), mayWrite: owners },
  disable_account: { ...one(() => [{ id: 'x', isDisabled: true }]), mayWrite: owners },
  set_guests: one(() => [{ mayRead: false }]),
  add_account: { ...one(() => [{ name: 'x', role: 'reader' }]), mostIds: 3 },
  set_account_password: {
    ...one(() => [{ id: 'x', password: 'a long enough password' }]),
    mayWrite: owners,
    mostIds: 3,
  },
  export_own: nothing,
  make_invitation: { ...one(() => [{ role: 'reader', days: 7, note: 'x' }]), mostIds: 3 },
  take_back_invitation: { ...one(() => [{ id: 'x' }]), mayWrite: owners },
  remove_my_account: { ...one(() => [{ proof: 'x', words: 'remove' }]), mostIds: 3 },
  remove_account: { ...one(() => [{ id: 'x', words: 'remove' }]), mayWrite: owners },
  list_accounts: { ...nothing, mayRead: owners },
  get_my_account: one(() => [{}, { sessionId: 'x' }]),
  rename_myself: { ...one(() => [{ name: 'x' }]), mostIds: 3 },
  set_my_email: one(() => [{ email: '' }]),
  change_password: { ...one(() => [{ current: 'x', next: 'a long enough password' }]), mostIds: 3 },
  end_session: one(() => [{ id: 'x' }, { allBut: 'x' }]),
  add_alert_channel: { ...one(() => [{ kind: 'mail' }, { kind: 'feed' }]), mostIds: 3 },
  remove_alert_channel: one(() => [{ id: 'x' }]),
  switch_alert_channel: one(() => [{ id: 'x', isOn: false }]),
  test_alert_channel: one(() => [{ id: 'x' }]),
  get_destinations: nothing,
  add_destination: {
    ...one(() => [
      { kind: 'webhook', settings: { address: nowhere }, occasions: ['saved', 'alert'] },
      { kind: 'readwise', settings: { token: 'x' } },
    ]),
    mostIds: 3,
  },
  set_destination: one(() => [{ id: 'x', name: 'x', occasions: [] }]),
  switch_destination: one(() => [{ id: 'x', isOn: false }]),
  remove_destination: one(() => [{ id: 'x' }]),
  renew_webhook_secret: one(() => [{ id: 'x' }]),
  test_destination: one(() => [{ id: 'x' }]),
  list_sendings: one(() => [{ id: 'x' }]),
  replay_sending: one(() => [{ sending: 'x' }, { allOf: 'x' }]),
  get_send_form: one(({ article, entry }) => [{ article }, { entry }]),
  send_article: one(({ article, entry }) => [
    { article, destination: 'x' },
    { entry, destination: 'x' },
  ]),
  get_alert_feed: one(() => [{ token: 'x' }]),
  find_alert_mail: one(() => [{ token: 'x' }]),
  stop_alert_mail: one(() => [{ token: 'x' }]),
  list_alerts: one(() => [{ looks: true }]),
  get_alert_settings: nothing,
  set_alert_settings: one(() => [{ isAllOn: true, perHour: 5 }]),
  choose_alert: one(({ story }) => [
    { kind: 'story', target: story, choice: 'on' },
    { search: 'x', choice: 'on' },
  ]),
  export_discussion: one(({ story }) => [{ kind: 'story', id: story, format: 'jsonl' }]),
  get_comment_form: one(({ story }) => [{ changes: 'x' }, { answers: 'x' }, { kind: 'story', id: story }]),
  get_comment: one(() => [{ id: 'x' }]),
  get_discussion: one(({ story, article }) => [
    { kind: 'story', id: story },
    { kind: 'article', id: article },
  ]),
  get_moderation_queue: { ...nothing, mayRead: moderators },
  get_moderation_log: nothing,
  list_comments: one(({ story }) => [{}, { on: { kind: 'story', id: story } }]),
  list_mentions: one(() => [{}]),
  write_comment: {
    ...one(({ story }) => [
      { kind: 'story', id: story, body: 'The piers, then.' },
      { answers: 'x', body: 'The piers, then.' },
    ]),
    mostIds: 3,
  },
  edit_comment: one(() => [{ id: 'x', body: 'The piers, then.' }]),
  delete_comment: one(() => [{ id: 'x' }]),
  report_comment: one(() => [{ id: 'x', reason: 'other', words: 'x' }]),
  appeal_decision: one(() => [{ id: 'x', words: 'x' }]),
  moderate_comment: { ...one(() => [{ id: 'x', decision: 'hide', reason: 'x' }]), mayWrite: moderators },
  lock_discussion: { ...one(({ story }) => [{ kind: 'story', id: story, isLocked: true }]), mayWrite: moderators },
  block_writer: { ...one(() => [{ commentId: 'x', isBlocked: true, reason: 'x' }]), mayWrite: moderators },
  get_model_settings: nothing,
  set_model: one(() => [
    {
      address: 'http://127.0.0.1:1/v1',
      name: 'x',
      embeddingName: '',
      key: '',
      forgetsKey: false,
      switches: { summaries: false, answers: false, translation: false, embeddings: false },
      callsPerDay: 1,
      tokensPerDay: 1,
      timeoutSeconds: 1,
      stallSeconds: 1,
    },
  ]),
  test_model: { ...nothing, isOfHouse: 'it says how long the model took' },
  get_discussion_switch: nothing,
  set_discussion_switch: one(() => [{ chosen: 'on' }]),
  has_discussion: nothing,
  begin_codes: { ...nothing, mostIds: 3 },
  confirm_codes: one(() => [{ token: 'x', code: '000000' }]),
  renew_recovery_codes: one(() => [{ code: '000000' }]),
  stop_codes: one(() => [{ code: '000000' }]),
  begin_passkey: {
    ...one(() => [{ house: ownHouse }]),
    mostIds: 3,
    isOfHouse: 'each answer has a challenge of its own',
  },
  add_passkey: { ...one(() => [{ house: ownHouse, token: 'x', answer: {}, name: 'x' }]), mostIds: 3 },
  remove_passkey: one(() => [{ id: 'x' }]),
  get_sign_in_ways: nothing,
  remove_identity: one(() => [{ issuer: 'x', subject: 'x' }]),
  sum_up_feeds: nothing,
  subscribe_feeds: one(() => [{ ids: ['x'] }, { ids: 'all' }]),
  remove_feed_for_all: { ...one(() => [{ id: 'x' }]), mayWrite: owners },
  record_aloud: one(({ article, story }) => [
    { kind: 'article', id: article },
    { kind: 'story', id: story },
  ]),
  get_recording: one(({ article, story, document }) => [
    { kind: 'article', id: article, revision: document },
    { kind: 'story', id: story },
  ]),
  get_speech: nothing,
  try_speech: one(() => [{ language: 'en', text: 'x' }]),
  get_brief_settings: nothing,
  set_brief: one(() => [
    { stories: 5, hour: 7, days: [], isMailed: false, isWeekly: false, isOnlyNew: false, languages: [] },
  ]),
  make_feed_address: {
    ...one(({ story, entity }) => [
      { kind: 'story', target: story },
      { kind: 'entity', target: entity },
      { kind: 'search', target: 'x' },
      { kind: 'discussion', target: 'x' },
    ]),
    mostIds: 20,
  },
  list_feed_addresses: one(({ story }) => [{}, { kind: 'story', target: story }, { kind: 'search', target: 'x' }]),
  revoke_feed_address: one(() => [{ id: 'x' }]),
  announce_feed_address: one(() => [{ id: 'x', isAnnounced: true }]),
  open_feed_address: one(() => [{ token: 'x' }]),
  get_feed_house: nothing,
  make_letterbox: one(() => [{ name: 'x', folder: 'x' }]),
  list_letterboxes: nothing,
  end_letterbox: one(() => [{ id: 'x' }]),
  make_brief_address: nothing,
  remove_brief_address: nothing,
  find_brief_reader: one(() => [{ token: 'x' }]),
  find_mail_end: one(() => [{ token: 'x' }]),
  end_brief_mail: one(() => [{ token: 'x' }]),
  get_ranking: {
    ...one(() => [{}, { tried: sliders, triedLifts: [{ kind: 'source', target: 'x', weight: 10 }] }]),
    isOfHouse: 'how new a story is changes from one question to the next',
  },
  set_ranking: one(() => [{ sliders, lifts: [{ kind: 'source', target: 'x', weight: 10 }] }]),
  reset_ranking: nothing,
  answer_lift: one(() => [{ kind: 'source', target: 'x', answer: 'remove' }]),
}

/** The ids in what is kept of a reader, by convention: every `id`, `…_id`, `target`, `key` and `token` of every row. */
export function idsOf(rows: ReaderRows): readonly string[] {
  const named = /^(?:id|.*_id|target|key|token)$/
  const found = [...rows.values()]
    .flat()
    .flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) => (named.test(name) && typeof value === 'string' ? [value] : [])),
    )
  // What has a canary in it is looked for in answers: given as an id it would come back as what was asked.
  return [...new Set(found)].filter((id) => id.length > 0 && id.length <= 400 && canariesIn(id).length === 0)
}

/** The input with each of its texts replaced by an id, one at a time. */
export function withId(input: unknown, id: string): readonly unknown[] {
  if (typeof input === 'string') return [id]
  if (Array.isArray(input)) return input.flatMap((item, at) => withId(item, id).map((put) => input.with(at, put)))
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) return []
  return Object.entries(input).flatMap(([name, value]) => withId(value, id).map((put) => ({ ...input, [name]: put })))
}
