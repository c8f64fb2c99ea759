import { nth } from '../core/nth.ts'
import { packOf } from '../languages/all.ts'
import type { TranslationWords, Unit } from '../languages/pack.ts'
import { inWesternDigits } from './written-numbers.ts'

type Patterns = { readonly after: RegExp; readonly anywhere: RegExp; readonly mark: RegExp | undefined }
const compiled = new Map<TranslationWords, readonly Patterns[]>()

/** The patterns of each unit in a language, made with the first translation that is checked: few processes check one. */
function patternsOf(words: TranslationWords): readonly Patterns[] {
  const known = compiled.get(words)
  if (known) return known
  const patterns = (Object.keys(words.units) as Unit[]).sort().map((name) => {
    const unit = words.units[name]
    const mark = /^[%\\$€£]+(?:\|٪)?/.exec(unit)?.[0]
    return {
      after: new RegExp(`${words.beforeUnit}[\\s\\u00a0-]*(?:${unit})(?!\\p{L})`, 'iu'),
      anywhere: new RegExp(`(?<!\\p{L})(?:[وبلف]?(?:ال)?)(?:${unit})(?!\\p{L})`, 'iu'),
      mark: mark === undefined ? undefined : new RegExp(mark, 'u'),
    }
  })
  compiled.set(words, patterns)
  return patterns
}

/**
 * True when units are unchanged: a unit after a number, or its mark, has its name or mark in the other text too, in both directions. Only
 * for languages whose unit names are known; others pass.
 */
export function keepsUnits(original: string, translated: string, from: string, to: string): boolean {
  const [source, target] = [packOf(from)?.translation, packOf(to)?.translation]
  if (!source || !target) return true
  const [asked, given] = [inWesternDigits(original), inWesternDigits(translated)]
  const [inSource, inTarget] = [patternsOf(source), patternsOf(target)]
  const isMeant = ({ after, mark }: Patterns, text: string) => after.test(text) || mark?.test(text) === true
  const isNamed = (unit: Patterns, text: string) => isMeant(unit, text) || unit.anywhere.test(text)
  return inSource.every((unit, at) => {
    const other = nth(inTarget, at)
    if (isMeant(unit, asked) && !isNamed(other, given)) return false
    return !isMeant(other, given) || isNamed(unit, asked)
  })
}
