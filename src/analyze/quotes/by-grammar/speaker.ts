import type { Entity, Mention } from '../../../core/annotation.ts'
import { haveOtherInitials } from '../../../core/names/name-spelling.ts'
import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { phraseEndingAt } from '../../grammar/noun-phrases.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import { speaksForAnother } from '../../names/role-words.ts'
import { mentionIn, spanOf } from '../../names/subject-mention.ts'
import { isDoubtfulSubject } from './doubtful-subjects.ts'

/** The source of a quote as written, and who that is. */
export type Source = { readonly span: Span; readonly speaker?: Entity; readonly isPronoun: boolean }

/**
 * Who the subject of a cue is. Somebody who speaks for another (`Mr Trump's envoy`, `a Kremlin spokesman`) is not that
 * other: without a name of their own they stay a source with no speaker.
 */
export function sourceOf(
  text: string,
  sentence: ParsedSentence,
  subject: Subject,
  mentions: readonly Mention[],
): Source {
  const { tokens } = sentence
  const head = nth(tokens, subject.last)
  const isPronoun = head.pos === 'PRON'
  const here = mentionsIn(sentence, mentions)
  const mention = namedBesideRole(text, mentionIn(sentence, subject, here), here)
  const span = trimmed(text, spanOf(tokens, mention ? subject : withOwned(tokens, subject)))
  const speaksFor = speaksForAnother.test(head.lower) && mention?.form !== 'name' && !subject.appositive
  if (
    !mention ||
    speaksFor ||
    mention.kind === 'place' ||
    isOneOfTwo(tokens, subject) ||
    isTitleAlone(text.slice(span.start, span.end)) ||
    isNamesake(text, mention) ||
    isOfPapers(text, mention) ||
    isBeforePerson(text, mention) ||
    isInTitle(text, mention) ||
    isOneOfTheirs(text, mention) ||
    isPartOf(text, sentence, subject, mention)
  )
    return { span, isPronoun }
  return { span, speaker: mention.entity, isPronoun: isPronoun || mention.form === 'pronoun' }
}

/** The source of a quote whose verb is at `verb`; no speaker where somebody else may be meant. */
export function speakerOf(
  text: string,
  sentence: ParsedSentence,
  subject: Subject,
  verb: number,
  mentions: readonly Mention[],
): Source {
  const { speaker, ...source } = sourceOf(text, sentence, subject, mentions)
  if (!speaker) return source
  const whoIs = (other: Subject) => sourceOf(text, sentence, other, mentions).speaker
  const isDoubtful =
    isDoubtfulSubject({ sentence, verb, subject, speaker }, whoIs) ||
    isBehindVersus(text, source.span) ||
    isNamedBehind(sentence, subject, verb, mentionsIn(sentence, mentions), speaker)
  return isDoubtful ? source : { ...source, speaker }
}

/** `Roe v. Poe says so`: a case, in which a sentence seems to end. */
function isBehindVersus(text: string, { start }: Span): boolean {
  return /\svs?\.\s(?:the\s)?$/i.test(text.slice(Math.max(0, start - 10), start))
}

/** `Roe, the son of Mayor Jane Roe, said`: she is named for what he is. */
function isNamedBehind(
  { tokens }: ParsedSentence,
  { last, appositive }: Subject,
  verb: number,
  mentions: readonly Mention[],
  { id, kind }: Entity,
): boolean {
  if (kind !== 'person' || appositive || verb - last < 4) return false
  const [from, to] = [nth(tokens, last).end, nth(tokens, verb).start]
  return mentions.some(
    ({ span, form, entity }) =>
      form === 'name' &&
      entity.id === id &&
      span.start > from &&
      span.end < to &&
      /^(?:of|to|by|for|with)$/.test(
        tokens.findLast(({ end, pos }) => end <= span.start && pos !== 'PROPN' && pos !== 'ADJ')?.lower ?? '',
      ),
  )
}

/** `called Mr. Poe a fake and said`: a title before a point, and not who said it. */
function isTitleAlone(words: string): boolean {
  return /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|capt)\.?$/i.test(words)
}

/** `either she or Ms Roe would say`: one of them, and it is not said who. */
function isOneOfTwo(tokens: readonly Token[], { first }: Subject): boolean {
  return tokens[first - 1]?.lower === 'or'
}

/** `Roe ally Tom Poe said`: he, and not who is named before. */
function namedBesideRole(
  text: string,
  mention: Mention | undefined,
  mentions: readonly Mention[],
): Mention | undefined {
  if (mention?.form !== 'name') return mention
  const role = /^ (\p{Ll}+) (?=\p{Lu})/u.exec(text.slice(mention.span.end, mention.span.end + 20))
  if (!role || !PERSON.test(role[1] ?? '')) return mention
  const start = mention.span.end + role[0].length
  return (
    mentions.find(({ span, form, kind }) => span.start === start && form === 'name' && kind === 'person') ?? mention
  )
}

/** `according to the documentary Finding Tom Poe`: what a work is called. */
function isInTitle(text: string, { form, kind, span }: Mention): boolean {
  return form === 'name' && kind === 'person' && WORK.test(text.slice(Math.max(0, span.start - 60), span.start))
}

const WORK =
  /\b(?:documentary|film|movie|biopic|book|memoir|biography|novel|series|song|album|podcast|musical)\s(?:(?:\p{Lu}[\p{L}’']*|and|of|the|with|for)\s)*["“‘']?$/u

/** `Tom Poe, a Roe superdelegate, said`: one of hers. */
function isOneOfTheirs(text: string, { form, kind, span }: Mention): boolean {
  return (
    form === 'name' &&
    kind === 'person' &&
    /(?:^|[\s,])an?\s$/i.test(text.slice(Math.max(0, span.start - 4), span.start))
  )
}

/** `one longtime Roe ally said` */
function isBeforePerson(text: string, { form, span }: Mention): boolean {
  const next = /^ (\p{Ll}+)(?! \p{Lu})/u.exec(text.slice(span.end, span.end + 20))?.[1]
  return form === 'name' && next !== undefined && PERSON.test(next)
}

const PERSON =
  /^(?:all(?:y|ies)|aides?|advis[eo]rs?|supporters?|critics?|donors?|friends?|insiders?|officials?|staffers?|voters?|associates?|confidants?|loyalists?|surrogates?|backers?|lawyers?|attorneys?)$/

/** `according to Roe Commission filings`: what others have handed in. */
function isOfPapers(text: string, { kind, span }: Mention): boolean {
  return (
    kind === 'organization' &&
    /^ (?:filings?|records|documents|court|emails|transcripts?)(?!\p{L})/u.test(text.slice(span.end, span.end + 16))
  )
}

/** `George W. Roe` is not the `George H. W. Roe` whom the text names first, whatever else of the name is the same. */
function isNamesake(text: string, { form, span, entity }: Mention): boolean {
  return form === 'name' && haveOtherInitials(text.slice(span.start, span.end), entity.name)
}

/** `four Democrats`, `Democrats who …`: members of a party, and not the party. */
function isPartOf(
  text: string,
  { tokens }: ParsedSentence,
  { first, last }: Subject,
  { kind, span }: Mention,
): boolean {
  if (kind !== 'organization') return false
  const start = tokens.findIndex((token) => token.start >= span.start)
  if (!MEMBERS.test(text.slice(span.start, span.end))) return false
  const isBare =
    first >= start
      ? !/^(?:ADJ|NUM|VERB|DET)$/.test(tokens[start - 1]?.pos ?? '')
      : first === start - 1 && tokens[first]?.lower === 'the'
  return !isBare || /^(?:who|that|on|in|from|with|of)$/.test(tokens[last + 1]?.lower ?? '')
}

const MEMBERS = /(?:Democrats|Republicans|Conservatives|Tories|Lib Dems)$/

/** `the wife of the jailed blogger Samir Aziz`: where X is not who speaks, the one who is X's is named before. */
function withOwned(tokens: readonly Token[], subject: Subject): Subject {
  const [link, noun] = [tokens[subject.first - 1], tokens[subject.first - 2]]
  if (link?.lower !== 'of' || noun?.pos !== 'NOUN' || noun.isQuoted) return subject
  return { ...subject, first: phraseEndingAt(tokens, subject.first - 2).first }
}

/** The mentions of a sentence; they are in order, and none crosses a sentence. */
function mentionsIn({ start, end }: ParsedSentence, mentions: readonly Mention[]): Mention[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (nth(mentions, middle).span.start < start) low = middle + 1
    else high = middle
  }
  const found: Mention[] = []
  for (let i = low; i < mentions.length; i++) {
    const mention = nth(mentions, i)
    if (mention.span.start >= end) break
    found.push(mention)
  }
  return found
}

/** Without a comma that a phrase took along. */
function trimmed(text: string, { start, end }: Span): Span {
  return text[end - 1] === ',' ? { start, end: end - 1 } : { start, end }
}
