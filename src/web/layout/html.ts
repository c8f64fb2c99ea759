import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

const FIRST_ISOLATE = 0x2066
const END_ISOLATE = 0x2069

/**
 * Replaces unpaired isolate characters by a zero-width space, keeping the length of the text. An unpaired one would find its partner
 * outside: the end of an element (`bdi`) would end the isolate inside, and everything after it would be reordered (UAX 9, BD9).
 */
export function balanceIsolates(text: string): string {
  const open: number[] = []
  const lone: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_ISOLATE || code > END_ISOLATE) continue
    if (code !== END_ISOLATE) open.push(at)
    else if (open.pop() === undefined) lone.push(at)
  }
  if (open.length + lone.length === 0) return text
  const alone = new Set([...open, ...lone])
  return Array.from({ length: text.length }, (_, at) => (alone.has(at) ? '\u200b' : text[at])).join('')
}

/** Markup that is safe to put on a page: all foreign content in it is escaped. */
export type Html = HtmlEscapedString

/** What a template accepts; `false` and `undefined` output nothing. */
export type Piece = string | number | false | undefined | Html | readonly Piece[]

/** Markup from a template; strings are escaped in text and in attributes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let markup = strings[0] as string
  for (let index = 0; index < pieces.length; index++)
    markup += written(pieces[index], strings[index] as string) + strings[index + 1]
  return raw(markup)
}

export { raw }

/** A piece as markup. Called thousands of times per page, so it is the hottest function of rendering. */
function written(piece: unknown, before: string): string {
  if (typeof piece === 'string') return escaped(piece, before)
  if (typeof piece === 'number') return String(piece)
  if (piece === undefined || piece === null || typeof piece === 'boolean') return ''
  if (Array.isArray(piece)) {
    let markup = ''
    for (const part of piece) markup += written(part, before)
    return markup
  }
  if (piece instanceof Promise) throw new Error('A page waits for a promise: await it before the template')
  return (piece as Partial<Html>).isEscaped === true ? String(piece) : escaped(String(piece), before)
}

const special = /[&<>"'\u2066-\u2069]/
const everySpecial = /[&<>"']/g
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string, before: string): string {
  if (!special.test(text)) return text
  // The value of a field comes back with the form, and must be unchanged.
  const closed = before.endsWith('="') ? text : balanceIsolates(text)
  return closed.replace(everySpecial, (letter) => references[letter] as string)
}

/** Pieces as a list within a line, with the comma of the language. */
export function listed(
  pieces: readonly Piece[],
  { words }: { readonly words: { readonly direction: 'ltr' | 'rtl' } },
): readonly Piece[] {
  return joined(pieces, words.direction === 'rtl' ? '، ' : ', ')
}

/** Pieces with a separator between those present. */
export function joined(pieces: readonly Piece[], separator: Piece): readonly Piece[] {
  const present = pieces.filter((piece) => piece !== undefined && piece !== false && piece !== '')
  return present.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Direction of a language's script by its BCP 47 tag; `auto` when unknown. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (!language || language === 'und') return 'auto'
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  if (rest.includes('latn')) return 'ltr'
  return rightToLeft.has(primary) || rest.includes('arab') || rest.includes('hebr') ? 'rtl' : 'ltr'
}

/** ` lang="ar" dir="rtl"`: attributes for an element whose whole text is foreign. */
export function languageAttributes(language: string | undefined): Html {
  const isKnown = language !== undefined && language !== 'und' && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)
  return isKnown ? html` lang="${language}" dir="${directionOf(language)}"` : html` dir="auto"`
}

/** The name of a language in another: `Polish`; the tag itself when it is invalid. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language.replaceAll('_', '-')) ?? language
  } catch {
    return language // a page may declare any string as its language
  }
}

/** Foreign words within a line of ours, isolated so that their direction cannot reorder the line. */
export function foreign(text: Piece, language?: string): Html {
  return html`<bdi${language ? languageAttributes(language) : ''}>${text}</bdi>`
}
