import { englishCueVerbs as cueVerbs } from '../../../languages/en/quotations.ts'
import type { ReportComplement, ReportFrame } from '../../../languages/quotation-words.ts'
import { formsOf } from './cue-verbs.ts'

/**
 * How often a frame is a report, pooled over its rows (`confidence.ts` has the shares): the page says "probably" of `likely` and
 * `doubtful` ones.
 */
export type Grade = ReportFrame['grade']

/** `isTopic`: the complement names what was spoken of; it is not what was said of it. */
export type Frame = { readonly grade: Grade; readonly isTopic: boolean; readonly by: 'outlet' | undefined }

/** Complements that are what was said; the others name what was spoken of. */
const CONTENT: ReadonlySet<ReportComplement> = new Set(['that', 'clause', 'question', 'to', 'passive to'])

export type Frames = ReadonlyMap<ReportComplement, Frame>

function framesBy(
  rows: readonly ReportFrame[],
  forms: (lemma: string) => readonly string[],
): ReadonlyMap<string, Frames> {
  const frames = new Map<string, Map<ReportComplement, Frame>>()
  for (const { verbs, with: word, takes, grade, isTopic, by } of rows)
    for (const lemma of verbs.trim().split(/\s+/))
      for (const form of forms(lemma)) {
        const key = word ? `${form} ${word}` : form
        const known = frames.get(key) ?? new Map<ReportComplement, Frame>()
        for (const kind of takes) {
          const frame: Frame = { grade, isTopic: isTopic ?? !CONTENT.has(kind), by }
          if (!known.has(kind)) known.set(kind, frame)
        }
        frames.set(key, known)
      }
  return frames
}

/** Forms that make no cue of their own. */
const PARTICIPLES: { readonly [lemma: string]: readonly string[] } = { see: ['seen'], show: ['shown'] }

const VERBS = framesBy(cueVerbs.frames, (lemma) => [...formsOf(lemma), ...(PARTICIPLES[lemma] ?? [])])
const AFTER_BE = framesBy(cueVerbs.adjectives, (word) => [word])
const SECOND_WORDS: ReadonlySet<string> = new Set(cueVerbs.frames.flatMap((row) => row.with ?? []))

/** The complements with which a verb form is a report, and how surely; with `second` those of both words. Lower case. */
export function framesOf(lower: string, second?: string): Frames | undefined {
  return VERBS.get(second === undefined ? lower : `${lower} ${second}`)
}

/** The same for an adjective after `be`. */
export function framesAfterBe(lower: string): Frames | undefined {
  return AFTER_BE.get(lower)
}

/** True for `out`, `clear`: words that some verb has with it. */
export function isSecondWord(lower: string): boolean {
  return SECOND_WORDS.has(lower)
}

const WITH_SECOND: ReadonlySet<string> = new Set(
  cueVerbs.frames.flatMap((row) => (row.with ? row.verbs.split(/\s+/).flatMap((lemma) => formsOf(lemma)) : [])),
)

const IN_FRAMES: ReadonlySet<string> = new Set([...VERBS.keys(), ...AFTER_BE.keys(), ...WITH_SECOND])

/** True for the forms of `point`, `make`: some row has them with a second word. */
export function takesSecondWord(lower: string): boolean {
  return WITH_SECOND.has(lower)
}

/** True for a word that some row has. */
export function isInFrames(lower: string): boolean {
  return IN_FRAMES.has(lower)
}
