import { contains } from '../../core/span.ts'
import type { BriefPoint, Headline, Member } from '../../core/story.ts'
import { afterAgencyMark } from '../../core/time/dateline.ts'
import { opinionOf } from '../choose-headline.ts'
import { readSharedWords } from '../opening-words.ts'
import { sentenceToShow } from '../people/attribution.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { isRunningText, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { briefPoint, isBriefCandidate, isLoose } from './brief-candidate.ts'

/** News begins with what matters: so many sentences of the headline's own article are tried, and of each other one. */
const deepestOwn = 8
const deepestOther = 4
/** Fewer than in a brief: an opening may be short. */
const minWords = 5
/** Weight of a sentence that refers back a little. */
const loosePart = 0.5
/** Weight of one that begins with an earlier time or a scene, or with somebody known from earlier sentences. */
const scenePart = 0.5
/** What it counts, for a sentence that tells the whole headline, that it says when; and how far from publication that may be. */
const dayPart = 0.4
const nearMs = 4 * 86_400_000
/** What counts for any sentence, and for one of the headline's own article, beside the share of the headline's words that it has. */
const anyPart = 0.4
const ownPart = 0.5
/** The openings of the other articles are compared with at least so many words of a sentence. */
const leastShared = 15
/** A line of fewer words is a byline or a mark, not a sentence to count a depth by. */
const countedWords = 8
const depthPart = 0.3
/** So many words of a headline, or this share of them, tell it; the first sentence of an article needs fewer. */
const toldSurely = 4
const leastTold = 0.4
const leastFirstTold = 0.3
/** How deep the headline's own article goes with a caption or another sentence that cannot be shown. */
const unfitDepth = 0.5

/**
 * The sentence to read under a headline: near the beginning of an article, understandable alone, with the words of the headline and of what
 * the other articles begin with; of the headline's own article, unless another one tells it much better. Undefined if none
 * tells the headline. What another article only attributes to somebody is shown with the attribution.
 */
export function leadSentence(
  texts: readonly MemberText[],
  members: readonly Member[],
  { headline, language }: { readonly headline: Headline; readonly language: string },
): BriefPoint | undefined {
  const titles = texts.map(({ input }) => plain(input.document.title))
  const isFit = (sentence: SentenceText) =>
    isBriefCandidate(sentence, texts, members, language, minWords) &&
    !repeatsTitle(sentence, titles, headline) &&
    !isAboveCredit(sentence, texts[sentence.member])
  const best = surest(ranked(texts, members, headline, isFit), texts, { headline, language }, isFit)
  if (!best) return undefined
  const alike = texts.flatMap(({ sentences }) =>
    sentences
      .slice(0, deepestOwn)
      .filter((each) => each !== best && isRunningText(each) && (each.text === best.text || areEquivalent(best, each))),
  )
  const group = { leader: best, members: [best, ...alike] }
  return briefPoint(withoutMark(sentenceToShow(group, isFit) ?? best, texts), group, texts, members)
}

/** True when a sentence says the headline only, or begins with the title of its article, which lost its line. */
function repeatsTitle({ text, member }: SentenceText, titles: readonly string[], headline: Headline): boolean {
  const said = plain(text)
  const own = titles[member] ?? ''
  return said === plain(headline.title) || (own.includes(' ') && `${said} `.startsWith(`${own} `))
}

/** True for a sentence of a caption: its block continues with the credit of a picture. */
function isAboveCredit({ index, block }: SentenceText, text: MemberText | undefined): boolean {
  const rest = text?.sentences.slice(index + 1, index + captionReach).filter((each) => each.block === block) ?? []
  return rest.some((each) => pictureCredit.test(each.text))
}

const captionReach = 5
const pictureCredit =
  /^\(?(?:photo(?:graph)?s?|image|picture|credit)(?: by|:| courtesy) |(?:\/|via |— ?)(?:getty images|reuters|afp|ap)\b|\bap photo\b|\/getty\b/iu

/** The sentence without `(Reuters) -`. */
function withoutMark(sentence: SentenceText, texts: readonly MemberText[]): SentenceText {
  const document = texts[sentence.member]?.input.document
  if (!document) return sentence
  const span = afterAgencyMark(document.text, sentence.span)
  return { ...sentence, span, text: document.text.slice(span.start, span.end) }
}

/** The sentences that may tell the headline, the best first; the first one of the headline's own article may share no word with it. */
function ranked(
  texts: readonly MemberText[],
  members: readonly Member[],
  headline: Headline,
  isFit: (sentence: SentenceText) => boolean,
): SentenceText[] {
  const stems = contentStems(wordsOf(headline.title))
  const sharedWords = readSharedWords(texts, members)
  const scored = texts.flatMap((text) => {
    const isOwn = text.input.document.id === headline.documentId
    const opinion = opinionOf(text)
    let depth = 0
    return text.sentences.slice(0, isOwn ? deepestOwn : deepestOther).flatMap((sentence) => {
      const at = depth
      if (sentence.words.length >= countedWords) depth += isOwn && !isFit(sentence) ? unfitDepth : 1
      const told = stems.size === 0 ? 0 : sharedCount(sentence.stems, stems) / stems.size
      if (told === 0 && !(isOwn && sentence.index === 0)) return []
      const shared = sharedWords(sentence.stems, sentence.member, leastShared)
      const worth =
        anyPart + told + shared + (isOwn ? ownPart : 0) + (isOfTheDay(sentence, text) ? dayPart * told : 0) - opinion
      return [{ sentence, score: (worth * partOf(sentence, text, headline)) / (1 + depthPart * at) }]
    })
  })
  return scored.sort((a, b) => b.score - a.score).map(({ sentence }) => sentence)
}

/**
 * Whether nothing is said below a headline that no sentence tells: so in English stories of several articles, where every second sentence
 * with less of its words is a scene, background or another aspect. A lone article is shown as its outlet begins it.
 */
export function mustTellHeadline(texts: readonly MemberText[], language: string): boolean {
  return language === 'en' && texts.length > 1
}

/** The best sentence, if it has enough of the headline's words to be the news it states; otherwise another article's first one that has. */
function surest(
  best: readonly SentenceText[],
  texts: readonly MemberText[],
  { headline, language }: { readonly headline: Headline; readonly language: string },
  isFit: (sentence: SentenceText) => boolean,
): SentenceText | undefined {
  const first = best.find(isFit)
  if (!first || !mustTellHeadline(texts, language)) return first
  const stems = contentStems(wordsOf(headline.title))
  const tells = (sentence: SentenceText, least = leastTold) => {
    const told = sharedCount(sentence.stems, stems)
    return told >= toldSurely || told / Math.max(1, stems.size) >= least
  }
  const opens = ({ index, member }: SentenceText) =>
    texts[member]?.sentences.slice(0, index).every(({ words }) => words.length < countedWords) === true
  if (tells(first, opens(first) ? leastFirstTold : leastTold)) return first
  return best.find((sentence) => opens(sentence) && tells(sentence) && isFit(sentence))
}

/** True when a sentence says when, and that is about when its article was published: `on Monday`. */
function isOfTheDay({ span }: SentenceText, { times, input }: MemberText): boolean {
  const published = Date.parse(input.document.publishedAt)
  return times.some(({ kind, value, span: at }) => {
    if ((kind !== 'date' && kind !== 'time') || !contains(span, at)) return false
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
    return day !== undefined && Math.abs(Date.parse(day) - published) <= nearMs
  })
}

/** Less for what leans on something before it, or sets a scene. */
function partOf(sentence: SentenceText, text: MemberText, headline: Headline): number {
  const isEnglish = /^en\b/.test(text.input.document.language)
  const leans = isLoose(sentence, text) || namesKnownThing(sentence, text) || (isEnglish && followsOn(sentence))
  const isScene = (isEnglish && setsScene.test(sentence.text)) || opensWithSurname(sentence, text, headline)
  return (leans ? loosePart : 1) * (isScene ? scenePart : 1)
}

/** `The lawsuit challenges …` after `… filed a lawsuit`. */
function namesKnownThing({ index, text, words }: SentenceText, { sentences }: MemberText): boolean {
  if (index === 0 || !/^[Tt]he \p{Ll}/u.test(text)) return false
  const thing = words.find(({ isStop }) => !isStop)
  return thing !== undefined && sentences.slice(0, index).some(({ stems }) => stems.has(thing.stem))
}

/** `Varga made the statement …` where an earlier sentence, and not the headline, says who that is. */
function opensWithSurname({ index, span }: SentenceText, { mentions, input }: MemberText, headline: Headline): boolean {
  if (index === 0) return false
  const first = mentions.find((mention) => mention.kind === 'person' && mention.span.start === span.start)
  if (first?.form !== 'name' || !first.entity.name.includes(' ')) return false
  const name = input.document.text.slice(first.span.start, first.span.end)
  return !name.includes(' ') && !headline.title.includes(name)
}

function followsOn({ index, text }: SentenceText): boolean {
  return index > 0 && following.test(text)
}

/** `Her request comes after …`, `Ireland is also …`, `In the letter …`, `… used this tag`, `… first reported`: what an earlier sentence told. */
const following =
  /^(?:\p{L}[\p{L}’'-]* ){1,5}(?:comes?|came) (?:just |only |hours |days |weeks |a (?:day|week|month) )*(?:after|as|amid|before)\b|^(?:[^\s,]+ ){1,4}(?:also|then|goes on to)\b|^(?:in (?:his|her|their|its|(?:the|this) (?:article|interview|letter|memo|op-ed|piece|post|report|speech|statement|tweet|video)|a (?:series|string|trio) of \p{L}+)|even)(?: |,)|\b(?:this|these) (?!(?:afternoon|century|coming|country|decade|election|evening|fall|month|morning|past|season|spring|summer|time|week|weekend|winter|year)\b)\p{Ll}|\bfirst reported\b|\bhad (?:previously|earlier|already|initially|originally)\b|^\p{L}[\p{L}’' ]{2,22}: (?=\p{L})|!$/iu

/** How features begin: an earlier time, a scene. */
const setsScene =
  /^(?:well(?=,)|(?:just |only )?(?:minutes|hours|days|moments) before|when|back when|for (?:years|months|decades)|last (?:week|month|year|spring|summer|fall|winter)|in (?:19|20)\d\d|on paper|imagine|once)\b/iu

/** The words alone: a first sentence that repeats the headline says nothing new. */
function plain(text: string): string {
  return wordsOf(text)
    .map(({ text: word }) => word)
    .join(' ')
}
