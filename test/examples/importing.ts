import type { OpmlImportView } from '../../src/operations/feeds/opml-views.ts'
import type { ImportResult } from '../../src/operations/library/import-file.ts'
import type { MoveView } from '../../src/operations/library/move.ts'
import type { Answers } from './answers.ts'
import { article } from './views.ts'

/** What came of the links of a file, some of which were not taken. */
export const links: ImportResult = {
  kind: 'links',
  program: 'Pocket',
  total: 1240,
  added: 1199,
  waiting: 1203,
  read: 480,
  tagged: 77,
  skipped: ['Row 5: there is no URL.', 'Row 7: “javascript:<alert>” is not a web address.'],
}

/** A file that holds what only the owner may bring in. */
export const forOwner: ImportResult = { kind: 'refused', reason: 'owner-only', message: 'Only the owner' }

/** What articles of a file came to. */
export const articles: ImportResult = {
  kind: 'imported',
  articles: [
    { title: 'One', outlet: 'A', kind: 'kept' },
    { title: '<Two>', outlet: 'B', kind: 'failed', message: 'It took too long to read. Import it in smaller parts.' },
  ],
  skipped: ['https://a.example/b.png: is image/png, not HTML'],
}

/** A list that comes in, and one that has. */
export const lists: readonly OpmlImportView[] = [
  {
    id: 'list-1',
    name: '<all>.opml',
    state: 'running',
    feedCount: 1200,
    doneCount: 300,
    added: 290,
    existing: 10,
    skipped: ['<One>: “exec:x” is not a web address'],
    at: '2025-08-19T10:00:00.000Z',
  },
  {
    id: 'list-2',
    name: '',
    state: 'done',
    feedCount: 3,
    doneCount: 3,
    added: 3,
    existing: 0,
    skipped: [],
    at: '2025-08-18T10:00:00.000Z',
    endedAt: '2025-08-18T10:00:01.000Z',
  },
]

/** A move that runs: some has come, some cannot. */
export const move: MoveView = {
  id: 'move-1',
  from: 'miniflux',
  address: 'https://<reader>.example/',
  user: 'ada',
  state: 'running',
  share: 0.25,
  counts: { feeds: 280, feedsHere: 20, articles: 2250, read: 1500, stars: 125, tagged: 0, links: 0 },
  skipped: ['<Old>: “mailto:x” isn’t the web address of a feed.'],
  at: '2025-08-19T10:00:00.000Z',
}

/** Files by their first words, and pages of which one is read, one cannot be, and one is none. */
export function importingOperations(changes: unknown[]) {
  return {
    import_file: async ({ bytes, name }) => {
      const start = new TextDecoder().decode(bytes.subarray(0, 20))
      changes.push(['importFile', { name, start }])
      if (start.startsWith('url,')) return links
      if (start.startsWith('WARC')) return articles
      if (start.startsWith('<opml long')) return { kind: 'queued', importId: 'list-1', feedCount: 1200, skipped: [] }
      if (start.startsWith('<opml')) return { kind: 'added', added: 2, existing: 1, titles: [], ids: [], skipped: [] }
      return start === '' ? { kind: 'refused', message: `${name} is empty.` } : forOwner
    },
    import_opml: async (input) => {
      changes.push(['importOpml', input])
      if (input.text.startsWith('<opml long'))
        return { kind: 'queued', importId: 'list-1', feedCount: 1200, skipped: [] }
      return { kind: 'added', added: 3, existing: 2, titles: [], ids: [], skipped: [] }
    },
    import_opml_from: async (input) => {
      changes.push(['importOpmlFrom', input])
      return input.url.includes('list')
        ? { kind: 'queued', importId: 'list-1', feedCount: 1200, skipped: [] }
        : { kind: 'refused', reason: 'not-opml', message: 'This is not an <opml> file.' }
    },
    get_opml_import: async ({ id }) => lists.find((list) => list.id === id),
    list_opml_imports: async () => lists,
    cancel_opml_import: async (input) => {
      changes.push(['cancelOpmlImport', input])
      return true
    },
    get_move: async () => move,
    start_move: async (input) => {
      changes.push(['startMove', input])
      return input.password === 'wrong'
        ? { kind: 'refused', message: 'The server did not accept the <name> or password.' }
        : { kind: 'started', id: move.id, feedCount: 300 }
    },
    stop_move: async () => {
      changes.push(['stopMove'])
      return true
    },
    add_article: async (input) => {
      changes.push(['addArticle', input])
      if (input.url.includes('broken'))
        return { kind: 'kept', entryId: 'entry-2' as never, message: 'The server says <no>.' }
      if (!input.url.startsWith('https://')) return { kind: 'refused', message: `“${input.url}” is not a web address.` }
      return { kind: 'saved', articleId: article.article.id, isNew: true }
    },
  } satisfies Answers
}
