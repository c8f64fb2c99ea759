import { primaryLanguage } from '../core/primary-language.ts'

/** How long a text is beside the same in English: rough means of parallel news. Absent: about as long. */
const relative: Readonly<Record<string, number>> = {
  ar: 0.85,
  he: 0.78,
  fa: 0.95,
  ur: 1,
  zh: 0.32,
  ja: 0.45,
  ko: 0.55,
  th: 0.95,
  fr: 1.17,
  es: 1.12,
  it: 1.12,
  pt: 1.1,
  de: 1.14,
  el: 1.15,
  ru: 1.05,
}
/** Short sentences differ more. */
const SHORT = 40

/** So many words said twice in a row are a translator that turns in a circle. */
const WORDS_OF_A_LOOP = 3
/** More words than any sentence has. */
const MOST_WORDS = 1_000

/** True when a translation is as long as one between these languages may be, and says nothing twice in a row. */
export function isOfLength(original: string, translated: string, from: string, to: string): boolean {
  if (loops(translated) && !loops(original)) return false
  const expected = original.length * (lengthIn(to) / lengthIn(from))
  return original.length < SHORT
    ? translated.length <= expected * 2.5 + 25 && translated.length >= expected * 0.2
    : translated.length <= expected * 2 + 10 && translated.length >= expected * 0.5
}

/** True when a run of words is followed by itself. */
function loops(text: string): boolean {
  const words = (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
  for (let length = WORDS_OF_A_LOOP; length * 2 <= words.length; length++) {
    let same = 0
    for (let at = 0; at + length < words.length; at++) {
      same = words[at] === words[at + length] ? same + 1 : 0
      if (same === length) return true
    }
  }
  return false
}

function lengthIn(language: string): number {
  return relative[primaryLanguage(language)] ?? 1
}
