import { primaryLanguage } from '../core/primary-language.ts'
import type { TranslationFlaw } from '../core/translation.ts'
import { hasForeignForm } from './translated-form.ts'
import { isOfLength } from './translated-length.ts'
import { bringsName } from './translated-names.ts'
import { keepsNegation } from './translated-negation.ts'
import { keepsNumbers } from './translated-numbers.ts'
import { isInScriptOf, scriptOf } from './translated-script.ts'
import { keepsUnits } from './translated-units.ts'

/** A sentence and what a translator made of it. */
export type TranslationToCheck = {
  readonly original: string
  /** Undefined: nothing came back. */
  readonly translated: string | undefined
  /** BCP 47; `und` when it is not known. */
  readonly from: string
  readonly to: string
  /** Names of people in the original, as they stand there. */
  readonly names: readonly string[]
  /** Language of a text, BCP 47; `und` when in doubt. Handed in, since telling languages is another station's work. */
  readonly identify: (text: string) => string
}

/** Fewer words are not enough to tell close languages apart. */
const WORDS_TO_TELL = 8
/** With so many, another language than the one asked for is a flaw even when it is not the original's. */
const WORDS_TO_BE_SURE = 10
/** Languages that are taken for one another. */
const alike = [
  'es pt gl ca',
  'no nb nn da sv',
  'hr sr bs sl',
  'cs sk',
  'ru uk bg be mk',
  'id ms',
  'ar fa ur',
  'nl af',
].map((group) => group.split(' '))

/**
 * Holds a translated sentence against its original: the first way in which it fails, undefined when it passes. What is checked is what
 * can be told without understanding either language: that figures, units, names and negations are there, and nothing was brought in.
 * Words that mean numbers, units and negation are known in English, French and Arabic; between other languages those checks rest on
 * digits alone. That the sentence says the same is not proved: the original stays one tap away.
 */
export function checkTranslation(given: TranslationToCheck): TranslationFlaw | undefined {
  const { original, translated, from, to } = given
  if (translated === undefined || !/\p{L}/u.test(translated)) return 'missing'
  if (hasForeignForm(original, translated)) return 'form'
  if (isSame(original, translated)) return 'same'
  if (!isInLanguage(given, translated)) return 'language'
  if (!isOfLength(original, translated, from, to)) return 'length'
  if (!keepsNumbers(original, translated, from, to)) return 'number'
  if (!keepsUnits(original, translated, from, to)) return 'unit'
  if (!keepsNegation(original, translated, from, to)) return 'negation'
  return keepsNames(given, translated) && !bringsName(original, translated, from, to) ? undefined : 'name'
}

/** Names and figures alone may come back as they are; a sentence may not. */
function isSame(original: string, translated: string): boolean {
  const words = original.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const isSentence = words.length >= 4 && words.some((word) => word.length > 2 && word === word.toLowerCase())
  return isSentence && folded(original) === folded(translated)
}

function isInLanguage({ from, to, identify }: TranslationToCheck, translated: string): boolean {
  if (!isInScriptOf(translated, to)) return false
  const words = translated.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0
  if (words < WORDS_TO_TELL) return true
  const [found, wanted, source] = [identify(translated), to, from].map(primaryLanguage)
  if (found === 'und' || found === wanted || found === undefined) return true
  if (alike.some((group) => group.includes(found) && group.includes(wanted ?? ''))) return true
  return found !== source && words < WORDS_TO_BE_SURE
}

/** Between languages of one script that writes names alike, every part of a name stands in the translation. */
function keepsNames({ names, from, to }: TranslationToCheck, translated: string): boolean {
  if (scriptOf(from) !== 'Latin' || scriptOf(to) !== 'Latin') return true
  const text = folded(translated)
  const parts = names.flatMap((name) => name.match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [])
  return parts.every((part) => text.includes(folded(part)))
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
