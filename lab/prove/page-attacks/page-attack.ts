import type { ExtractInput } from '../../../src/extract/extract-input.ts'

/** A page that means harm. `make` builds it when it is its turn, since together they would be a quarter of a gigabyte. */
export type PageAttack = {
  readonly name: string
  readonly make: () => string
  /** What comes beside the page, such as a feed that works with it. */
  readonly beside?: () => Partial<ExtractInput>
  /** The bytes as they are sent, where they are not the page in UTF-8, and the type they are sent as. */
  readonly bytes?: () => { readonly body: Uint8Array; readonly contentType: string }
  /** True where the text of the article may go under with the rest: there is none, or it is behind what is too long. */
  readonly mayLoseText?: boolean
}

/** A sentence that reads like a report. */
export function sentenceOf(number: number): string {
  return `<p>Sentence number ${number}, with some words in it, commas too, and a conclusion that reads like prose. It goes on for a while so it scores well.</p>`
}

/** Of an article's sentences one that has to be found in what is read; the page `nul` has it with another letter in it. */
export const foundSentence = /Sentence num\ufffd?ber 5, with/

/** One text after the other. */
export function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}

/** Twelve sentences: the article that every attack is put around. */
export const good = times(12, sentenceOf)

/** A page with this in its article. */
export function inArticle(body: string, head = ''): string {
  return `<!doctype html><html><head><title>T</title><meta property="og:title" content="T">${head}</head><body><article>${body}</article></body></html>`
}
