import { type Finding, wrong } from './finding.ts'
import type { Passage } from './read-passage.ts'

const quoted =
  /["“«„]([^"“”«»„]{1,400})["”»“]|(?<![\p{L}\p{N}])[‘']([^‘’'"]{2,400}?(?:[’'](?=\p{L})[^‘’'"]{1,400}?)*)[’'](?![\p{L}\p{N}])/gu

/** Words in quotation marks must be in a cited sentence letter by letter; the form of marks and spaces is not compared. */
export function checkQuotation(text: string, cited: readonly Passage[]): Finding {
  const sentences = cited.map((passage) => plain(passage.text))
  for (const match of text.matchAll(quoted)) {
    const words = plain(match[1] ?? match[2] ?? '').replace(/[.,;:!?]$/, '')
    if (!sentences.some((sentence) => isWhole(sentence, words)))
      return wrong('quotation', `The words “${words}” stand in no cited sentence.`)
  }
  const opened = text.match(/["“”]/g)?.length ?? 0
  if (opened % 2 === 1 && !cited.some((passage) => plain(passage.text).includes(plain(text))))
    return wrong('quotation', 'A quotation is opened and not closed.')
  return undefined
}

function isWhole(sentence: string, words: string): boolean {
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1))
    if (!/[\p{L}\p{N}]$/u.test(sentence.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(sentence.slice(at + words.length)))
      return true
  return false
}

function plain(text: string): string {
  return text
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
