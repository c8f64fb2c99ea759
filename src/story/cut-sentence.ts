import { isAttributed } from './people/is-attributed.ts'

/** Where a clause may end: before the comma, the semicolon, the colon or the dash. */
const clauseEnd = /[,;:،؛]\s|\s[–—]\s/gu
/** What follows and changes the meaning of what is before it. */
const turning =
  /^[\s,;:،؛–—]*(?:unless|if|but|except|although|though|not|without|provided|on condition|only|sauf|mais|si|à condition|sans|pas|jusqu|لكن|إلا|إذا|شريطة|دون|ليس)(?![\p{L}])/iu
/** A shorter beginning says too little. */
const leastPart = 0.4

/**
 * Where a list that has room for `most` characters cuts a sentence: at the end of a clause. Undefined when the sentence fits, and when it
 * can't be cut without losing who said it, a condition, or the end of a quotation or bracket; it is then shown whole.
 */
export function cutPlace(text: string, most: number): number | undefined {
  if (text.length <= most) return undefined
  const ends = [...text.slice(0, most + 1).matchAll(clauseEnd)].map(({ index }) => index)
  return ends.findLast((at) => {
    const [head, rest] = [text.slice(0, at), text.slice(at)]
    if (at < most * leastPart || turning.test(rest) || isOpen(head)) return false
    return isAttributed({ text: head }) || !isAttributed({ text: rest })
  })
}

/** True when a quotation or a bracket begun in a text does not end in it. */
function isOpen(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0
  return (
    count(/"/g) % 2 !== 0 ||
    count(/[“„]/g) > count(/”/g) ||
    count(/«/g) > count(/»/g) ||
    count(/‘/g) > count(/’/g) ||
    count(/\(/g) > count(/\)/g)
  )
}
