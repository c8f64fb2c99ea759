import type { WordChoice } from '../core/coverage.ts'
import type { DocumentId } from '../core/ids.ts'
import type { Figure, Headline, Member } from '../core/story.ts'
import { inEveryLanguage } from '../languages/all.ts'
import { readSharedWords } from './opening-words.ts'
import { readsAsOpinion } from './reads-as-opinion.ts'
import { speaksOfWriter } from './stand-alone.ts'
import { isSummarizable, type MemberText } from './story-text.ts'
import { contentStems, sharedCount, wordsOf } from './words.ts'

/** What each kind of load subtracts from a headline's score (a share of its words that others use: 0 to 1). */
const question = 0.5
const lure = 0.6
const shout = 0.4
const scareMarks = 0.25
const voice = 0.3
const label = 0.15
const minority = 0.2
const tooFewWords = 0.4
const comment = 0.5
const twoSentences = 0.3
const spoken = 0.2
const fullStop = 0.2
const tags = 0.6

/** Weights of what speaks for a title: the other articles' openings, its own, and one sentence of it have its words; it has enough of them. */
const othersPart = 1.5
const ownPart = 0.5
const atOncePart = 1
const enoughPart = 0.3
const enoughWords = 8
/** What an article that is somebody's opinion loses, and one whose writer speaks in its opening, for each such sentence. */
const opinionPart = 0.5
const writerPart = 0.1
const mostOfWriter = 3
/** What an article loses at most for the words of columns. */
const wordsPart = 0.5
/** What a title loses for a number that a later report replaced. */
const outdatedPart = 1
/** So many sentences of its own article are read; shares are relative to at least so many words of a title. */
const ownSentences = 5
const leastOwn = 4
/** A sentence of an opening has so many words; one with this share of the title's tells it, and more is not better. */
const leastOpening = 8
const toldEnough = 0.5
const leastTitle = 6

/**
 * How loaded a headline is, by form and comparison, without a list of bad words: it asks, lures, comments, speaks as one talks, ends as a
 * sentence, speaks of itself or to the reader, shouts, opens with a quotation, puts one or two words in quotation marks, or uses a word for
 * which most other outlets of the story use another. Zero for a plain one.
 */
export function loadOf(title: string, choices: readonly WordChoice[]): number {
  const stems = contentStems(wordsOf(title))
  const own = title.replace(quotation, ' ')
  return (
    (isQuestion(title) ? question : 0) +
    (luring.test(title) ? lure : 0) +
    (isShouting(title) ? shout : 0) +
    (inScareMarks.test(title) || opensWithQuotation.test(title) ? scareMarks : 0) +
    (selfReference.test(own) ? voice : 0) +
    (/^[^:|]{1,40}[:|]/.test(title) ? label : 0) +
    (stems.size < 3 ? tooFewWords : 0) +
    (isTwoSentences.test(own) ? twoSentences : 0) +
    (inSpokenWords.test(own) ? spoken : 0) +
    (/\p{Ll}{3}\.\s*$/u.test(title) ? fullStop : 0) +
    (labeledComment.test(title) ? comment : 0) +
    (isTags.test(title) ? tags : 0) +
    minority * choices.filter((choice) => usesMinorityWord(title, choice)).length
  )
}

/** Words in quotation marks; an apostrophe (`isn't`, `the drivers' toll`) is none. */
const quotation = /(?<=^|[\s(])["“‘'«].*?["”’'»](?=$|[\s.,;:!?)])/gu

/** Ends as a question, or has one before a second sentence: `Who won? The answer`. */
function isQuestion(title: string): boolean {
  return /[?؟](?:\s*$|\s+\p{L})/u.test(title)
}

/** What promises instead of telling. */
const luring = new RegExp(inEveryLanguage((pack) => pack.luring).join('|'), 'iu')

/** `The bridge is open. It may close again`: the second one comments. */
const isTwoSentences = /\p{Ll}{4}[.!] \p{Lu}/u

/** `The council just voted for a toll`, not `just after the vote`. */
const inSpokenWords =
  /\b(?:just (?!(?:after|ahead|as|before|days|hours|minutes|one|over|short|two|under|weeks)\b)\p{L}+|actually|literally|basically|really)\b/iu

/** `OPINION: …`, `… | Editorial`, `Analysis: …`, `Fact check: …` */
const labeledComment =
  /^(?:opinions?|editorial|commentary|column|perspective|review|essay|analysis|explainer)\s?[:|–—]|\bfact[ -]?check(?:ing|s)?\b|\s[|–—]\s?(?:opinion|editorial|commentary|analysis)$/iu

/** `The Halvik Post – Opinion`; `Opinion contributor`, `ANALYSIS/OPINION:` above a text. */
const opinionSource = /\b(?:opinions?|editorials?|commentary|columnists?)\b/iu
const opinionLabel = /\b(?:opinion (?:contributor|columnist|writer)|analysis\/opinion|this column)\b/iu
const labelReach = 250

/** `Bridge, Toll, Halvik, Council, Harbor`: what a page is filed under. */
const isTags = /^(?:[^,]{2,30}, ){4,}[^,]{2,30}$/

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
 * Chooses a story's headline, a whole title: of a complete original article in the story's language, the one whose words the openings of
 * the other articles and of its own share most, less its load (`loadOf`). Each report counts once, however often it is printed. `choices`
 * are the words in which outlets differ; `doubtful` the documents whose text does not support their title, used only if there is no other;
 * `figures` say which numbers are outdated. Falls back to any title.
 */
export function chooseHeadline(
  texts: readonly MemberText[],
  members: readonly Member[],
  language: string,
  choices: readonly WordChoice[] = [],
  doubtful: ReadonlySet<DocumentId> = new Set(),
  figures: readonly Figure[] = [],
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
    titled.filter((text) => text.language === language),
    titled,
  ]
  const candidates = ladder.find((step) => step.length > 0) ?? [first]
  const best = bestTold(candidates, texts, members, choices, figures)
  return { documentId: best.input.document.id, title: best.input.document.title }
}

/** The language of most members, its primary tag; the earliest wins a tie. */
export function languageOf(texts: readonly MemberText[]): string {
  const counts = new Map<string, number>()
  for (const { language } of texts) if (language !== 'und') counts.set(language, (counts.get(language) ?? 0) + 1)
  let best = 'und'
  for (const [language, count] of counts) if (best === 'und' || count > (counts.get(best) ?? 0)) best = language
  return best
}

function isFit(text: MemberText, language: string): boolean {
  return isSummarizable(text.input.article) && text.language === language
}

/** An original, or one of those that print an agency's text while the agency's own article is missing: their titles are their own. */
function hasOwnTitle(member: Member | undefined, groupsWithOriginal: ReadonlySet<number>): boolean {
  return member === undefined || member.role === 'original' || !groupsWithOriginal.has(member.group)
}

/** The title that the openings of the other articles and of its own share most, less its load. */
function bestTold(
  candidates: readonly MemberText[],
  texts: readonly MemberText[],
  members: readonly Member[],
  choices: readonly WordChoice[],
  figures: readonly Figure[],
): MemberText {
  const isOutdated = readOutdated(figures)
  const sharedWords = readSharedWords(texts, members)
  const scored = candidates.map((text) => {
    const { title } = text.input.document
    const stems = contentStems(wordsOf(title))
    const score =
      othersPart * sharedWords(stems, text.member, leastTitle) +
      ownPart * toldByOwn(stems, text) +
      atOncePart * toldAtOnce(stems, text) +
      enoughPart * Math.min(1, stems.size / enoughWords) -
      loadOf(title, choices) -
      (isOutdated(title) ? outdatedPart : 0) -
      opinionOf(text)
    return { text, score }
  })
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).text
}

/** Tells whether a title has a number that a later report replaced: `11 hurt`, when there are 27. */
function readOutdated(figures: readonly Figure[]): (title: string) => boolean {
  const latest = new Set(figures.flatMap(({ readings }) => readings.at(-1)?.value ?? []))
  const earlier = new Set(figures.flatMap(({ readings }) => readings.slice(0, -1).map(({ value }) => value)))
  return (title) =>
    [...title.matchAll(/\d+(?:[.,]\d{3})*/g)]
      .map(([digits]) => Number(digits.replace(/[.,]/g, '')))
      .some((value) => earlier.has(value) && !latest.has(value))
}

/** The share of a title's words in the first sentences of its article, without those that only repeat it: news says it again. */
function toldByOwn(title: ReadonlySet<string>, { sentences }: MemberText): number {
  const told = new Set<string>()
  for (const { stems } of sentences.slice(0, ownSentences)) {
    if ([...stems].every((stem) => title.has(stem))) continue
    for (const stem of stems) if (title.has(stem)) told.add(stem)
  }
  return told.size / Math.max(leastOwn, title.size)
}

/** The share of a title's words in one of the first sentences of its article: news says at once what it is. */
function toldAtOnce(title: ReadonlySet<string>, { sentences }: MemberText): number {
  const shares = sentences
    .slice(0, ownSentences)
    .filter(({ text, words }) => words.length >= leastOpening && endsAsSentence.test(text))
    .map(({ stems }) => sharedCount(stems, title) / Math.max(leastOwn, title.size))
  return Math.min(toldEnough, Math.max(0, ...shares))
}

/** The title above the text does not. */
const endsAsSentence = /[.!?…]["”’')]*$/u

/** What an article loses as somebody's opinion: by the name of its source, by a label above its text, or because its writer speaks in it. */
export function opinionOf(text: MemberText): number {
  const { input, sentences } = text
  const { document, source } = input
  const isLabeled = opinionSource.test(source.name) || opinionLabel.test(document.text.slice(0, labelReach))
  const ofWriter = sentences.slice(0, ownSentences).filter(({ text }) => speaksOfWriter(text, document.language))
  return (
    (isLabeled ? opinionPart : 0) +
    writerPart * Math.min(mostOfWriter, ofWriter.length) +
    wordsPart * readsAsOpinion(text) ** 2
  )
}
