import { numbersIn } from '../../../src/check/numbers-in.ts'
import type { NumberedSentence } from '../../../src/core/claim.ts'
import { draw, pick } from './draw.ts'
import type { StorySentences } from './story-sentences.ts'
import type { MadeClaim } from './true-claims.ts'

/** What a mutant is made with: the story it is of, and names of other stories. */
export type Around = {
  readonly story: StorySentences
  readonly strangers: readonly { readonly name: string; readonly kind: string }[]
}

type Mutator = (claim: MadeClaim, around: Around) => string | undefined

/**
 * One way each in which a claim goes wrong. What is put in is nowhere in the cited sentences, or in a place where it says
 * something else, so that no mutant happens to be true.
 */
export const mutators: { readonly [kind: string]: Mutator } = {
  number(claim) {
    const cited = citedText(claim)
    const found = numbersIn(claim.text).filter(
      ({ sign, value }) => sign !== 'th' && value > 1 && !(value > 1900 && value < 2100),
    )
    const number = pick(found, `number ${claim.text}`)
    if (!number) return undefined
    const written = claim.text.slice(number.start, number.end)
    const others = [swappedDigits(written), otherScale(written), nextNumber(written)].flatMap((other) => other ?? [])
    const other = pick(
      others.filter((each) => isNewNumber(each, cited)),
      `other ${claim.text}`,
    )
    return other && claim.text.slice(0, number.start) + other + claim.text.slice(number.end)
  },
  unit(claim) {
    const cited = citedText(claim)
    const changes = units.flatMap(([pattern, by]) => {
      const match = pattern.exec(claim.text)
      if (!match || new RegExp(`(?<!\\p{L})${by.replace(/[$.]/g, '\\$&').trim()}(?!\\p{L})`, 'iu').test(cited))
        return []
      return [claim.text.replace(pattern, (_, before: string) => `${before}${by}`)]
    })
    return pick(changes, `unit ${claim.text}`)
  },
  date(claim) {
    const cited = citedText(claim)
    const changes = [...claim.text.matchAll(dated)].flatMap((match) => {
      const list = lists.find((each) => each.includes(match[0]))
      const others = list
        ? list.filter((each) => !cited.includes(each))
        : [String(Number(match[0]) - 1), String(Number(match[0]) + 2)].filter((each) => !cited.includes(each))
      const other = pick(others, `date ${claim.text} ${match.index}`)
      return other ? [claim.text.slice(0, match.index) + other + claim.text.slice(match.index + match[0].length)] : []
    })
    return pick(changes, `which ${claim.text}`)
  },
  name: (claim, { story }) => withName(claim, story.names),
  strangeName: (claim, { strangers }) => withName(claim, strangers),
  negation(claim) {
    const dropped =
      /\b(is|was|are|were|will|would|has|have|had|could|can|should|does|do|did) not\b|\b(is|was|are|were|would|has|have|had|could|should|does|do|did)n[’']t\b/.exec(
        claim.text,
      )
    if (dropped)
      return (
        claim.text.slice(0, dropped.index) +
        (dropped[1] ?? dropped[2]) +
        claim.text.slice(dropped.index + dropped[0].length)
      )
    const cited = citedText(claim)
    const turned = turns.flatMap(([from, to]) => {
      const match = wordAlone(from).exec(claim.text)
      return match && !wordAlone(to).test(cited)
        ? [claim.text.slice(0, match.index) + to + claim.text.slice(match.index + from.length)]
        : []
    })
    if (turned.length > 0 && draw(claim.text) % 2 === 0) return pick(turned, claim.text)
    const added = /\b(?:is|was|are|were|will|would|could|can|should|has been|have been)\b(?! not)/.exec(claim.text)
    if (!added || isQuoted(claim.text, added.index)) return pick(turned, claim.text)
    const at = added.index + (added[0].split(' ')[0] as string).length
    return `${claim.text.slice(0, at)} not${claim.text.slice(at)}`
  },
  speaker(claim, { story }) {
    const cited = citedText(claim)
    const match =
      /(?:^|, |According to )([A-Z][\p{L}.’'-]+(?: [A-Z][\p{L}.’'-]+){0,3})(?=,? (?:said|says|told|added|wrote|argued|warned|claimed|insisted)\b)|(?<=According to )([A-Z][^,]{3,40})(?=, )|(?<=[,”"] )([A-Z][\p{L}.’'-]+(?: [A-Z][\p{L}.’'-]+){0,3})(?= (?:said|says|told|added))/u.exec(
        claim.text,
      )
    const who = match?.[1] ?? match?.[2] ?? match?.[3]
    if (!match || !who) return undefined
    const others = story.names.filter(({ name, kind }) => kind === 'person' && !sharesWord(name, cited))
    const other = pick(others, `speaker ${claim.text}`)
    const at = claim.text.indexOf(who, match.index)
    return other && claim.text.slice(0, at) + other.name + claim.text.slice(at + who.length)
  },
  modality(claim) {
    const cited = citedText(claim)
    const has = (word: string): boolean => new RegExp(`\\b${word}\\b`, 'i').test(cited)
    const changes: string[] = []
    const change = (pattern: RegExp, by: string, isNew = true): void => {
      const match = pattern.exec(claim.text)
      if (match && isNew && !isQuoted(claim.text, match.index))
        changes.push(claim.text.slice(0, match.index) + by + claim.text.slice(match.index + match[0].length))
    }
    change(/\b(?:may|might|could)(?= (?:be|have|not|\w+)\b)/, 'will', !has('will'))
    change(/\bwill\b/, 'may', !has('may'))
    // In a report, `would` is how `will` is told: only elsewhere it says less.
    change(
      /\bwould\b/,
      'will',
      !has('will') && !/\b(?:said|told|announced|warn\w*|that|believe\w*|whether)\b/.test(cited),
    )
    change(
      /\b(?:plans?|planned|hopes?|hoped|wants?|wanted|intends?|intended|expects?|expected|threatened|seeks|sought) to\b/,
      'will',
      !has('will'),
    )
    change(
      /\b(?:allegedly|reportedly|apparently|possibly|probably|likely|alleged|suspected|potential|proposed) (?=\w)/,
      '',
    )
    change(
      /^(?:[A-Z][\p{L}.’' -]{2,40}?) (?:said|says|argued|claimed|alleged|believes|warned|suggested) (?:that )(?=the |a |an |[A-Z]|he |she |they |it )/u,
      '',
    )
    change(/, (?:the )?[\p{L}.’' -]{3,40}? (?:said|says|claimed|alleged|argued)\.$/u, '.')
    change(/^According to [^,]{3,60}, /, '')
    change(/,? if [^,.]{8,80}(?=[,.])/, '')
    change(
      /\b(?<=was |were |has been |have been )(?=(?:arrested|killed|charged|shot|elected|hired|fired|approved|signed|injured|found|taken|built)\b)/,
      'reportedly ',
      !has('reportedly'),
    )
    return pick(
      changes.map((text) => text.charAt(0).toUpperCase() + text.slice(1)),
      `modality ${claim.text}`,
    )
  },
  swapped(claim) {
    const names = namesOf(claim)
    const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const))
    const fit = pairs.filter(([a, b]) => {
      const between = claim.text.slice(a.at + a.name.length, b.at)
      return (
        a.kind === b.kind &&
        !sharesWord(a.name, b.name) &&
        /\s\p{Ll}+/u.test(between) &&
        !/^(?:,| and | or |’s |'s |–|-)/.test(between) &&
        !/\b(?:and|or|met|with|between|both|versus|as well)\b|[“”",;]/.test(between) &&
        between.length < 70
      )
    })
    const [pair] = fit
    if (!pair) return undefined
    const [a, b] = pair
    if (claim.text.split(a.name).length > 2 || claim.text.split(b.name).length > 2) return undefined
    return (
      claim.text.slice(0, a.at) +
      b.name +
      claim.text.slice(a.at + a.name.length, b.at) +
      a.name +
      claim.text.slice(b.at + b.name.length)
    )
  },
}

/** The one who acts in one sentence with what is told of another in the other: both are cited. */
export function merged(a: NumberedSentence, b: NumberedSentence): string | undefined {
  const [first, second] = [subjectOf(a), subjectOf(b)]
  if (!first || !second || sharesWord(first.subject, textOf(b)) || sharesWord(second.subject, textOf(a)))
    return undefined
  return first.subject + second.rest
}

type Subject = { readonly subject: string; readonly rest: string }
const subjects = new WeakMap<NumberedSentence, { readonly found: Subject | undefined }>()

/** Each sentence is put together with every other of its article: what it tells of whom is read once. */
function subjectOf(sentence: NumberedSentence): Subject | undefined {
  const known = subjects.get(sentence) ?? { found: readSubject(sentence) }
  subjects.set(sentence, known)
  return known.found
}

function readSubject(sentence: NumberedSentence): Subject | undefined {
  const text = textOf(sentence)
  const match =
    /^((?:The |Mr\. |Mrs\. |Ms\. |Sen\. |Rep\. |President |Gov\. )?(?:[A-Z][\p{L}.’'-]+ ?){1,4}?)( (?:was|is|has|had|will|would|said|told|announced|called|asked|signed|won|lost|plans|wants|criticized|rejected|accused|appeared|returned|visited|ordered|issued|tweeted|wrote)\b[^“”"]+)$/u.exec(
      text,
    )
  if (
    !match?.[1] ||
    !match[2] ||
    /^(?:The|He|She|It|They|This|That|There|But|And|In|On|We|I|You|If|What|As|A|An|Those|These|Many|Some|One|Another)$/.test(
      match[1].trim(),
    )
  )
    return undefined
  return isPersonOrBody(sentence, match[1]) ? { subject: match[1], rest: match[2] } : undefined
}

function isPersonOrBody({ annotations, span }: NumberedSentence, subject: string): boolean {
  return (annotations.mentions?.items ?? []).some(
    (mention) =>
      mention.form === 'name' &&
      mention.span.start >= span.start &&
      mention.span.end <= span.start + subject.length + 1,
  )
}

const textOf = ({ document, span }: NumberedSentence): string => document.text.slice(span.start, span.end)
/** What is cited, with the full names of all who are mentioned there, also by pronoun. */
const citedText = ({ from }: MadeClaim): string =>
  from.flatMap((sentence) => [textOf(sentence), ...calledIn(sentence)]).join('\n')

function calledIn({ annotations, span }: NumberedSentence): string[] {
  const inside = (annotations.mentions?.items ?? []).filter(
    (each) => each.span.start < span.end && each.span.end > span.start,
  )
  return inside.map(({ entity }) => entity.name)
}

function isQuoted(text: string, at: number): boolean {
  return (text.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1
}

const patterns = new Map<string, RegExp>()

/** Finds a word that is no part of a longer one. */
function wordAlone(word: string): RegExp {
  const pattern = patterns.get(word) ?? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u')
  patterns.set(word, pattern)
  return pattern
}

function sharesWord(name: string, text: string): boolean {
  const small = text.toLowerCase()
  return name
    .split(/[\s-]+/)
    .some(
      (word) =>
        word.length > 2 &&
        !/^(?:The|Mr|Mrs|Sen|Rep|President|Gov)\.?$/.test(word) &&
        small.includes(word.toLowerCase().replace(/[’']s$/, '')),
    )
}

type Placed = { readonly name: string; readonly kind: string; readonly at: number; readonly called: string }

/** The names written out in a claim, where they stand. */
function namesOf({ text, from }: MadeClaim): Placed[] {
  const seen = new Set<string>()
  return from.flatMap(({ annotations, document, span }) =>
    (annotations.mentions?.items ?? []).flatMap((mention) => {
      if (
        mention.form !== 'name' ||
        mention.kind === 'place' ||
        mention.span.start < span.start ||
        mention.span.end > span.end
      )
        return []
      const name = document.text.slice(mention.span.start, mention.span.end)
      const at = text.indexOf(name)
      if (at < 0 || seen.has(name) || isQuoted(text, at)) return []
      seen.add(name)
      return [{ name, kind: mention.kind, at, called: mention.entity.name }]
    }),
  )
}

function withName(
  claim: MadeClaim,
  names: readonly { readonly name: string; readonly kind: string }[],
): string | undefined {
  const cited = citedText(claim)
  const place = pick(namesOf(claim), `place ${claim.text}`)
  if (!place) return undefined
  const others = names.filter(
    ({ name, kind }) => kind === place.kind && !sharesWord(name, cited) && !sharesWord(name, place.called),
  )
  const other = pick(others, `name ${claim.text}`)
  return other && claim.text.slice(0, place.at) + other.name + claim.text.slice(place.at + place.name.length)
}

function isNewNumber(written: string, cited: string): boolean {
  const [number] = numbersIn(written)
  return number !== undefined && !numbersIn(cited).some(({ value }) => value === number.value)
}

function swappedDigits(written: string): string | undefined {
  const match = /(\d)(\d)/.exec(written)
  if (!match || match[1] === match[2] || match[2] === '0') return undefined
  return written.slice(0, match.index) + match[2] + match[1] + written.slice(match.index + 2)
}

function otherScale(written: string): string | undefined {
  if (/million/.test(written)) return written.replace('million', 'billion')
  if (/billion/.test(written)) return written.replace('billion', 'million')
  return /thousand/.test(written) ? written.replace('thousand', 'million') : undefined
}

const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ')

function nextNumber(written: string): string | undefined {
  const word = small.indexOf(written.toLowerCase())
  if (word > 0 && word < 12) return small[word + 1]
  const match = /\d+/.exec(written)
  return match
    ? written.slice(0, match.index) + (Number(match[0]) + 3) + written.slice(match.index + match[0].length)
    : undefined
}

const units: readonly (readonly [RegExp, string])[] = [
  [/(\d)(?: percent|%)/, ' percentage points'],
  [/(\d) percentage points/, '%'],
  [/()\$(?=\d)/, '€'],
  [/(\d )people\b/, 'homes'],
  [/(\d )(?:votes|seats)\b/, 'states'],
  [
    /((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )(?:people|men|women|children|students|workers|Americans|voters)\b/,
    'families',
  ],
  [
    /((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )(?:years|months|weeks|hours|minutes)\b/,
    'days',
  ],
  [/((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )days\b/, 'weeks'],
  [
    /((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )(?:states|countries|cities)\b/,
    'companies',
  ],
  [
    /((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )(?:officers|officials|senators|members|lawmakers|Republicans|Democrats)\b/,
    'judges',
  ],
  [/((?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen|million|thousand) )(?:miles|kilometers|feet)\b/, 'acres'],
]

const dated =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/g
const lists = [
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
]

const turns: readonly (readonly [string, string])[] = [
  ['rejected', 'accepted'],
  ['accepted', 'rejected'],
  ['approved', 'rejected'],
  ['supported', 'opposed'],
  ['supports', 'opposes'],
  ['opposed', 'supported'],
  ['opposes', 'supports'],
  ['won', 'lost'],
  ['lost', 'won'],
  ['rose', 'fell'],
  ['fell', 'rose'],
  ['increased', 'decreased'],
  ['denied', 'admitted'],
  ['refused', 'agreed'],
  ['agreed', 'refused'],
  ['passed', 'failed'],
  ['allowed', 'barred'],
  ['allow', 'bar'],
  ['blocked', 'allowed'],
  ['began', 'ended'],
  ['opened', 'closed'],
  ['raised', 'lowered'],
  ['failed to', 'managed to'],
  ['declined to', 'agreed to'],
  ['never', 'always'],
  ['praised', 'criticized'],
  ['criticized', 'praised'],
  ['confirmed', 'denied'],
  ['defended', 'attacked'],
  ['before', 'after'],
  ['after', 'before'],
  ['without', 'with'],
  ['higher', 'lower'],
  ['increase', 'decrease'],
  ['more than', 'less than'],
  ['at least', 'at most'],
]
