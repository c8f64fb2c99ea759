import { hashOf } from '../../../src/feeds/content-hash.ts'

const markup = /(<script\b[^>]*>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>|<[^>]*>)/i
const word = /(?<![\p{L}&])[A-Za-z]{6,}(?!\p{L})/gu

/** Words of pages by what they look like: case, length and ending, so that one can stand where another stood. */
export type Wordbook = ReadonlyMap<string, readonly string[]>

/** Collects the words of pages that may stand for each other. */
export function wordbookOf(pages: readonly string[]): Wordbook {
  const book = new Map<string, Set<string>>()
  for (const html of pages)
    for (const piece of html.split(markup).filter((_, at) => at % 2 === 0))
      for (const [found] of piece.matchAll(word)) {
        const shape = shapeOf(found)
        const words = book.get(shape) ?? new Set()
        book.set(shape, words)
        if (words.size < 400) words.add(found)
      }
  return new Map([...book].map(([shape, words]) => [shape, [...words]]))
}

/**
 * The same page about something else: half of its longer words become others of the same shape, each the same one throughout, so
 * that it costs what the page costs and is a copy of nothing. Another `number`, another page.
 */
export function varyPage(html: string, book: Wordbook, number: number): string {
  const chosen = new Map<string, string>()
  const other = (found: string): string => {
    const known = chosen.get(found)
    if (known !== undefined) return known
    const seed = Number.parseInt(hashOf([found, String(number)]), 36)
    const words = book.get(shapeOf(found)) ?? [found]
    const made = seed % 2 === 0 ? found : words[Math.floor(seed / 2) % words.length]!
    chosen.set(found, made)
    return made
  }
  return html
    .split(markup)
    .map((piece, at) => (at % 2 === 0 ? piece.replace(word, other) : piece))
    .join('')
}

function shapeOf(found: string): string {
  const case_ = /^[A-Z]+$/.test(found) ? 'all' : /^[A-Z]/.test(found) ? 'first' : 'none'
  return `${case_} ${Math.min(12, found.length)} ${found.slice(-2).toLowerCase()}`
}
