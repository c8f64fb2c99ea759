import type { EntityKind, Mention, Sentence } from '../core/annotation.ts'
import type { Document } from '../core/document.ts'
import { givenName } from '../core/names/first-names.ts'
import { nameWordKey } from '../core/names/name-spelling.ts'
import { nth } from '../core/nth.ts'
import { packOrEnglish } from '../languages/all.ts'
import { defineAnalyzer } from './analyzer.ts'
import { type ParsedDocument, type ParsedSentence, parseDocument, type Token } from './grammar/parse.ts'
import { layerVersions } from './layer-versions.ts'
import { rolesAndPronouns } from './names/coreference.ts'
import type { NameRun } from './names/name-parts.ts'
import { nameRuns } from './names/name-runs.ts'
import { heldOn, wikidataIdOf } from './names/office-holders.ts'
import { organizationNamed } from './names/organizations.ts'
import {
  addPerson,
  copyBook,
  emptyBook,
  type Gender,
  isNameSuffix,
  type PeopleBook,
  type Person,
  personByEnd,
  personByFirst,
  personByLast,
  personByName,
} from './names/people.ts'
import { asPersons } from './names/person-evidence.ts'
import { placeNamed } from './names/places.ts'
import { namedBodies } from './names/places-and-bodies.ts'
import { heldByNamed, taughtBy } from './names/role-facts.ts'
import { courtesyTitles, nameTitles, speaksForAnother } from './names/role-words.ts'
import type { RoleFact } from './names/roles.ts'

/** Given names that are also towns, peoples, brands or months: one alone isn't a person. */
const ALSO_ELSE =
  /^(?:Adelaide|Alexa|Alexandria|Asia|August|Austin|Carolina|Charlotte|Chelsea|China|Christian|Claude|Dakota|Faith|Florence|Gemini|Grace|Harmony|Hope|India|Israel|Jackson|Jordan|Joy|Kenya|Lincoln|Lourdes|Madison|May|Mercedes|Orlando|Paris|Rich|San|Santiago|Sierra|Summer|Sydney|Victoria|Virginia|Will|Mark|Bill|Chase|Christ|Jesus|Grant|Mac|Van|Van|Sri|Guy|Art|Drew|Gene|Max|Rose|Ruby|Violet|Olive|Tiffany|Pat|Jack|Mars|Sterling|Ivory|Melody|Marina|Diamond)$/

/**
 * Given names that stand for a person whom the text calls by nothing else: `their daughter, Edda`, or `Edda` twice with
 * something told of her. Words as written, each once.
 */
export function loneGivenNames(runs: readonly NameRun[]): string[] {
  const counts = new Map<string, { times: number; isTold: boolean; word: string }>()
  for (const run of runs) {
    const word = nth(run.words, 0)
    if (run.words.length > 1 || run.titles.length > 0 || !mayStandAlone(run, word)) continue
    const key = nameWordKey(word)
    const count = counts.get(key) ?? { times: 0, isTold: false, word }
    const isKin = isBesideKin(run)
    counts.set(key, { word, times: count.times + (isKin ? 2 : 1), isTold: count.isTold || isKin || isToldOf(run) })
  }
  return [...counts.values()].flatMap(({ times, isTold, word }) => (times > 1 && isTold ? [word] : []))
}

function mayStandAlone({ sentence, nameFirst }: NameRun, word: string): boolean {
  if (!givenName(word) || ALSO_ELSE.test(word) || placeNamed(word) || organizationNamed(word)) return false
  return sentence.tokens[nameFirst]?.pos === 'PROPN' && /^\p{Lu}\p{Ll}{2,}/u.test(word) && !sentence.isHeading
}

const KIN =
  /^(?:baby|boy|child|daughter|son|wife|husband|girl|girlfriend|boyfriend|brother|sister|mother|father|mum|mom|dad|grandson|granddaughter|niece|nephew|twin|partner|friend|dog|cat)$/

/** `their child, Edda`, `her son Edda`. */
function isBesideKin({ sentence: { tokens }, first }: NameRun): boolean {
  const before = tokens[first - 1]
  return KIN.test(before?.text === ',' ? (tokens[first - 2]?.lower ?? '') : (before?.lower ?? ''))
}

/** `Edda walked`, `Edda's coat`, `Edda, who …`. */
function isToldOf({ sentence: { tokens }, last }: NameRun): boolean {
  const next = tokens[last + 1]
  if (!next) return false
  return next.pos === 'VERB' || next.lower === "'s" || (next.text === ',' && tokens[last + 2]?.lower === 'who')
}

/** People, organizations and places: by name, by role, by pronoun. */
export const mentions = defineAnalyzer({
  assigns: 'mentions',
  requires: ['sentences'],
  version: layerVersions.mentions,
  run: findMentions,
})

/** Mentions of a document, in order. Names first, then what roles and pronouns can be tied to them. */
function findMentions(doc: Document, layers: { readonly sentences: readonly Sentence[] }): Mention[] {
  const parsed = parseDocument(doc, layers.sentences)
  const runs = asPersons(parsed.sentences.flatMap((sentence) => nameRuns(sentence)))
  const book = knownPeople(runs, doc.publishedAt)
  const facts: RoleFact[] = []
  const people = runs.flatMap((run) => {
    const person = personOf(run, book)
    if (!person) return []
    person.mentions++
    if (run.words.length === 1 && run.words[0] !== person.words[0]) person.called = 'surname'
    else if (run.words.length > 1 && isActor(run)) person.called ??= 'actor'
    facts.push(...taughtBy(run, person.entity.id))
    return [personMention(run, person)]
  })
  people.push(...sentenceOpeners(parsed, runs, book))
  const names = [...people, ...namedBodies(parsed, people)].sort((a, b) => a.span.start - b.span.start)
  const known = { book, facts: [...facts, ...heldByNamed(book, doc.publishedAt)], names }
  const others = packOrEnglish(doc.language)?.hasGrammar ? rolesAndPronouns(parsed, known) : []
  return [...names, ...others].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Full names of the document, given names that stand alone in it, and the office holders of the day. */
function knownPeople(runs: readonly NameRun[], day: string): PeopleBook {
  const book = officeHoldersOf(day)
  for (const run of runs)
    if (isFullName(run)) addPerson(book, run.words.join(' '), 'document', genderByTitle(run)).mentions++
    else if (run.words.length === 1 && mayBeSurname(run, book)) nameHolder(nth(run.words, 0), book)
  for (const word of loneGivenNames(runs))
    if (!personByFirst(book, word) && !personByLast(book, word)) addPerson(book, word, 'document')
  for (const person of book.byId.values()) {
    person.mentions = 0
    const wikidataId = person.entity.wikidataId ?? wikidataIdOf(person.entity.name, day)
    if (wikidataId) person.entity = { ...person.entity, wikidataId }
  }
  return book
}

/** By the names of the persons in them: as many as there were changes of office. */
const holderBooks = new Map<string, PeopleBook>()

/** The office holders of a day; made once, since all news of a time has the same. */
function officeHoldersOf(day: string): PeopleBook {
  const names = heldOn(day).map(({ name }) => name)
  const key = names.join('\n')
  const known = holderBooks.get(key)
  if (known) return copyBook(known)
  const book = emptyBook()
  for (const name of names) addPerson(book, name, 'list')
  holderBooks.set(key, book)
  return copyBook(book)
}

/** A surname used alone before anybody of it is named in full is the office holder's, whoever is named in full later. */
function nameHolder(surname: string, book: PeopleBook): void {
  const holder = personByLast(book, surname)
  if (holder?.rank === 'list') addPerson(book, holder.entity.name, 'document')
}

function isFullName({ isPersonLike, words, titles }: NameRun): boolean {
  if (!isPersonLike || words.filter((word) => !isNameSuffix(word)).length < 2) return false
  if (words.length > 2 && words.every((word) => /^\p{Lu}{2,}$/u.test(word))) return false // `JANE ROE SAYS`
  return titles.length === 0 || givenName(nth(words, 0)) !== undefined || /^\p{Lu}/u.test(nth(words, 0))
}

function genderByTitle({ titles }: NameRun): Gender | undefined {
  if (titles.some((title) => /^(?:mr|sir|lord|king|prince)$/.test(title))) return 'm'
  return titles.some((title) => /^(?:mrs|ms|dame|lady|miss|baroness|queen|princess)$/.test(title)) ? 'f' : undefined
}

/** Whom a run names, when it names a person. */
function personOf(run: NameRun, book: PeopleBook): Person | undefined {
  const { words, titles, isPersonLike } = run
  if (words.every(isNameSuffix)) return undefined
  const gender = genderByTitle(run)
  if (words.length > 1) {
    const longer = words.length < 4 && !givenName(nth(words, 0)) ? personByEnd(book, words) : undefined
    if (longer || !isFullName(run)) return longer
    return personByName(book, words)
  }
  const only = nth(words, 0)
  if (isOneOfFamily(run, book)) return undefined
  const isFirstNameTitle = titles.some((title) =>
    /^(?:sir|dame|king|queen|prince|princess|pope|lady|lord)$/.test(title),
  )
  const person =
    (mayBeSurname(run, book) ? personByLast(book, only, gender) : undefined) ??
    (isFirstNameTitle || mayBeGivenName(run) ? personByFirst(book, only) : undefined)
  if (person && (person.rank === 'document' || titles.length > 0 || person.words.length > 1)) {
    if (gender) person.gender = gender
    return person
  }
  // A title and one word: a person of whom the text gives no more.
  if (isPersonLike && titles.length > 0 && !isBeforeBody(run)) return addPerson(book, only, 'document', gender)
  return undefined
}

/** `Republican Judiciary committee`: the name of the body. */
function isBeforeBody({ sentence: { tokens }, last }: NameRun): boolean {
  return BODY_NOUN.test(tokens[last + 1]?.text ?? '')
}

const BODY_NOUN =
  /^(?:committees?|commission|subcommittees?|panel|department|office|council|caucus|leadership|leaders|members|lawmakers|staffers|party)$/

/** `Jane Roe said`, and a name that begins its clause: not `the son of Jane Roe`, nor one within quoted words. */
function isActor({ sentence: { tokens }, roleFirst, last, nameFirst }: NameRun): boolean {
  const [before, next] = [tokens[roleFirst - 1], tokens[last + 1]]
  if (tokens[nameFirst]?.isQuoted || before?.pos === 'ADP') return false
  return !before || /^(?:MARK|CCONJ|SCONJ|ADV)$/.test(before.pos) || next?.pos === 'VERB' || next?.pos === 'AUX'
}

/** `the younger Roe`: which one is not said by name. */
function isOneOfFamily({ words, sentence, first }: NameRun, { byLast }: PeopleBook): boolean {
  if (!/^(?:younger|elder|older)$/.test(sentence.tokens[first - 1]?.lower ?? '')) return false
  return (byLast.get(nameWordKey(nth(words, 0)))?.length ?? 0) > 1
}

/** A surname from the list of office holders must not be a place, a given name or a body in this text. */
function mayBeSurname({ words, titles, isPersonLike }: NameRun, book: PeopleBook): boolean {
  const only = nth(words, 0)
  if (titles.length > 0 && isPersonLike) return true
  const person = personByLast(book, only)
  if (!person) return false
  if (placeNamed(only) || organizationNamed(only)) return person.rank === 'document' && person.mentions > 0
  return person.rank === 'document' || (!givenName(only) && only.length > 3 && !/^(?:May|Costa)$/.test(only))
}

function mayBeGivenName({ words, titles, sentence, nameFirst }: NameRun): boolean {
  const token = sentence.tokens[nameFirst]
  const only = nth(words, 0)
  return titles.length === 0 && token?.pos === 'PROPN' && givenName(only) !== undefined && !placeNamed(only)
}

/** The span is the name with its courtesy title; other titles are the role beside it. */
function personMention(run: NameRun, { entity }: Person): Mention {
  const { tokens } = run.sentence
  const first = Math.max(Math.min(run.first, run.nameFirst), courtesyBefore(tokens, run.nameFirst))
  const span = { start: nth(tokens, first).start, end: nth(tokens, run.last).end }
  const mention: Mention = { span, kind: 'person', form: 'name', entity }
  if (run.roleFirst >= first || run.titles.every((title) => courtesyTitles.has(title))) return mention
  const roleFirst = pastSpokesman(tokens, run.roleFirst, first)
  if (roleFirst >= first) return mention
  return { ...mention, role: { start: nth(tokens, roleFirst).start, end: nth(tokens, first - 1).end } }
}

/** `a spokesman for Mayor Jane Roe`: she is the mayor, and somebody else her spokesman. */
function pastSpokesman(tokens: readonly Token[], from: number, to: number): number {
  const link = tokens
    .slice(from, to)
    .findIndex(({ lower }, at) => lower === 'for' && speaksForAnother.test(tokens[from + at - 1]?.lower ?? ''))
  return link < 0 || !nameTitles.has(tokens[to - 1]?.lower ?? '') ? from : from + link + 1
}

/** First token of the courtesy title that ends before `name`, its full stop included; `name` when there is none. */
function courtesyBefore(tokens: readonly Token[], name: number): number {
  const title = tokens[name - 1]?.text === '.' ? name - 2 : name - 1
  return courtesyTitles.has(tokens[title]?.lower.replace(/\.$/, '') ?? '') ? title : name
}

/** `Merz welcomed …`: the first word of a sentence has a capital anyway; it is a name when the document knows it. */
function sentenceOpeners(parsed: ParsedDocument, runs: readonly NameRun[], book: PeopleBook): Mention[] {
  const taken = new Set(runs.map((run) => nth(run.sentence.tokens, run.first).start))
  return parsed.sentences.flatMap((sentence) => opener(sentence, taken, book))
}

function opener({ tokens }: ParsedSentence, taken: ReadonlySet<number>, book: PeopleBook): Mention[] {
  const first = tokens[0]?.pos === 'MARK' ? undefined : tokens[0]
  if (!first || taken.has(first.start) || !/^\p{Lu}\p{Ll}/u.test(first.text) || IS_SMALL_WORD.test(first.pos)) return []
  if (tokens[1] && /^\p{Lu}\p{Ll}/u.test(tokens[1].text)) return []
  const person = personByLast(book, first.text)
  if (!person || (person.rank === 'list' && first.pos !== 'PROPN') || placeNamed(first.text)) return []
  person.mentions++
  const kind: EntityKind = 'person'
  return [{ span: { start: first.start, end: first.end }, kind, form: 'name', entity: person.entity }]
}

const IS_SMALL_WORD = /^(?:ADP|DET|PRON|SCONJ|CCONJ|PART|NUM)$/
