import { oncePerObject } from '../../core/once-per-object.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import type { SentenceText } from '../story-text.ts'

/** Words by which a sentence lays what it tells at somebody's door, in the languages that are read. */
const ATTRIBUTED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${inEveryLanguage(({ statements }) => statements?.attributed).join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
)

/** Whether a sentence names its source: `…, the army said`. */
export const isAttributed = oncePerObject(({ text }: Pick<SentenceText, 'text'>): boolean => ATTRIBUTED.test(text))
