import { primaryLanguage } from '../core/text/primary-language.ts'

const scripts: Readonly<Record<string, string>> = {
  Arabic: 'ar fa ur ps ckb sd ug',
  Cyrillic: 'ru uk bg be mk kk ky mn tg sr',
  Greek: 'el',
  Hebrew: 'he yi',
  Han: 'zh ja',
  Hangul: 'ko',
  Thai: 'th',
  Devanagari: 'hi mr ne',
  Bengali: 'bn',
  Armenian: 'hy',
  Georgian: 'ka',
}
const byLanguage = new Map(
  Object.entries(scripts).flatMap(([script, languages]) => languages.split(' ').map((code) => [code, script] as const)),
)
const letters = new Map(
  ['Latin', ...Object.keys(scripts)].map((script) => [
    script,
    script === 'Han'
      ? /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
      : new RegExp(`\\p{Script=${script}}`, 'gu'),
  ]),
)
/** Fewer letters may all be a name. */
const FEWEST = 10

/** The script of a language; a tag may specify another: `sr-Latn`. */
export function scriptOf(language: string): string {
  if (/-latn\b/i.test(language)) return 'Latin'
  return byLanguage.get(primaryLanguage(language)) ?? 'Latin'
}

/** True when the letters of a text are mostly those of its language; in other scripts there may be Latin names. */
export function isInScriptOf(text: string, language: string): boolean {
  const all = text.match(/\p{L}/gu)?.length ?? 0
  if (all < FEWEST) return true
  const script = scriptOf(language)
  const own = text.match(letters.get(script)!)?.length ?? 0
  return own / all >= (script === 'Latin' ? 0.7 : 0.4)
}
