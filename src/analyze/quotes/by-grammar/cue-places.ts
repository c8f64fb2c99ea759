import { isModifier, isNominal, type Phrase } from '../../grammar/noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token, wordAt } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import type { Cue } from './cue-verbs.ts'

/** A reporting verb, or `according to`, with its subject. `at` is its (first) word, `last` its last. */
export type CuePlace = {
  readonly sentence: ParsedSentence
  readonly at: number
  readonly last: number
  readonly cue: Cue
  readonly subject?: Subject
}

/** All cues of a sentence outside quotations, in order. */
export function cuesIn(sentence: ParsedSentence): CuePlace[] {
  const { tokens } = sentence
  if (tokens.length > LONGEST_SENTENCE) return []
  const places: CuePlace[] = []
  for (const token of tokens) {
    const cue = isAside(tokens, token.at) || isPlea(tokens, token.at) ? undefined : cueOf(sentence, token)
    const isWithParticle = opensPhrasalCue(tokens, token.at)
    if (isWithParticle) {
      const phrasal: Cue = { lemma: `${token.lower} ${tokens[token.at + 1]?.lower}`, strength: 2, isParticiple: false }
      places.push({ sentence, at: token.at, last: token.at + 1, cue: phrasal })
    } else if (cue) places.push({ sentence, at: token.at, last: token.at, cue })
    const subject = accordingTo(tokens, token.at)
    if (subject) {
      const lemma = 'according to'
      places.push({
        sentence,
        at: token.at,
        last: token.at + 1,
        cue: { lemma, strength: 3, isParticiple: false },
        subject,
      })
    }
  }
  return places
}

/** `shot back`, `chimed in`: nothing but a sign or the words said may follow. */
function opensPhrasalCue(tokens: readonly Token[], at: number): boolean {
  const { lower, isQuoted } = wordAt(tokens, at)
  const [particle, next] = [tokens[at + 1], tokens[at + 2]]
  if (isQuoted || !particle || particle.isQuoted || (next && next.pos !== 'MARK' && !/^[.,:;–—]$/.test(next.text)))
    return false
  return PHRASAL.test(`${lower} ${particle.lower}`)
}

const PHRASAL =
  /^(?:(?:shot|shoots|fired|fires|hit|hits|snapped|snaps|hollered|hollers|shouted|shouts|called|calls|wrote|writes|texted|texts) back|(?:chimed|chimes|piped|pipes|cut|cuts|broke|breaks|butted|stepped|steps|jumped) in|(?:went|goes) on|piped up)$/

/** `no better than, say, the last one`: an example, no speech. */
function isAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'say' && tokens[at - 1]?.text === ',' && tokens[at + 1]?.text === ','
}

/** `pleaded guilty to`: the words that follow are those of the charge. */
function isPlea(tokens: readonly Token[], at: number): boolean {
  return /^plead/.test(tokens[at]?.lower ?? '') && /^(?:guilty|not|innocent|no)$/.test(tokens[at + 1]?.lower ?? '')
}

function accordingTo(tokens: readonly Token[], at: number): Phrase | undefined {
  const token = wordAt(tokens, at)
  if (token.lower !== 'according' || tokens[at + 1]?.lower !== 'to' || token.isQuoted) return undefined
  let last = at + 1
  while (last + 1 < tokens.length && continuesSource(tokens, last + 1)) last++
  while (last > at + 2 && !isNominal(wordAt(tokens, last))) last--
  return last > at + 1 ? { first: at + 2, last } : undefined
}

function continuesSource(tokens: readonly Token[], at: number): boolean {
  const token = wordAt(tokens, at)
  const next = tokens[at + 1]
  if (token.isQuoted) return false
  if (isModifier(token) || token.pos === 'PRON' || token.lower === "'s") return true
  // `according to state law`, which the tagger takes for a verb.
  if (token.pos === 'VERB' && next !== undefined && (next.pos === 'NOUN' || next.pos === 'VERB')) return true
  return /^(?:of|for|at|from)$/.test(token.lower) && next !== undefined && isModifier(next)
}
