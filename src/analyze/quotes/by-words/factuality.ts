import type { DenialWords } from '../../../languages/quotation-words.ts'
import { oncePerLanguage, oneOf, word } from '../../word-patterns.ts'
import type { Factuality } from '../attribution.ts'

/**
 * Whether a saying took place, by the words of its sentence up to a quotation (`lead`) and those behind it (`rest`): not one that is
 * denied, only wished or possible (`aurait pu dire`), put on a stage, or called invented behind the quotation.
 */
export function factualityByWords(words: DenialWords, lead: string, rest: string): Factuality | undefined {
  const patterns = patternsOf(words)
  if (patterns.deniedBefore.test(lead)) return 'denied'
  const behind = clauseBehind(words, rest)
  // `hat niemandem gesagt, dass „…“`: the words of the clause are the quotation's
  const clause = clauseBefore(words, lead.replace(patterns.endsWithThat, ''))
  // `hat das Tal nicht als „verloren“ bezeichnet`: the verb comes behind
  const whole = clause + (/^\s\p{Ll}/u.test(rest) ? ` …${rest.split(SIGN, 1)[0]}` : '')
  if (isDenied(whole, patterns) || (patterns.opensThat.test(lead) && patterns.untrue.test(rest))) return 'denied'
  if (isAsked(lead, rest, patterns)) return 'denied'
  if (isDenied(behind, patterns) || patterns.pretends.test(behind)) return 'denied'
  // `sagte sie nie`
  if (patterns.saidNot.test(behind) && !patterns.stillSaid.test(behind)) return 'denied'
  if (patterns.staged.test(lead) || patterns.pretends.test(lead.split(patterns.joins).at(-1) ?? '')) return 'denied'
  const standing = embedded(lead, whole, patterns) ?? (patterns.filmed.test(lead) ? 'alleged' : undefined)
  if (standing) return standing
  return patterns.hearsay.test(lead) || patterns.hearsay.test(behind) ? 'alleged' : undefined
}

const SIGN = /[.,;:!?،؛]/u

/** A saying that depends on another clause (`… que X a dit`, `zu sagen`): nobody's when that one doubts it, else as good as told by others. */
function embedded(lead: string, clause: string, patterns: Patterns): Factuality | undefined {
  const { complement, plainThat, doubts, stillSaid, infinitive, didSay, having, sayings } = patterns
  const main = complement.exec(lead)?.groups?.main
  if (main !== undefined && /\p{L}/u.test(main) && !plainThat.test(main))
    return doubts.test(main) && !stillSaid.test(main) ? 'denied' : 'alleged'
  if (having.test(clause) && !didSay.test(lead)) return doubts.test(lead) ? 'denied' : 'alleged'
  const last = [...clause.matchAll(sayings)].at(-1)
  if (!last || !infinitive.test(clause.slice(Math.max(0, last.index - 4)))) return undefined
  if (didSay.test(lead) || stillSaid.test(lead)) return undefined
  return doubts.test(lead) ? 'denied' : 'alleged'
}

/** The clause that a quotation is followed by: `», a déclaré X`. */
function clauseBehind(words: DenialWords, rest: string): string {
  const sentence = rest.replace(/^[\s,،–—-]+/u, '').split(/\.(?:\s|$)/, 1)[0] ?? ''
  return sentence.split(patternsOf(words).clauseEnds, 1)[0] ?? ''
}

/** The clause that leads to a quotation. */
export function clauseBefore(words: DenialWords, lead: string): string {
  const clauses = lead.replace(/[\s«»„“”"‚‘'’「:,،–—-]+$/u, '').split(patternsOf(words).clauseEnds)
  return clauses.at(-1) ?? ''
}

function isDenied(clause: string, { neverSaid, negated, stillSaid, unreal, hesitates }: Patterns): boolean {
  const wished = unreal.exec(clause)
  // `Ohne zu zögern sagte sie`
  if (neverSaid.test(clause) || (wished && !hesitates.test(wished[0]))) return true
  const denied = negated.exec(clause)
  return denied !== null && !stillSaid.test(denied[0])
}

/** `Hat sie „…“ gesagt?`; who is asked why they said something said it. */
function isAsked(lead: string, rest: string, { said, asksWhy }: Patterns): boolean {
  return /^[^.!«“„]*[?؟]\s*$/u.test(rest) && said.test(`${lead} ${rest}`) && !asksWhy.test(lead)
}

const read = (pattern: string): RegExp => new RegExp(pattern, 'iu')
const anyOf = (patterns: readonly string[] = ['(?!)']): RegExp => read(patterns.map((one) => `(?:${one})`).join('|'))

const patternsOf = oncePerLanguage((words: DenialWords) => {
  const { sayingVerbs, not, joins, that, inThe } = words
  const said = word(sayingVerbs)
  /** With at most a word between; `in her play` she may write as herself. */
  const inWork = (works: string): RegExp => read(`(?<!\\p{L})(?:${inThe})(?:\\p{L}+ )?(?:${works})(?!\\p{L})`)
  return {
    deniedBefore: anyOf(words.deniedBefore),
    hearsay: anyOf(words.hearsay),
    hesitates: words.hesitates,
    clauseEnds: read(`[,،;؛:–—]|${word(joins)}`),
    negated: read(`${word(not)}.*?${said}`),
    neverSaid: read(word(words.neverSaid)),
    saidNot: read(`^(?:${sayingVerbs})(?!\\p{L}).*${word(not)}\\s*$`),
    stillSaid: read(word(words.stillSaid)),
    unreal: read(`(?<!\\p{L})(?:${words.unreal})(?!\\p{L}).*?${said}`),
    said: read(said),
    sayings: new RegExp(said, 'giu'),
    staged: inWork(words.staged),
    filmed: inWork(words.filmed),
    opensThat: read(`^[^\\p{L}]*(?:${that})`),
    endsWithThat: read(`[,،]\\s*(?:${that})[^\\p{L}]*$`),
    untrue: read(`(?<!\\p{L})(?:${words.untrue})`),
    asksWhy: read(word(words.asksWhy)),
    joins: read(word(joins)),
    pretends: read(`(?<!\\p{L})(?:${words.pretends})`),
    complement: read(
      `^(?<main>.*)(?<!\\p{L})(?:${that})(?!\\s*${oneOf(words.ownPronouns)}(?!\\p{L}))[^,;:،؛]*?${said}`,
    ),
    plainThat: read(`(?<!\\p{L})(?:${words.plainThat})$`),
    doubts: read(word(words.doubts)),
    infinitive: read(word(words.infinitive)),
    didSay: read(word(words.didSay)),
    having: read(`(?<!\\p{L})(?:${words.having})`),
  }
})

type Patterns = ReturnType<typeof patternsOf>
