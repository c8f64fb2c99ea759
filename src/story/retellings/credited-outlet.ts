import { oncePerObject } from '../../core/once-per-object.ts'
import type { Source } from '../../core/source.ts'
import type { Span } from '../../core/span.ts'
import { isRunningText, type MemberText } from '../story-text.ts'
import { contentStems, wordsOf } from '../words.ts'
import { citedOutlets } from './cited-outlets.ts'

/**
 * An outlet whose report an article says it retells: a key for the outlet, the name it gives, and the sentence. `told`: somebody said the
 * news to that outlet, or on its air.
 */
export type CreditedOutlet = {
  readonly kind: 'told' | 'reported'
  readonly key: string
  readonly name: string
  readonly sentence: Span
}

/** An outlet with the names by which others cite it. */
type Outlet = { readonly key: string; readonly names: readonly string[] }

/** The news is in the first sentences. Other reports are background from the third on, except under a title such as `…: report`. */
const [readForTold, readForReported, readForReport] = [6, 2, 4]
const reportTitle = /\breport(?:s|ed|edly)?\s*:|[:,–—-]\s*(?:new )?reports?\s*$|\breportedly\b/iu

const known: readonly Outlet[] = citedOutlets.map(([key, ...names]) => ({ key, names }))
const anyKnown = new RegExp(known.map(({ names }) => names.map(escaped).join('|')).join('|'), 'u')

/** Some words between `told` and an outlet: `told Jane Roe of`. */
const few = '(?:[\\p{L}\\p{N}.“"\'’&-]+\\s+){0,6}?'
/** `according to a CNN poll`: a survey that an outlet pays for is published for all. */
const noSurvey = "(?![\\w’']*\\s*(?:/|-|poll\\b|survey\\b|tracker\\b|exit\\b))"

const toldForms: readonly string[] = [
  `\\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|sat down with)\\s+${few}NAME`,
  `\\binterview(?:ed)?\\b[^.;]{0,60}?\\b(?:with|on|by|to|for|in|from)\\s+${few}NAME`,
  `NAME(?:['’]s?)?\\s+(?:[\\p{L}.]+\\s+){0,3}interview\\b`,
  `\\b(?:said|says|appearance|appearing|appeared|remarks|comments|speaking)\\b[^.;]{0,50}?\\bon\\s+(?:(?!after\\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b)[\\p{L}\\p{N}.“"'’&-]+\\s+){0,4}?NAME`,
]
const reportedForms: readonly string[] = [
  `NAME\\s+(?:first\\s+|exclusively\\s+)?(?:reported|reports|revealed|reveals)\\b`,
  `\\b(?:reported|reports)\\s+(?:by\\s+|in\\s+)?(?:the\\s+)?NAME`,
  `\\b[Aa]ccording to\\s+(?:[^.;]{0,60}?\\b(?:in|from|by|with|at)\\s+)?${few}NAME`,
  `\\b(?:obtained|seen|reviewed) by\\s+(?:the\\s+)?NAME`,
  `\\b(?:released|provided|given|leaked|shared)\\s+(?:first\\s+|exclusively\\s+)?(?:to|with)\\s+(?:the\\s+)?NAME`,
]

/** What is before an outlet's report in a clause that is about something else: `after The Herald reported that …`. */
const reaction =
  /\b(?:after|following|since|when|while|despite|amid|in response to|dismiss\w*|den(?:y|ies|ied|ying)|reject\w*|slam\w*|blast\w*|critici[sz]\w*|disput\w*|refut\w*)\b[^,;]{0,90}$/iu
/** What was said at another time, or besides, is not the news. */
const besides =
  /\b(?:also|meanwhile|previously|separately|earlier (?:this|that|in the) (?:week|month|year)|last (?:week|month|year|summer|fall|spring|winter)|in (?:\p{L}+ )?(?:19|20)\d\d)\b/iu

/**
 * The outlet whose interview or report an article retells, if it says so in its first sentences and nothing in it shows reporting of its
 * own. English only. `others`: the outlets of the story, which need not be widely known.
 */
export function creditedOutlet(text: MemberText, others: readonly Source[]): CreditedOutlet | undefined {
  const { article, source, document } = text.input
  if (text.language !== 'en' || article.kind !== 'article') return undefined
  const lead = text.sentences.filter(isRunningText).slice(0, readForTold)
  const outlets = outletsIn(lead.map((sentence) => sentence.text).join(' '), others)
  const own = outletOf(source)
  const lastReported = reportTitle.test(document.title) ? readForReport : readForReported
  for (const [index, sentence] of lead.entries()) {
    if (besides.test(sentence.text)) continue
    for (const { key, names } of outlets) {
      const name = names.find((each) => sentence.text.includes(each))
      if (key === own.key || name === undefined || own.names.includes(name)) continue
      const kind = kindOfCredit(sentence.text, name, index < lastReported)
      if (kind === 'told' && index > 1 && !isTitled(sentence.text, name, document.title)) continue
      if (kind !== undefined) return hasOwnReporting(text) ? undefined : { kind, key, name, sentence: sentence.span }
    }
  }
  return undefined
}

/** The key of an outlet of ours, the same that a citation of it gets. */
export function outletKey(source: Source): string {
  return outletOf(source).key
}

const outletOf = oncePerObject(({ name, homeUrl }: Source): Outlet => {
  const host = URL.parse(homeUrl)?.hostname ?? ''
  const found =
    known.find(({ key }) => host === key || host.endsWith(`.${key}`)) ?? known.find(({ names }) => names.includes(name))
  return found ? { key: found.key, names: [...found.names, name] } : { key: name, names: [name] }
})

/** The outlets of a story that have a name by which a text may cite them, each once. */
const citable = oncePerObject((sources: readonly Source[]): readonly Outlet[] => {
  const byName = new Map(sources.map((source) => [`${source.name}\n${source.homeUrl}`, outletOf(source)]))
  return [...byName.values()].filter(({ names }) => names.some(isTelling))
})

function outletsIn(lead: string, others: readonly Source[]): readonly Outlet[] {
  const ofStory = citable(others).filter(({ names }) => names.some((name) => isTelling(name) && lead.includes(name)))
  if (ofStory.length === 0 && !anyKnown.test(lead)) return []
  const keys = new Set(ofStory.map(({ key }) => key))
  return [...ofStory, ...known.filter(({ key, names }) => !keys.has(key) && names.some((name) => lead.includes(name)))]
}

/** A name of one short word may be any word. */
function isTelling(name: string): boolean {
  return name.length > 5 || /\s/.test(name) || /^\p{Lu}{3,}$/u.test(name)
}

function kindOfCredit(sentence: string, name: string, isNews: boolean): CreditedOutlet['kind'] | undefined {
  const isIn = (form: string) => {
    const pattern = new RegExp(form.replace('NAME', `(?<!\\p{L})${escaped(name)}(?!\\p{L})${noSurvey}`), 'u')
    const found = pattern.exec(sentence)
    return found !== null && !reaction.test(sentence.slice(0, found.index))
  }
  if (toldForms.some(isIn)) return 'told'
  return isNews && reportedForms.some(isIn) ? 'reported' : undefined
}

const speaker = /(?<name>\p{Lu}[\p{L}’'-]+|\b(?:he|she)\b)\s+(?:\p{Ll}+\s+)?(?:told|tells|said|says)\b/u
const someName = /\p{Lu}[\p{L}-]{3,}/gu

/**
 * True if the title is about whoever speaks in the sentence, or names what it names: a third voice in somebody else's news is one detail
 * of it. Somebody without a name (`a spokesman told …`) tells the news if the sentence shares two words with the title.
 */
function isTitled(sentence: string, outlet: string, title: string): boolean {
  const name = speaker.exec(sentence)?.groups?.name
  if (name !== undefined) return /^(?:he|she)$/u.test(name) || title.includes(name)
  const rest = sentence.replaceAll(outlet, '')
  if ((rest.match(someName) ?? []).some((word) => title.includes(word))) return true
  return contentStems(wordsOf(title)).intersection(contentStems(wordsOf(rest))).size >= 2
}

const quoted = /[“"]([^“”"]{12,})[”"]/gu

/**
 * True if a text of the outlet is what an article retells: it has words that the article quotes in its first sentences. Otherwise it is
 * another report of that outlet. If nothing is quoted there, it is enough that the outlet tells of its own reporting.
 */
export function isToldTo(original: MemberText, retelling: MemberText): boolean {
  const lead = retelling.sentences.filter(isRunningText).slice(0, readForTold)
  const quotes = lead.flatMap(({ text }) => [...text.matchAll(quoted)].map(([, words = '']) => plain(words)))
  if (quotes.length === 0) return hasOwnReporting(original)
  const whole = plain(original.input.document.text)
  return quotes.some((words) => whole.includes(words.split(' ').slice(0, fewestQuoted).join(' ')))
}

const fewestQuoted = 5

function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

const generalName =
  /(?:Times|Post|Journal|Herald|Tribune|Examiner|Guardian|Telegraph|Star|Globe|Sun|Beast|Hill|Independent)$/u

/** `Herald writers Jane Roe in Corran and John Doe in Aldmere contributed`: reporters on the spot. */
const sentByOutlet = /\b(?:writers?|reporters?|correspondents?)\s.{0,300}\b(?:in|from)\s\p{Lu}.{0,300}\bcontribut/u

/** True if somebody told this outlet something, or it saw or learned something itself. Not answering it isn't a report. */
function hasOwnReporting({ sentences, input }: MemberText): boolean {
  const names = outletOf(input.source).names.flatMap((name) => [
    name,
    ...(generalName.exec(name) ?? []).map((word) => `The ${word}`),
  ])
  const any = names.map(escaped).join('|')
  const pattern = new RegExp(
    `\\b(?:told|tells|to|with|obtained by|reviewed by|seen by|interviewed by)\\s+(?:the\\s+)?(?:${any})(?![\\p{L}])|(?<![\\p{L}])(?:${any})\\s+(?:has\\s+|have\\s+)?(?:learned|confirmed|obtained|reviewed|spoke)\\b`,
    'u',
  )
  return sentences.some(
    ({ text }) =>
      (pattern.test(text) && !besides.test(text) && !/\b(?:respond|request|comment)/iu.test(text)) ||
      sentByOutlet.test(text),
  )
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
