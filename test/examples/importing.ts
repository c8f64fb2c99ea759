import type { ImportResult } from '../../src/operations/import-file.ts'
import type { ImportingOperations } from '../../src/web/importing-operations.ts'
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
  skipped: ['Row 5: there is no address.', 'Row 7: “javascript:<alert>” is not a web address.'],
}

/** A file that holds what only the owner may bring in. */
export const forOwner: ImportResult = { kind: 'refused', reason: 'owner-only', message: 'Only the owner' }

/** What articles of a file came to. */
export const articles: ImportResult = {
  kind: 'imported',
  articles: [
    { title: 'One', outlet: 'A', kind: 'kept' },
    { title: '<Two>', outlet: 'B', kind: 'failed', message: 'It took too long to read.' },
  ],
  skipped: ['https://a.example/b.png: is image/png, not HTML'],
}

/** Files by their first words, and pages of which one is read, one cannot be, and one is none. */
export function importingOperations(changes: unknown[]): ImportingOperations {
  return {
    importFile: async ({ bytes, name }) => {
      const start = new TextDecoder().decode(bytes.subarray(0, 20))
      changes.push(['importFile', { name, start }])
      if (start.startsWith('url,')) return links
      if (start.startsWith('WARC')) return articles
      if (start.startsWith('<opml')) return { kind: 'added', added: 2, existing: 1, titles: [], ids: [] }
      return start === '' ? { kind: 'refused', message: `${name} is empty.` } : forOwner
    },
    addArticle: async (input) => {
      changes.push(['addArticle', input])
      if (input.url.includes('broken'))
        return { kind: 'kept', entryId: 'entry-2' as never, message: 'The server says <no>.' }
      if (!input.url.startsWith('https://')) return { kind: 'refused', message: `“${input.url}” is not a web address.` }
      return { kind: 'saved', articleId: article.article.id, isNew: true }
    },
  }
}
