import { nameWordKey } from '../../core/names/name-spelling.ts'
import { packOf } from '../../languages/all.ts'

/** Consonants by sound; letters that transliteration confuses are the same. Vowels and h are dropped. */
const latin: { readonly [letters: string]: string } = {
  b: 'P',
  p: 'P',
  f: 'F',
  v: 'F',
  k: 'K',
  c: 'K',
  q: 'K',
  g: 'K',
  x: 'KS',
  s: 'S',
  z: 'S',
  j: 'S',
  t: 'T',
  d: 'T',
  l: 'L',
  r: 'R',
  m: 'M',
  n: 'N',
}
const cyrillic: { readonly [letter: string]: string } = {
  б: 'P',
  п: 'P',
  в: 'F',
  ф: 'F',
  г: 'K',
  к: 'K',
  ж: 'S',
  з: 'S',
  с: 'S',
  ц: 'S',
  ч: 'S',
  ш: 'S',
  щ: 'S',
  т: 'T',
  д: 'T',
  л: 'L',
  р: 'R',
  м: 'M',
  н: 'N',
}
const arabic: { readonly [letter: string]: string } = {
  ب: 'P',
  پ: 'P',
  ف: 'F',
  ڤ: 'F',
  ك: 'K',
  ق: 'K',
  غ: 'K',
  خ: 'K',
  گ: 'K',
  س: 'S',
  ص: 'S',
  ز: 'S',
  ش: 'S',
  ج: 'S',
  ظ: 'S',
  چ: 'S',
  ژ: 'S',
  ت: 'T',
  ة: '',
  ط: 'T',
  د: 'T',
  ض: 'T',
  ذ: 'T',
  ث: 'T',
  ل: 'L',
  ر: 'R',
  م: 'M',
  ن: 'N',
}

/**
 * How the consonants of a name's word sound, the same for Latin, Cyrillic and Arabic letters: `Merkulin`, `Меркулин` and `ميركولين` are
 * `MRKLN`. A word that begins with a vowel begins with `A`. A lookup key, not a word.
 */
export function soundKey(word: string, language: string): string {
  const first = word.charCodeAt(0)
  if (first >= 0x600 && first <= 0x6ff) return keyOf(word.replace(/[\p{M}ـ]/gu, ''), arabic)
  if (first >= 0x400 && first <= 0x4ff) return keyOf(word.toLowerCase(), cyrillic)
  const folded = nameWordKey(word).replace(/[^a-z]/g, '')
  return keyOf(spelled(folded, language), latin)
}

/** Groups of letters for one sound, by language where they differ. */
function spelled(word: string, language: string): string {
  const sounds = packOf(language)?.sounds
  const common = word
    .replace(/tsch|sch|tch|sh|ch(?=[ei])/g, 's')
    .replace(/ph/g, 'f')
    .replace(/ch/g, sounds?.ch ?? 's')
    .replace(/ts|tz/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/qu/g, 'kv')
  return sounds?.w ? common.replace(/w/g, sounds.w) : common
}

function keyOf(word: string, sounds: { readonly [letter: string]: string }): string {
  let key = ''
  for (const letter of word) {
    const sound = sounds[letter] ?? ''
    if (key === '' && sound === '') key = 'A'
    else if (sound !== '' && !key.endsWith(sound)) key += sound
  }
  return key
}
