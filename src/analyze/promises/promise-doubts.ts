import type { ParsedSentence } from '../grammar/parse.ts'
import type { StatementScene } from '../grammar/statement-scenes.ts'
import { endsInBody } from '../grammar/subject-phrase.ts'
import { quoteAt } from './promise-agents.ts'
import type { Draft } from './promise-draft.ts'
import { isObject } from './promise-guards.ts'

/**
 * True when it is not certain that those named make the promise, all of them and no others: whoever reads `X promises` must be able to
 * rely on it.
 */
export function isDoubtful(scene: StatementScene, sentence: ParsedSentence, draft: Draft): boolean {
  const { text, span, doc } = scene
  if (isFragment(text)) return true
  const [first] = draft.agents
  const words = doc.text.slice(first.span.start, first.span.end)
  // `American ships could help`: what a power says of its own means is read where it is found.
  const isOfMeans = draft.kind === 'offer' && draft.reportedBy !== undefined
  if (isNobody(words) || !(first.entity || isOfMeans || isBody(words))) return true
  if (isUnclearPronoun(scene, draft, words) || isOnlySome(scene, draft)) return true
  if (
    /\b(?:tradition|typic|gener|usu)ally\b|\b(?:often|sometimes|routinely|regularly)\b/i.test(text.slice(0, draft.at))
  )
    return true
  const from = first.span.start - span.start
  // The agent may be named in the sentence before.
  const before = text.slice(0, from < 0 ? draft.cue.start : from)
  if (
    isAhead.test(text.slice(draft.cue.start)) &&
    /\b(?:when|once|until|unless|if|whether)\s+(?:the )?(?:\S+ )?$/iu.test(before)
  )
    return true
  if (/\buntil\s+(?:the )?(?:\S+ )?$/iu.test(before)) return true
  // `he would use it when talking to banks`: what he used to do.
  if (/^(?:would|['’]d)\b/.test(text.slice(draft.cue.start)) && /^[^,.]* when \p{Ll}+ing\b/u.test(text.slice(draft.at)))
    return true
  if (isDoubtfullyTold(before) || isLooseParticiple(text, draft)) return true
  if (from < 0 || from > draft.cue.start) return false
  const isOfClause = /^,? (?:which|who|that)\b/.test(doc.text.slice(first.span.end, first.span.end + 8))
  return (
    (isObject(before) && !isOfClause) ||
    (/\bby (?:[\p{L}.’'-]+ ){1,4}$/u.test(before) && !isOfClause) ||
    (first.entity?.kind !== 'person' &&
      (isOfBody(before) || isApposition(before, doc.text.slice(first.span.end, first.span.end + 2)))) ||
    isMisread(words, first.entity?.kind) ||
    isSaidOf(scene, draft) ||
    isHalfOfPair(scene, first.span.start) ||
    (!/^(?:he|she|it|they)$/i.test(words) && isInNoun(sentence, first.span.start)) ||
    isInnerVoice(before)
  )
}

/** `…, vowing to close it`: whoever the sentence is about, which the nearest name need not be. */
function isLooseParticiple(text: string, { cue }: Draft): boolean {
  return (
    /^(?:pledg|promis|vow)ing\b/.test(text.slice(cue.start)) &&
    !/\b(?:is|are|was|were|been|be|['’](?:s|re|m))(?: \p{L}+ly| also| now| not)* $/u.test(text.slice(0, cue.start))
  )
}

const isAhead = /^(?:agrees|is|are|will|plans|intends|promises|pledges|vows|wants)\b/

/** A heading, a list of headlines or a piece of a sentence. */
function isFragment(text: string): boolean {
  return !/[.!?…:;,—–-]["'”’)\]]*\s*$/u.test(text) || /^["“]?(?:\.\.|…)/u.test(text) || / \| |\bMORE\b/.test(text)
}

/** `The ministry of health`, `The airline Nordair`, `Prosecutors`, `it`: not `The mission of the league`. */
function isBody(words: string): boolean {
  const head = (words.split(/ (?:of|for|in|at|from) /)[0] ?? '').replace(/(?<=\p{Ll})(?: \p{Lu}\S*)+$/u, '')
  return /^(?:he|she|it|they|I|we)$/i.test(words) || endsInBody(head) || endsInBody(words) || isName.test(words)
}

const isName = /^(?:The |the )?\p{Lu}[\p{L}.&’'-]*(?: (?:of |and |the )?\p{Lu}[\p{L}.&’'-]*){0,4}$/u

/** `firm` of `is holding firm`; `the reports the ministry`; `With Mrs May` as a reader of names took it; `the former president`, of whom there are several. */
function isNobody(words: string): boolean {
  return (
    /^\p{Ll}+(?<!s)$/u.test(words.replace(/^(?:he|she|it|they|we)$/u, 'X')) ||
    /^(?:the|an?|its|their|his|her) (?:\p{L}+ )?\p{L}+ (?:the|an?|its|their|his|her) /iu.test(words) ||
    /^(?:an?|any|no|their|parts?|much|half|most|portions?) |^(?:some|many|most|few|several|others?|both|all|each|none|one|two|three|those|these|her|his|their|its|our|my|your)$/iu.test(
      words,
    ) ||
    /^(?:With|Whether|That|How|Why|What|As|For|By|In|On|At|After|Before|If|When|While|And|But|Like) /.test(words) ||
    /^(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Ii]ts) (?:then-?|former|ex-|late|other|another|next|new)/.test(words)
  )
}

/** True for `he` whose name the sentence does not have, unless the sentence before that names anybody names nobody else. */
function isUnclearPronoun(scene: StatementScene, { agents: [first], cue }: Draft, words: string): boolean {
  const { entity } = first
  if (!entity) return false
  const quote = quoteAt(scene, cue.start)
  const source = quote?.source && scene.doc.text.slice(quote.source.start, quote.source.end)
  const isSpeaker = /^(?:I|we)$/i.test(words)
  if (isSpeaker && entity.kind !== 'person' && (source === undefined || medium.test(entity.name))) return true
  if (!/^(?:he|she)$/i.test(isSpeaker ? (source ?? '') : words)) return false
  const named = scene.mentions.filter(
    ({ form, kind, span }) => form !== 'pronoun' && kind === 'person' && span.start < first.span.start,
  )
  const nearest = named.at(-1)
  if (nearest) return nearest.entity.id !== entity.id
  if (isNamedIn(scene, entity.id)) return false
  let earlier = scene.previous
  for (let step = 0; step < 2 && earlier; step++, earlier = earlier.previous) {
    const people = earlier.mentions.filter(({ form, kind }) => form !== 'pronoun' && kind === 'person')
    if (people.length > 0) return people.some((person) => person.entity.id !== entity.id)
  }
  return true
}

/** Who only passes on what others say. */
const medium =
  /\b(?:News|CNN|NBC|ABC|CBS|BBC|NPR|Reuters|KCNA|Xinhua|Times|Post|Journal|Press|Agency|Today|Politico|Bloomberg)\b/i

function isNamedIn({ mentions }: StatementScene, id: string): boolean {
  return mentions.some(({ form, entity }) => form !== 'pronoun' && entity.id === id)
}

/** `Only two Democrats say they will`: not the party. */
function isOnlySome(scene: StatementScene, { agents: [first], cue }: Draft): boolean {
  if (!first.entity || first.entity.kind === 'person') return false
  const { text, span, doc } = scene
  const spans = [first.span, ...scene.quotes.flatMap(({ source }) => source ?? [])]
  return spans.some(({ start, end }) => {
    if (start < span.start || start > span.start + cue.start) return false
    const before = text.slice(Math.max(0, start - span.start - 40), start - span.start)
    return someOf.test(`${before}${doc.text.slice(start, end)}`)
  })
}

const someOf =
  /(?:^|\s)(?:only|some|many|most|few|fewer|several|more|other|\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of|a (?:few|handful of|number of|group of)|individual|moderate|conservative|rank-and-file|leading|top|senior|retiring|vulnerable) (?:[\p{L}-]+ ){0,2}\p{Lu}[\p{L}.-]*s$/iu

/** `more likely, the mayor will`, `he joked that`, `what the party promised to`, `there is no way I will not`, `some members have`. */
function isDoubtfullyTold(before: string): boolean {
  return (
    /\b(?:hop(?:e|es|ed|ing|eful|efully)|confident|optimistic|certain|sure|signals?|signall?ing|shows?|proves?|proof|means?|suggest\p{L}*|assum\p{L}*|evidence|indication|signs?|seems?|appears?|expectations?|odds|prospects?|believ(?:e|es|ed)|think(?:s|ing)?|thought|expect(?:s|ed)?|fear(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|wonder\p{L}*|doubt\p{L}*|suspect\p{L}*)\b[^,.;]*$/iu.test(
      before,
    ) ||
    /\b(?:likely|presumably|doubtless|undoubtedly|inevitably|supposedly|jok(?:ed|es|ing|ingly)|quipp?ed|mocked|imagine\w*|pretend\w*|no way|no chance|as if|why|zero)\b[^.;]*$/iu.test(
      before,
    ) ||
    /\b(?:what|how|some|many|most|few|several|certain|if only)(?: of)?(?: the| its| their)? (?:\p{L}+[- ]){0,2}$/iu.test(
      before,
    )
  )
}

/** `Anna Moss and council leader Ole Berg will meet`: who is before `and` promises too. */
function isHalfOfPair({ text, span, mentions }: StatementScene, start: number): boolean {
  const before = text.slice(0, start - span.start)
  if (/(?:^|[,;] |\b(?:as|that|when|after) )[Tt]he (?:\p{Ll}+ ){1,3}(?:and|or) (?:the )?$/u.test(before)) return true
  return mentions.some(({ span: other }) => {
    if (other.end > start) return false
    const between = text.slice(other.end - span.start, start - span.start)
    return (
      /^(?:, [^,]{2,60},)? (?:and|or|&) (?:(?:the|other|all) )?(?:[\p{L}.’'-]+ ){0,4}(?:, )?$/u.test(between) &&
      !/\b(?:that|said|says)\b/.test(between)
    )
  })
}

/** `the reports Mueller will write`, `the pardons that Obama will grant`: the promise only describes a thing. */
function isInNoun({ tokens }: ParsedSentence, start: number): boolean {
  const at = tokens.findIndex((token) => token.start >= start)
  const before = tokens.slice(Math.max(0, at - 7), at)
  while (/^(?:the|that|which)$/.test(before.at(-1)?.lower ?? '')) before.pop()
  const noun = before.at(-1)
  const words = before.map(({ lower }) => lower).join(' ')
  if (/\b(?:number|amount|share|list) of \p{Ll}+$|\bchances?$/u.test(words)) return true
  if (noun?.pos !== 'NOUN' || !/^\p{Ll}/u.test(noun.text) || promiseNoun.test(noun.lower)) return false
  if (tokens[at - 1]?.lower === 'that' || (tokens[at - 1]?.lower === 'the' && tokens[at - 2]?.lower === 'that'))
    return !/\b(?:told|tells?|telling|assur\p{L}+|promis\p{L}+|inform\p{L}*|remind\p{L}*|warn\p{L}*)\b/u.test(words)
  return before
    .slice(0, -1)
    .some(({ lower }) => /^(?:the|an?|any|all|every|of|no|each|his|her|its|their|what)$/.test(lower))
}

/** `gave his word that the town would`: a promise with its content. */
const promiseNoun =
  /^(?:promises?|pledges?|vows?|word|assurances?|undertakings?|commitments?|guarantees?|deals?|agreements?|statements?|announcements?|reporters?|lawmakers?|\p{L}+day|week|month|year|morning|night)$/u

/** `The board of the parent company, Fable Press, will`: the board. */
function isOfBody(before: string): boolean {
  return /(?:^|["“]|\bthat )(?:the|an?|his|her|its|their) [^,]+ (?:of|for) [^,]+, (?:the )?(?:\S+ ){0,3}$/iu.test(
    before,
  )
}

/** `allies in parliament, the Storting, have said`: the allies. */
function isApposition(before: string, after: string): boolean {
  return /\b(?:in|of|at|from|for|with) (?:\p{L}+ ){0,3}\p{Ll}+, (?:the )?$/u.test(before) && after.startsWith(',')
}

/** `the court` taken for its president. */
function isMisread(words: string, kind: string | undefined): boolean {
  return (
    kind === 'person' &&
    /\b(?:court|committee|council|company|agency|board|panel|government|administration|party|office)$/i.test(words)
  )
}

/** Between somebody’s marks, of another: what one says a body is ready to do, it need not be. */
function isSaidOf(scene: StatementScene, { agents: [first], cue, reportedBy }: Draft): boolean {
  const quote = quoteAt(scene, cue.start)
  if (!quote || quote.kind === 'indirect' || reportedBy) return false
  const words = scene.doc.text.slice(first.span.start, first.span.end)
  return !/^(?:I|we|our\b.*)$/iu.test(words) && (first.entity === undefined || first.entity.id !== quote.speaker?.id)
}

/** `he said: ‘I will …’` within another’s quotation: the voice is the third one’s. */
function isInnerVoice(before: string): boolean {
  return /["“][^"”]*[\s:,]['‘](?:\p{Lu}[^'’]*)?$|(?:^|\s)['‘]\p{Lu}[^'’]*\s['‘]\p{Lu}?[^'’]*$/u.test(before)
}
