import { eld } from 'eld/small'
import { primaryLanguage } from '../core/text/primary-language.ts'

/** Under this many words a guess is wrong about one time in five (eld small: 82 % right at 4 words, 93 % at 8). */
const FEWEST_WORDS = 4
/** Enough to tell the language; more text costs time and adds nothing. */
const SAMPLE_LENGTH = 1000
/** Letters of these scripts are written without spaces between words, so words are counted by letters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/**
 * BCP 47 language of a text. Under four words, or when the detector is in doubt, it is the declared language,
 * else `und`. A declared region is kept when the detector agrees with the language: `en-GB` stays `en-GB`.
 */
export function identifyLanguage(text: string, declared?: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  if (countWords(sample) < FEWEST_WORDS) return declared ?? 'und'
  const detected = eld.detect(sample)
  if (!detected.language || !detected.isReliable()) return declared ?? 'und'
  return declared !== undefined && primaryLanguage(declared) === detected.language ? declared : detected.language
}

function countWords(text: string): number {
  const spaced = text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0
  const unspaced = text.match(UNSPACED)?.length ?? 0
  return unspaced > 0 ? spaced + Math.floor(unspaced / 2) : spaced
}
