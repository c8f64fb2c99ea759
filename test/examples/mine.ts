import type {
  FollowingView,
  HistoryView,
  NoteFormView,
  NotesView,
  SavedView,
} from '../../src/operations/library/library-views.ts'
import type { Answers } from './answers.ts'
import { ruleForm, ruleLog, rulePreview, rules } from './rules.ts'
import { highlights } from './tags.ts'
import * as views from './views.ts'

const at = '2025-08-19T14:00:00.000Z'
const { article, document, source } = views.article
const arabic = views.arabicArticle
const hostile = '<b>"Tram & Rail\' \u202e'
const [firstQuote] = views.story.dossier.ledger.flatMap(({ utterances }) => utterances)
const citation = firstQuote!.wordings[0].citation

const berg = { kind: 'entity', target: 'person:anna-berg', label: 'Anna Berg', at } as const
const selectorOf = (text: string, start: number, end: number) => ({
  span: { start, end },
  exact: text.slice(start, end),
  prefix: '',
  suffix: '',
})

export const note = {
  id: 'note-1' as never,
  articleId: article.id,
  documentId: document.id,
  selector: selectorOf(document.text, 141, 200),
  body: 'Ask the harbor office.\nThen <b>the</b> mayor.',
  at,
  changedAt: '2025-08-19T14:20:00.000Z',
}

export const arabicNote = {
  ...note,
  id: 'note-2' as never,
  articleId: arabic.article.id,
  documentId: arabic.document.id,
  selector: selectorOf(arabic.document.text, 0, Math.min(40, arabic.document.text.length)),
  body: 'سؤال للعمدة.',
  changedAt: at,
}

const titleOf = ({ article, document, source }: typeof views.article | typeof views.arabicArticle) => ({
  id: article.id,
  title: document.title,
  url: article.url,
  language: document.language,
  sourceId: source.id,
  sourceName: source.name,
  publishedAt: article.publishedAt,
})

export const following: FollowingView = {
  followed: [
    {
      follow: berg,
      isAlerting: true,
      since: '2026-03-16T09:00:00.000Z',
      isFirstLook: false,
      newestAt: at,
      counts: { stories: 2, quotes: 5, articles: 0 },
      stories: [
        { id: views.story.id, title: views.story.dossier.headline.title, language: 'en', at, count: 3 },
        { id: 'story-ar' as never, title: arabic.document.title, language: 'ar', at, count: 1 },
      ],
      articles: [],
      quotes: [{ citation, document: views.story.documents[citation.documentId]!, isDirect: true }],
    },
    {
      follow: { kind: 'source', target: source.id, label: hostile, at },
      isAlerting: false,
      since: at,
      isFirstLook: true,
      newestAt: at,
      counts: { stories: 7, quotes: 0, articles: 7 },
      stories: [],
      articles: [
        { path: 'article', id: article.id, title: article.title, sourceName: source.name, language: 'en', at },
      ],
      quotes: [],
    },
    {
      follow: { kind: 'topic', target: 'Sport', label: 'Sport', at },
      isAlerting: false,
      since: at,
      isFirstLook: false,
      counts: { stories: 0, quotes: 0, articles: 0 },
      stories: [],
      articles: [],
      quotes: [],
    },
  ],
  hidden: {
    total: 3,
    counts: [
      { label: 'football', kind: 'word', count: 2 },
      { label: 'Varn Courier', kind: 'source', count: 1 },
    ],
    isShown: false,
  },
  mutes: [
    { id: 'mute-1' as never, kind: 'word', target: 'football', label: 'football', at },
    {
      id: 'mute-2' as never,
      kind: 'source',
      target: source.id,
      label: source.name,
      at,
      until: '2026-09-01T00:00:00.000Z',
    },
  ],
  suggestions: [
    { kind: 'entity', target: 'organization:port-office', label: 'Port Office', storyCount: 4 },
    { kind: 'topic', target: 'Sport', label: 'Sport', storyCount: 2 },
  ],
}

export const noFollowing: FollowingView = { followed: [], mutes: [], suggestions: [] }

export const saved: SavedView = {
  tag: 'harbor',
  tags: [
    { name: hostile, count: 1 },
    { name: 'Harbor', count: 2 },
  ],
  items: [
    {
      kind: 'story',
      target: views.story.id,
      title: views.story.dossier.headline.title,
      language: 'en',
      articleCount: 5,
      tags: [hostile, 'ميناء'],
      at,
      isGone: false,
    },
    { kind: 'article', target: arabic.article.id, ...titleOf(arabic), at, isGone: false },
    {
      kind: 'entry',
      target: 'entry-2',
      title: hostile,
      sourceName: 'Varn Courier',
      publishedAt: at,
      at,
      isGone: false,
    },
    { kind: 'article', target: 'article-gone', title: 'No longer here', at, isGone: true },
  ],
  counts: { all: 120, story: 1, article: 118, entry: 1 },
  total: 120,
  page: 2,
  pageCount: 3,
}

export const noneSaved: SavedView = {
  items: [],
  counts: { all: 0, story: 0, article: 0, entry: 0 },
  total: 0,
  page: 1,
  pageCount: 1,
}

export const notes: NotesView = {
  notes: [note, arabicNote].map((each, index) => ({
    note: each,
    citation: { documentId: each.documentId, span: each.selector.span, exact: each.selector.exact },
    article: titleOf(index === 0 ? views.article : arabic),
  })),
  next: 'older',
}

export const noteForm: NoteFormView = {
  article: titleOf(views.article),
  documentId: document.id,
  chosen: { start: 141, end: 200 },
  exact: document.text.slice(141, 200),
  sentences: (views.article.annotations.sentences?.items ?? []).slice(0, 3).map(({ span }) => ({
    span,
    exact: document.text.slice(span.start, span.end),
  })),
}

export const history: HistoryView = {
  items: [
    {
      kind: 'story',
      target: views.story.id,
      title: views.story.dossier.headline.title,
      language: 'en',
      articleCount: 5,
      at: '2026-03-16T09:00:00.000Z',
    },
    {
      kind: 'article',
      target: arabic.article.id,
      title: arabic.document.title,
      language: 'ar',
      sourceName: arabic.source.name,
      at,
    },
  ],
  next: 'older',
  isOn: true,
}

const file = (fileName: string) => ({ text: '{}\n', mediaType: 'application/json; charset=utf-8', fileName })

/** What belongs to the reader, from plain objects; every change is recorded. */
export function mineOperations(changes: unknown[]) {
  const record = (name: string, input: unknown) => changes.push([name, input])
  return {
    get_following: async ({ muted }) =>
      muted === 'show' ? { ...following, hidden: { ...following.hidden!, isShown: true } } : following,
    list_saved: async ({ kind, query }) => {
      if (query === 'nothing') return { ...saved, items: [], query, total: 0, pageCount: 1, page: 1 }
      return { ...saved, ...(kind && { kind }), ...(query && { query }) }
    },
    list_notes: async ({ cursor }) => (cursor === 'none' ? { notes: [] } : notes),
    get_note_form: async (input) => {
      if ('id' in input) return input.id === note.id ? { ...noteForm, sentences: [], note } : undefined
      return input.articleId === article.id ? noteForm : undefined
    },
    get_history: async ({ cursor }) => (cursor === 'off' ? { items: [], isOn: false } : history),
    export_saved: async ({ format }) => file(`saved.${format}`),
    export_notes: async ({ format }) => file(`notes.${format}`),
    export_marks: async () => file('marks.json'),
    follow: async (input) => {
      record('follow', input)
      return { label: input.target, at, ...input }
    },
    unfollow: async (input) => {
      record('unfollow', input)
      return { label: input.target, at, ...input }
    },
    get_rules: async () => rules,
    get_rule_form: async () => ruleForm,
    get_rule_log: async () => ruleLog,
    preview_rule: async () => rulePreview,
    save_rule: async (input) => {
      record('saveRule', input)
      return rules[0]?.rule
    },
    move_rule: async (input) => {
      record('moveRule', input)
      return rules.map(({ rule }) => rule)
    },
    switch_rule: async (input) => {
      record('switchRule', input)
      return rules[0]?.rule
    },
    remove_rule: async (input) => {
      record('removeRule', input)
      return rules[0]?.rule
    },
    apply_rule: async () => ({ count: 3 }),
    undo_rule: async (input) => {
      record('undoRule', input)
      return { count: 2 }
    },
    get_mutes: async () => following.mutes.map((mute, index) => ({ mute, hidCount: index * 3 })),
    mute: async (input) => {
      if (input.target === '!') return undefined
      record('mute', input)
      return { id: 'mute-1' as never, label: input.target, at, ...input }
    },
    unmute: async (input) => {
      record('unmute', input)
      return { id: 'mute-1' as never, kind: 'word', target: 'football', label: 'football', at }
    },
    save: async (input) => {
      if (input.target === 'nowhere') return undefined
      record('save', input)
      return { title: 'Saved', at, ...input }
    },
    unsave: async (input) => {
      record('unsave', input)
      return { title: 'Saved', at, ...input }
    },
    save_note: async (input) => {
      if (input.body.trim() === '') return undefined
      if ('id' in input && !('articleId' in input)) {
        if (input.id !== note.id || (input.was !== undefined && input.was !== note.changedAt)) return undefined
      }
      record('saveNote', input)
      return note
    },
    remove_note: async (input) => {
      record('removeNote', input)
      return note
    },
    clear_history: async (input) => {
      record('clearHistory', input)
      return { count: 1 }
    },
    import_marks: async ({ text }) => {
      if (text === 'bad') return { kind: 'refused', message: 'This file isn’t an export of marks (JSON).' }
      record('importMarks', text)
      return { kind: 'imported', counts: { follows: 1, stars: 1200, links: 3, awaited: 2, absent: 1, tags: 0 } }
    },
    record_visit: async () => ({}),
  } satisfies Answers
}

/** The article with a note on its text, and one whose words are gone. */
export const notedArticle = {
  ...views.article,
  marks: {
    isSaved: true,
    notes: [{ note, span: note.selector.span }, { note: { ...note, id: 'note-lost' as never, body: hostile } }],
    highlights,
  },
}

export const notedArabicArticle = {
  ...arabic,
  marks: { isSaved: false, notes: [{ note: arabicNote, span: arabicNote.selector.span }] },
}

/** The story for a reader who was here before. */
export const readStory = {
  ...views.story,
  marks: { isFollowed: true, isMuted: false, isSaved: false },
  discussion: { count: 6 },
  sinceRead: {
    at: '2026-03-16T09:00:00.000Z',
    items: [{ kind: 'quote' as const, at, citation, speaker: 'Anna Berg' }],
  },
}
