import { englishCueVerbs as cueVerbs } from '../../../languages/en/quotations.ts'

/**
 * How surely a verb reports speech, from labelled news: 3 `said, told` (94 of 100 are), 2 `added, claimed` (80),
 * 1 `described, welcomed` (fewer, and mostly with only a few words quoted).
 */
export type CueStrength = 1 | 2 | 3

export type Cue = {
  readonly lemma: string
  readonly strength: CueStrength
  /** `saying`, `adding`: its subject is that of the verb before. */
  readonly isParticiple: boolean
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const DOUBLED = /(?:admit|refer|quip|snap|slam|signal|rip|dub|rebut|brag)$/

/** The forms of a verb, lower case. */
export function formsOf(lemma: string): string[] {
  const irregular = cueVerbs.irregular[lemma]
  if (irregular) return irregular.split(' ')
  const stem = DOUBLED.test(lemma) ? lemma + lemma.slice(-1) : lemma
  if (/[^aeiou]y$/.test(lemma)) {
    const root = lemma.slice(0, -1)
    return [lemma, `${root}ies`, `${root}ied`, `${lemma}ing`]
  }
  const third = /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  if (lemma.endsWith('ee')) return [lemma, third, `${lemma}d`, `${lemma}ing`]
  if (lemma.endsWith('e')) return [lemma, third, `${lemma}d`, `${lemma.slice(0, -1)}ing`]
  return [lemma, third, `${stem}ed`, `${stem}ing`]
}

function lexicon(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, Cue>()
  const add = (lemmas: readonly string[], strength: CueStrength): void => {
    for (const lemma of lemmas)
      for (const form of formsOf(lemma)) cues.set(form, { lemma, strength, isParticiple: form.endsWith('ing') })
  }
  add(words(cueVerbs.quoting), 1)
  add(words(cueVerbs.weak), 1)
  add(words(cueVerbs.sure), 2)
  add(words(cueVerbs.surest), 3)
  return cues
}

const CUES = lexicon()
const NOUN_LIKE: ReadonlySet<string> = new Set(words(cueVerbs.nounLike))

/** The cue a word form can be, whatever its place in the sentence. Lower case. */
export function cueForm(lower: string): Cue | undefined {
  return CUES.get(lower)
}

/** True for `call`, `report`: only a verb tag makes them a cue. */
export function isNounLike(lower: string): boolean {
  return NOUN_LIKE.has(lower)
}

/** `describe X as`, `call X`: the words quoted may be far from the verb. */
export function takesDistantWords(lower: string): boolean {
  return /^(?:accus|criticiz|criticis|mock|attack|describ|call|label|brand|dubb|characteri|portray|introduc|hail|denounc|dismiss|prais|refer|highlight|condemn|slamm|blast|regard|cast|paint)/.test(
    lower,
  )
}
