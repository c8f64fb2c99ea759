import { UNSAID_WORDS, type UnsaidWords } from '../quotes/foreign/foreign-unsaid-words.ts'
import type { Standing } from '../quotes/unsaid.ts'
import { word } from '../whole-word.ts'

/** The words of a sentence up to a quotation, and those behind it. */
export type AroundQuotation = { readonly lead: string; readonly rest: string }

/**
 * Whether the clause that leads to a quotation tells of a saying that took place: not one that is denied, only wished or possible
 * (`aurait pu dire`), put on a stage, or told behind the quotation to be invented.
 */
export function clauseStanding(language: string, { lead, rest }: AroundQuotation): Standing | undefined {
  const readers = READERS.get(language)
  if (!readers) return undefined
  const { opensThat, untrue, staged, filmed } = readers
  // `hat niemandem gesagt, dass „…“`: the words of the clause are the quotation's
  const clause = lastClause(lead.replace(readers.endsWithThat, ''), readers.clauseEnds)
  // `hat das Tal nicht als „verloren“ bezeichnet`: the verb stands behind
  const whole = clause + (/^\s\p{Ll}/u.test(rest) ? ` …${rest.split(SIGN, 1)[0]}` : '')
  if (isUnsaid(whole, readers)) return 'unsaid'
  if (opensThat.test(lead) && untrue.test(rest)) return 'unsaid'
  if (isAsked(lead, rest, readers)) return 'unsaid'
  const behind = clauseBehind(language, rest)
  if (isUnsaid(behind, readers) || readers.pretends.test(behind)) return 'unsaid'
  // `sagte sie nie`
  if (readers.saidNot.test(behind) && !readers.stillSaid.test(behind)) return 'unsaid'
  if (staged.test(lead) || readers.pretends.test(lead.split(readers.joins).at(-1) as string)) return 'unsaid'
  return embedded(lead, whole, readers) ?? (filmed.test(lead) ? 'alleged' : undefined)
}

/** A saying that hangs on another clause (`… que X a dit`, `zu sagen`): nobody's when that one doubts it, else as good as told by others. */
function embedded(lead: string, clause: string, readers: Readers): Standing | undefined {
  const { complement, plainThat, doubts, stillSaid, infinitive, doesSay } = readers
  const main = complement.exec(lead)?.groups?.main
  if (main !== undefined && /\p{L}/u.test(main) && !plainThat.test(main))
    return doubts.test(main) && !stillSaid.test(main) ? 'unsaid' : 'alleged'
  if (readers.having.test(clause) && !doesSay.test(lead)) return doubts.test(lead) ? 'unsaid' : 'alleged'
  const last = [...clause.matchAll(readers.saidAll)].at(-1)
  if (!last || !infinitive.test(clause.slice(Math.max(0, last.index - 4)))) return undefined
  if (doesSay.test(lead) || stillSaid.test(lead)) return undefined
  return doubts.test(lead) ? 'unsaid' : 'alleged'
}

const SIGN = /[.,;:!?،؛]/u

/** The clause that a quotation is followed by: `», a déclaré X`. */
export function clauseBehind(language: string, rest: string): string {
  const ends = READERS.get(language)?.clauseEnds
  return (
    (ends &&
      rest
        .replace(/^[\s,،–—-]+/u, '')
        .split(/\.(?:\s|$)/, 1)[0]
        ?.split(ends, 1)[0]) ??
    ''
  )
}

/** The clause that leads to a quotation. */
export function clauseBefore(language: string, lead: string): string {
  const ends = READERS.get(language)?.clauseEnds
  return ends ? lastClause(lead, ends) : ''
}

function lastClause(lead: string, ends: RegExp): string {
  return (
    lead
      .replace(/[\s«»„“”"‚‘'’「:,،–—-]+$/u, '')
      .split(ends)
      .at(-1) ?? ''
  )
}

function isUnsaid(clause: string, { notSaid, negated, stillSaid, unreal }: Readers): boolean {
  const wished = unreal.exec(clause)
  if (notSaid.test(clause) || (wished && !HESITATES.test(wished[0]))) return true
  const denied = negated.exec(clause)
  return denied !== null && !stillSaid.test(denied[0])
}

/** `Ohne zu zögern sagte sie` */
const HESITATES = /zöger|hésit|dud[aoó]|vacil|titub|تردد/iu

/** `Hat sie „…“ gesagt?`; who is asked why they said something said it. */
function isAsked(lead: string, rest: string, { said, asksWhy }: Readers): boolean {
  return /^[^.!«“„]*[?؟]\s*$/u.test(rest) && said.test(`${lead} ${rest}`) && !asksWhy.test(lead)
}

type Readers = {
  readonly clauseEnds: RegExp
  readonly negated: RegExp
  readonly notSaid: RegExp
  readonly saidNot: RegExp
  readonly stillSaid: RegExp
  readonly unreal: RegExp
  readonly said: RegExp
  readonly staged: RegExp
  readonly filmed: RegExp
  readonly opensThat: RegExp
  readonly endsWithThat: RegExp
  readonly untrue: RegExp
  readonly asksWhy: RegExp
  readonly joins: RegExp
  readonly pretends: RegExp
  readonly complement: RegExp
  readonly plainThat: RegExp
  readonly doubts: RegExp
  readonly infinitive: RegExp
  readonly doesSay: RegExp
  readonly having: RegExp
  readonly saidAll: RegExp
}

const read = (pattern: string): RegExp => new RegExp(pattern, 'iu')

function readersOf(words: UnsaidWords): Readers {
  const { said, not, notSaid, unreal, joins, stillSaid, staged, filmed, that, untrue, asksWhy } = words
  return {
    clauseEnds: read(`[,،;؛:–—]|${word(joins)}`),
    negated: read(`${word(not)}.*?${word(said)}`),
    notSaid: read(word(notSaid)),
    saidNot: read(`^(?:${said})(?!\\p{L}).*${word(not)}\\s*$`),
    stillSaid: read(word(stillSaid)),
    unreal: read(`(?<!\\p{L})(?:${unreal})(?!\\p{L}).*?${word(said)}`),
    said: read(word(said)),
    staged: read(`(?<!\\p{L})${settingIn(staged)}`),
    filmed: read(`(?<!\\p{L})${settingIn(filmed)}`),
    opensThat: read(`^[^\\p{L}]*(?:${that})`),
    endsWithThat: read(`[,،]\\s*(?:${that})[^\\p{L}]*$`),
    untrue: read(`(?<!\\p{L})(?:${untrue})`),
    asksWhy: read(word(asksWhy)),
    joins: read(word(joins)),
    pretends: read(`(?<!\\p{L})(?:${words.pretends})`),
    complement: read(`^(?<main>.*)(?<!\\p{L})(?:${that})(?!\\s*(?:il|elle|er|sie)(?!\\p{L}))[^,;:،؛]*?${word(said)}`),
    plainThat: read(`(?<!\\p{L})(?:${words.plainThat})$`),
    doubts: read(word(words.doubts)),
    infinitive: read(word(words.infinitive)),
    doesSay: read(word(words.doesSay)),
    having: read(`(?<!\\p{L})(?:${words.having})`),
    saidAll: new RegExp(word(said), 'giu'),
  }
}

/** `in the play`, with at most a word between; `in her play` she may write as herself. */
function settingIn(nouns: string): string {
  return `(?:dans (?:la |le |une? |cette |ce |l['’])|(?:im|in (?:de[mr]|eine[mr]|diese[mr])) |en (?:el |la |una? |est[ae] )|[وف]?في )(?:\\p{L}+ )?(?:${nouns})(?!\\p{L})`
}

const READERS = new Map(Object.entries(UNSAID_WORDS).map(([language, words]) => [language, readersOf(words)]))
