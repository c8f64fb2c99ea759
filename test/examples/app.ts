import { pictureKey } from '../../src/operations/articles/picture-home.ts'
import type { Answers } from './answers.ts'
import { article } from './views.ts'

/** A picture of one dark pixel on top of one light one, as PNG. */
const pixels = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAACCAAAAAC86un7AAAADElEQVR4nGNQYHgAAAFEAQFdKvHKAAAAAElFTkSuQmCC',
  'base64',
)

/** Pictures there are, and one whose outlet does not answer. */
export function appExamples(record: (name: string) => (input?: unknown) => Promise<undefined>) {
  return {
    get_picture: async ({ key, of }) => {
      if (key === pictureKey('https://pictures.example/gone.jpg', of))
        return { kind: 'failed', reason: 'unreachable', message: 'The server refused the connection' }
      if (key === pictureKey('https://pictures.example/none.jpg', of)) return undefined
      return { kind: 'picture', header: { type: 'image/png', width: 1, height: 2 }, bytes: pixels }
    },
    get_outlet_icon: async ({ id }) => (id === '7' ? { type: 'image/png', bytes: pixels } : undefined),
    find_page: async ({ url = '', text = '' }) => {
      const address = url || text
      if (address === article.article.url) return { kind: 'known', url: address, articleId: article.article.id }
      return address.startsWith('https://') ? { kind: 'unknown', url: address } : { kind: 'no-address' }
    },
    read_page: async (input) => {
      if (input.url.includes('broken')) return { kind: 'refused', message: 'The server says <no>.' }
      await record('readPage')(input)
      return { kind: 'read', articleId: article.article.id }
    },
  } satisfies Answers
}
