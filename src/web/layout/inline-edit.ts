import type { Citation } from '../../core/citation.ts'
import type { WordEdits } from '../../core/reading/revision-diff.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, type Piece } from './html.ts'

/** Words that are gone, told as such to who does not see how they are set. */
export function goneWords(text: Piece, { language, words }: Reader): Html {
  return html`<del><span class="sr" lang="${language}">${words.revised.gone} </span>${text}</del>`
}

/** Words that are new, in the same way. */
export function newWords(text: Piece, { language, words }: Reader): Html {
  return html`<ins><span class="sr" lang="${language}">${words.revised.put} </span>${text}</ins>`
}

type Side = Pick<Citation, 'exact' | 'span'>

/**
 * Two wordings of a sentence in one: the newer letter by letter, with what is new marked, and what is gone standing where it
 * stood. Both have the same letters where nothing changed, so that a place in one is known by how many of them lie before it.
 */
export function inlineEdit(before: Side, after: Side, words: WordEdits, reader: Reader): Html {
  const gone = words.gone.map(({ start, end }) => [start - before.span.start, end - before.span.start] as const)
  const put = words.put.map(({ start, end }) => [start - after.span.start, end - after.span.start] as const)
  let keptBefore = 0
  let at = 0
  const waiting = gone.map(([start, end]) => {
    keptBefore += lettersIn(before.exact.slice(at, start))
    at = end
    return { kept: keptBefore, text: before.exact.slice(start, end) }
  })
  const pieces: (Html | string)[] = []
  let kept = 0
  let next = 0
  const tellGone = () => {
    for (let one = waiting[next]; one && one.kept <= kept; one = waiting[++next]) {
      const last = pieces.at(-1)
      if (typeof last === 'string' && /\S$/.test(last)) pieces.push(' ')
      pieces.push(goneWords(one.text, reader), ' ')
    }
  }
  const tellKept = (text: string) => {
    let from = 0
    for (let index = 0; index < text.length; index++) {
      if (/\s/.test(text[index]!)) continue
      const one = waiting[next]
      if (one && one.kept <= kept) {
        pieces.push(text.slice(from, index))
        from = index
        tellGone()
      }
      kept += 1
    }
    pieces.push(text.slice(from))
  }
  let from = 0
  for (const [start, end] of put) {
    tellKept(after.exact.slice(from, start))
    tellGone()
    pieces.push(newWords(after.exact.slice(start, end), reader))
    from = end
  }
  tellKept(after.exact.slice(from))
  kept = Number.POSITIVE_INFINITY
  tellGone()
  return html`${pieces}`
}

function lettersIn(text: string): number {
  return text.replace(/\s/g, '').length
}
