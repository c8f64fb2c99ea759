import { primaryLanguage } from '../core/translation.ts'

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

/** True when a translation is as long as one between these languages may be. */
export function isOfLength(original: string, translated: string, from: string, to: string): boolean {
  const expected = original.length * (lengthIn(to) / lengthIn(from))
  return original.length < SHORT
    ? translated.length <= expected * 2.5 + 25 && translated.length >= expected * 0.2
    : translated.length <= expected * 2 + 10 && translated.length >= expected * 0.5
}

function lengthIn(language: string): number {
  return relative[primaryLanguage(language)] ?? 1
}
