import type { QuoteCheck } from '../core/comment.ts'
import type { Document } from '../core/document.ts'
import { nth } from '../core/nth.ts'
import type { CommentBlock } from '../core/text/comment-text.ts'

/** Shorter quotations could match anywhere. */
const fewestLetters = 4

/**
 * Finds the words of a quotation, letter by letter, in the first document that has them or in the comment being answered. Only spaces, line
 * breaks and the form of quotation marks may differ.
 */
export function checkQuote(
  quote: string,
  documents: readonly Pick<Document, 'id' | 'text'>[],
  answered = '',
): QuoteCheck {
  const sought = unquoted(fold(quote).text.trim())
  if ((sought.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) return { kind: 'not-found' }
  for (const { id, text } of documents) {
    const folded = fold(text)
    const index = folded.text.indexOf(sought)
    if (index < 0) continue
    const start = nth(folded.places, index)
    const end = nth(folded.places, index + sought.length - 1) + 1
    // A citation must not begin or end within a surrogate pair.
    if (/[\udc00-\udfff]/.test(text[start] ?? '') || /[\ud800-\udbff]/.test(text[end - 1] ?? '')) continue
    return { kind: 'found', documentId: id, start, end }
  }
  return fold(answered).text.includes(sought) ? { kind: 'comment' } : { kind: 'not-found' }
}

/** Adds the result of each check to its quotation, in order; quotations beyond the last result get none. */
export function withChecks(blocks: readonly CommentBlock[], checks: readonly QuoteCheck[]): readonly CommentBlock[] {
  let next = 0
  const walk = (inside: readonly CommentBlock[]): readonly CommentBlock[] =>
    inside.map((block): CommentBlock => {
      if (block.kind === 'list') return { ...block, items: block.items.map(walk) }
      if (block.kind !== 'quote') return block
      const check = checks[next++]
      return check ? { ...block, check } : block
    })
  return walk(blocks)
}

/** A text with every white space as one space, quotation marks in one form, and the original offset of each letter. */
function fold(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = []
  let folded = ''
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!
    if (/[\s\u00a0\u2000-\u200a\u202f\u3000]/.test(letter)) {
      if (folded.endsWith(' ')) continue
      folded += ' '
    } else if (/["\u201c-\u201f\u00ab\u00bb\u2033]/.test(letter)) folded += '"'
    else if (/['\u2018-\u201b\u2039\u203a\u2032]/.test(letter)) folded += "'"
    else folded += letter
    places.push(index)
  }
  return { text: folded, places }
}

/** Removes quotation marks around the whole text, which people add out of habit. */
function unquoted(text: string): string {
  const isWhole = text.length > 2 && text.startsWith('"') && text.endsWith('"') && !text.slice(1, -1).includes('"')
  return isWhole ? text.slice(1, -1).trim() : text
}
