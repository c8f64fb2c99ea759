import type { WordChoice } from '../core/coverage.ts'
import type { DocumentId } from '../core/ids.ts'
import type { Headline, Member } from '../core/story.ts'
import { inEveryLanguage } from '../languages/all.ts'
import { isSummarizable, type MemberText } from './story-text.ts'
import { contentStems, wordsOf } from './words.ts'

/** What each kind of load subtracts from a headline's score (a share of its words that others use: 0 to 1). */
const question = 0.25
const lure = 0.3
const shout = 0.2
const scareMarks = 0.12
const voice = 0.15
const label = 0.05
const minority = 0.1
const tooFewWords = 0.2
const opinion = 0.3

/**
 * How loaded a headline is, by form and comparison, without a list of bad words: it asks, lures, speaks of itself or to the reader, shouts,
 * opens with a quotation, puts one or two words in quotation marks, or uses a word for which most other outlets of the story use another.
 * Zero for a plain one.
 */
export function loadOf(title: string, choices: readonly WordChoice[]): number {
  const stems = contentStems(wordsOf(title))
  return (
    (isQuestion(title) ? question : 0) +
    (luring.test(title) ? lure : 0) +
    (isShouting(title) ? shout : 0) +
    (inScareMarks.test(title) || opensWithQuotation.test(title) ? scareMarks : 0) +
    (selfReference.test(title.replace(/["“‘'«][^"”’'»]*["”’'»]/gu, ' ')) ? voice : 0) +
    (/^[^:|]{1,18}[:|]/.test(title) ? label : 0) +
    (stems.size < 3 ? tooFewWords : 0) +
    (labeledOpinion.test(title) ? opinion : 0) +
    minority * choices.filter((choice) => usesMinorityWord(title, choice)).length
  )
}

/** Ends as a question, or has one before a second sentence: `Who won? The answer`. */
function isQuestion(title: string): boolean {
  return /[?؟](?:\s*$|\s+\p{L})/u.test(title)
}

/** What promises instead of telling. */
const luring = new RegExp(inEveryLanguage((pack) => pack.luring).join('|'), 'iu')

/** `OPINION: …`, `… | Editorial` */
const labeledOpinion =
  /^(?:opinions?|editorial|commentary|column|perspective|review|essay)\s?[:|–—]|\s[|–—]\s?(?:opinion|editorial|commentary)$/iu

/** An exclamation mark, two capitalized words of four letters or more, or one among words that are not. */
function isShouting(title: string): boolean {
  if (/!(?:["”’']?\s*$|\s)/.test(title)) return true
  const words = title.match(/\p{L}{2,}/gu) ?? []
  const capitals = words.filter((word) => word.length >= 4 && word === word.toUpperCase() && /\p{Lu}/u.test(word))
  return capitals.length >= 2 || (capitals.length === 1 && capitals[0] !== undefined && capitals[0].length >= 6)
}

/** One or two words in quotation marks: an outlet's distance, or somebody's strong word. */
const inScareMarks = /(?:^|\s)["“‘'«]\s?[\p{L}-]+(?:\s[\p{L}-]+)?\s?["”’'»](?=[\s,.:;!?]|$)/u

/** The outlet or the reader, outside of quotation marks: `our school hall`, `your money`. */
const selfReference = /\b(?:I|we|us|our|my|you|your)\b/u

/** Somebody's words come first: `“I found it”: engineer tells all`. */
const opensWithQuotation = /^["“‘'«]/u

/** True when the headline uses the word that fewer outlets use. */
function usesMinorityWord(title: string, { words }: WordChoice): boolean {
  const most = Math.max(...words.map(({ uses }) => uses.length))
  const own = new Set(wordsOf(title).map(({ text }) => text))
  return words.some(({ word, uses }) => uses.length < most && own.has(word))
}

/**
 * Chooses a story's headline, a whole title: of a complete original article in the story's language, the one whose words the other titles
 * and the articles' first sentences share most, less its load (`loadOf`). Each report counts once, however often it is printed. `choices`
 * are the words in which outlets differ; `doubtful` the documents whose text does not support their title, used only if there is no other.
 * Falls back to any title.
 */
export function chooseHeadline(
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
  choices: readonly WordChoice[] = [],
  doubtful: ReadonlySet<DocumentId> = new Set(),
): Headline {
  const first = texts[0]
  if (!first) throw new Error('A story without members has no headline: give chooseHeadline at least one member')
  const titled = texts.filter(({ input }) => input.document.title.trim() !== '')
  const fit = titled.filter((text) => isFit(text, language))
  const groupsWithOriginal = new Set(members.filter(({ role }) => role === 'original').map(({ group }) => group))
  const isOriginal = ({ member }: MemberText) => hasOwnTitle(members[member], groupsWithOriginal)
  const sound = fit.filter(({ input }) => !doubtful.has(input.document.id))
  const ladder = [
    sound.filter(isOriginal),
    sound,
    fit.filter(isOriginal),
    fit,
    titled.filter(({ input }) => input.document.language === language),
    titled,
  ]
  const candidates = ladder.find((step) => step.length > 0) ?? [first]
  const best = mostShared(candidates, texts, members, choices)
  return { documentId: best.input.document.id, title: best.input.document.title }
}

/** The language of most members; the earliest wins a tie. */
export function languageOf(texts: readonly MemberText[]): string {
  const counts = new Map<string, number>()
  for (const { input } of texts)
    if (input.document.language !== 'und')
      counts.set(input.document.language, (counts.get(input.document.language) ?? 0) + 1)
  let best = 'und'
  for (const [language, count] of counts) if (best === 'und' || count > (counts.get(best) ?? 0)) best = language
  return best
}

function isFit({ input }: MemberText, language: string): boolean {
  return isSummarizable(input.article) && input.document.language === language
}

/** An original, or one of those that print an agency's text while the agency's own article is missing: their titles are their own. */
function hasOwnTitle(member: Member | undefined, groupsWithOriginal: ReadonlySet<number>): boolean {
  return member === undefined || member.role === 'original' || !groupsWithOriginal.has(member.group)
}

function mostShared(
  candidates: readonly MemberText[],
  texts: readonly MemberText[],
  members: readonly Member[],
  choices: readonly WordChoice[],
): MemberText {
  const sizes = new Map<number, number>()
  for (const { group } of members) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const weightOf = (member: number) => 1 / (sizes.get(members[member]?.group ?? -1) ?? 1)
  const voices = new Map(
    texts.map(({ member, input, sentences }) => [
      member,
      contentStems(wordsOf(`${input.document.title}\n${sentences[0]?.text ?? ''}`)),
    ]),
  )
  const voicesWith = new Map<string, number>()
  for (const [member, stems] of voices)
    for (const stem of stems) voicesWith.set(stem, (voicesWith.get(stem) ?? 0) + weightOf(member))
  const all = [...voices.keys()].reduce((sum, member) => sum + weightOf(member), 0)
  const scored = candidates.map((text) => {
    const { title } = text.input.document
    const stems = contentStems(wordsOf(title))
    let shared = 0
    // Its own title has all of its words.
    const own = weightOf(text.member)
    for (const stem of stems) shared += Math.max(0, (voicesWith.get(stem) ?? own) - own)
    const others = all - own
    const mean = others < 1e-9 ? 0 : shared / Math.max(6, stems.size) / others
    return { text, score: mean - loadOf(title, choices) }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.text
}
