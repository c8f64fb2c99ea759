import { html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that is safe to put on a page: everything foreign in it has been escaped. */
export type Html = HtmlEscapedString

/** What may stand in a template; `false` and `undefined` leave nothing. */
export type Piece = string | number | false | undefined | Html | readonly Piece[]

/** Markup from a template; strings are escaped in text and in attributes alike. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const made = template(strings, ...pieces)
  if (made instanceof Promise) throw new Error('A page waits for a promise: await it before the template')
  return made
}

export { raw } from 'hono/html'

/** Pieces as a list within a line, with the comma of the language. */
export function listed(
  pieces: readonly Piece[],
  { words }: { readonly words: { readonly direction: 'ltr' | 'rtl' } },
): readonly Piece[] {
  return joined(pieces, words.direction === 'rtl' ? '، ' : ', ')
}

/** Pieces with a separator between those that are there. */
export function joined(pieces: readonly Piece[], separator: Piece): readonly Piece[] {
  const present = pieces.filter((piece) => piece !== undefined && piece !== false && piece !== '')
  return present.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}
