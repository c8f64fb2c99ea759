import { defined } from '../../core/defined.ts'
import { givenName } from '../../core/names/first-names.ts'
import { nth } from '../../core/nth.ts'
import { cueOf, type ParsedSentence, type Token } from '../grammar/parse.ts'
import { hasInitialsFirst, hasPersonParticle, isSurnameFirst, isThing, PARTICLE } from './name-shapes.ts'
import { ORGANIZATION_WORD, organizationNamed } from './organizations.ts'
import { isNameSuffix } from './people.ts'
import { placeNamed } from './places.ts'
import {
  courtesyTitles,
  demonyms,
  isNameTitle,
  isPersonNoun,
  isRoleWord,
  nameTitles,
  roleNouns,
  titleModifiers,
} from './role-words.ts'

/** Capitalized words in a row, taken apart: `US` (of) `President` (titles) `Donald Trump` (the name). */
export type NameRun = {
  readonly sentence: ParsedSentence
  /** First and last word of the run. */
  readonly first: number
  readonly last: number
  /** First word of the name itself, past titles. */
  readonly nameFirst: number
  /** Words of the name, without full stops. */
  readonly words: readonly string[]
  /** Lower case, in order: `prime`, `minister`. */
  readonly titles: readonly string[]
  /** What comes before the titles: `US`, `European Commission`. */
  readonly prefix: readonly string[]
  /** First word of titles and prefix, also small ones: `president Trump`. */
  readonly roleFirst: number
  /** `Ukraine` in `Ukraine's Volodymyr Zelensky`. */
  readonly possessor?: string
  /** Reads as a person's name by titles, given name, or what follows. */
  readonly isPersonLike: boolean
}

/** What comes before the name in a run, and where the name begins. */
type Lead = { name: number; roleFirst: number; titles: string[]; prefix: string[] }

/** Takes the run of words `first` to `last` apart. */
export function takeApart(sentence: ParsedSentence, first: number, last: number): NameRun {
  const { tokens } = sentence
  const lead = readDomain(tokens, first, last) ?? readTitles(tokens, first, last)
  skipRankClass(tokens, last, lead)
  skipRole(sentence, first, last, lead)
  if (lead.titles.length === 0 && lead.name === first) skipBody(tokens, last, lead)
  takeRolesBefore(tokens, first, lead)
  const { name, titles, prefix, roleFirst } = lead
  const words = wordsOf(tokens, name, last)
  const possessor = tokens[first - 1]?.lower === "'s" ? tokens[first - 2]?.text : undefined
  const run = { sentence, first, last, nameFirst: name, words, titles, prefix, roleFirst }
  return { ...run, ...defined({ possessor }), isPersonLike: isPersonLike(run) }
}

function wordsOf(tokens: readonly Token[], first: number, last: number): string[] {
  const isInside = nth(tokens, first).isQuoted
  const words: string[] = []
  for (let at = first; at <= last; at++) {
    const { text, pos, isQuoted } = nth(tokens, at)
    if (text !== '.' && text !== ',' && pos !== 'MARK' && isQuoted === isInside) words.push(text)
  }
  return words
}

function bare(token: Token): string {
  return token.lower.replace(/\.$/, '')
}

/** `Prime Minister`, `US President`, `NASA Administrator` at the start of the run, or somewhere in it. */
function readTitles(tokens: readonly Token[], first: number, last: number): Lead {
  const lead: Lead = { name: first, roleFirst: first, titles: [], prefix: [] }
  takeTitles(tokens, last, lead)
  if (lead.titles.length === 0 && first < last && isTradeInFront(tokens, first, last)) {
    lead.titles.push(nth(tokens, first).lower)
    lead.name++
    takeTitles(tokens, last, lead)
  }
  const { text } = nth(tokens, lead.name)
  const isNamed = givenName(text) !== undefined && !placeNamed(text)
  for (let at = lead.name + 1; at < last; at++) {
    if (!isNameTitle(bare(nth(tokens, at)))) continue
    const later: Lead = { ...lead, name: at, titles: [] }
    takeTitles(tokens, last, later)
    // `Deputy US Attorney General Jane Roe`, `Marine Gen. Jane Roe`; but `Rev. Jane King Roe`
    const isWhole = isNamed ? opensName(tokens, later.name, last) : lead.titles.length === 0 || later.name < last
    if (later.titles.length === 0 || !isWhole) return lead
    return { ...later, titles: [...lead.titles, ...later.titles], prefix: wordsOf(tokens, lead.name, at - 1) }
  }
  return lead
}

/** `Striker Hwang Do-yun`, `Biologist Ada Lund`: a trade with the capital of a sentence or a headline. */
function isTradeInFront(tokens: readonly Token[], first: number, last: number): boolean {
  const { lower } = nth(tokens, first)
  if (HOST.test(lower) && givenName(nth(tokens, first + 1).text)) return true
  if (!isPersonNoun(lower) || (first > 0 && tokens[first - 1]?.pos === 'PROPN')) return false
  const next = nth(tokens, first + 1).text
  if (givenName(next) || opensName(tokens, first + 1, last)) return true
  return first === 0 && !TRADE_OR_SURNAME.test(lower) && !givenName(lower) && /^\p{Lu}\p{Ll}/u.test(next)
}

/** Roles that things have too: a city may be the host. */
const HOST = /^(?:co-)?(?:host|star|owner|player|founder)$/

const TRADE_OR_SURNAME =
  /^(?:baker|barber|brewer|builder|butcher|carpenter|clerk|cook|cooper|diver|driver|farmer|fisherman|forester|gardener|guard|head|host|hunter|joiner|judge|keeper|king|leader|man|mason|master|miner|painter|pope|porter|potter|priest|prince|queen|ranger|sailor|seaman|shepherd|skipper|star|steward|striker|tailor|trader|trainer|voter|warden|winger|woman|general|chief|major|captain|commander)$/

/** `Park Ranger Jane Roe`, `Public Defender Jane Roe`: a role that isn't a title alone, before a name that shows to be one. */
function skipRole(sentence: ParsedSentence, first: number, last: number, lead: Lead): void {
  const { tokens } = sentence
  for (let at = last - 2; at >= lead.name && at >= last - 4; at--) {
    const lower = bare(nth(tokens, at))
    if (!(isPersonNoun(lower) || isCalling(nth(tokens, at))) || TRADE_OR_SURNAME.test(lower)) continue
    if (!isPersonNoun(lower) && !lower.includes('-') && !opensName(tokens, at + 1, last)) continue
    if (!lower.includes('-') && !opensName(tokens, at + 1, last) && !isFollowedAsPerson(sentence, first, last)) return
    lead.prefix.push(...wordsOf(tokens, lead.name, at - 1))
    lead.titles.push(lower)
    lead.name = at + 1
    return
  }
}

/** `Accuser`, `Surfer`, `Twenty-nine-year-old`: words that say what somebody is, when a given name follows. */
function isCalling({ text, lower }: Token): boolean {
  if (ORGANIZATION_WORD.test(text)) return false
  return (
    /^\p{L}{4,}(?:er|or|ist|ant|ee|ees|tiff|cate|ive|ions|[ei]ty)$|-(?:old|of-\p{L}+|in-chief)$/u.test(lower) &&
    !givenName(lower)
  )
}

/** `Trooper First Class Jane Roe`, `Petty Officer 2nd Class Jane Roe`: of the second the run begins behind the number. */
function skipRankClass(tokens: readonly Token[], last: number, lead: Lead): void {
  if (lead.name === last || nth(tokens, lead.name).text !== 'Class') return
  if (!/^(?:1st|2nd|3rd|first|second|third)$/.test(tokens[lead.name - 1]?.lower ?? '')) return
  lead.titles.push('class')
  lead.name++
}

/** Moves past the titles at `lead.name`; words that are no title alone (`First`, `Home`) stay in the name. */
function takeTitles(tokens: readonly Token[], last: number, lead: Lead): void {
  const from = lead.name
  const taken: string[] = []
  while (lead.name < last) {
    const token = nth(tokens, lead.name)
    if (token.text !== '.' && !isTitleAt(tokens, lead.name, last, taken.length > 0)) break
    // `King Jr`: a surname, although it is a title before other names.
    if (wordsOf(tokens, lead.name + 1, last).every(isNameSuffix)) break
    if (token.text !== '.') taken.push(bare(token).replace(/^then-/, ''))
    lead.name++
  }
  if (taken.every((title) => titleModifiers.has(title))) lead.name = from
  else lead.titles.push(...taken)
}

/** A title, or behind one a role that isn't a surname: `Chief Executive Jane Roe`. */
function isTitleAt(tokens: readonly Token[], at: number, last: number, isBehindTitle: boolean): boolean {
  const lower = bare(nth(tokens, at))
  if (isNameTitle(lower) || isTitleOfMany(lower)) return true
  return isBehindTitle && at < last - 1 && isPersonNoun(lower) && !TRADE_OR_SURNAME.test(lower)
}

/** `Justices Jane Roe and Tom Poe`; `Marshals`, `Rangers` and `Generals` are also bodies and teams. */
function isTitleOfMany(lower: string): boolean {
  return /^(?:justices|judges|senators|representatives|governors|presidents|ministers|mayors|sens|reps|govs|drs|profs|professors|detectives|officers|commissioners|secretaries|congressmen|congresswomen)$/.test(
    lower,
  )
}

/** Ministries by one word: `Secretary of State Jane Roe`. */
const DOMAIN =
  /^(?:Navy|Army|Force|Veterans|State|Defen[cs]e|Education|Commerce|Labou?r|Energy|Transport|Transportation|Health|Agriculture|Interior|Treasury|Justice|Finance|Environment|Trade|Culture|Police|War|Staff|Security|Affairs|Services|Housing|Exchequer|Commons|Lords)$/
/** How far behind `of` the office may begin. */
const LONGEST_OFFICE = 4

/** `Secretary of` before `State Jane Roe`, `undersecretary for` before `Education Ms Roe`: what the office is of. */
function readDomain(tokens: readonly Token[], first: number, last: number): Lead | undefined {
  let link = first - 1
  if (tokens[link]?.lower === 'the') link--
  if (!/^(?:of|for|to)$/.test(tokens[link]?.lower ?? '')) return undefined
  const office = tokens[link - 1]
  if (!office || office.isQuoted || !(nameTitles.has(office.lower) || isPersonNoun(office.lower))) return undefined
  if (opensOffice(tokens, first)) return undefined
  const name = nameAfterDomain(tokens, first, last)
  if (name === undefined) return undefined
  const titles = [office.lower]
  let roleFirst = link - 1
  while (link - roleFirst < LONGEST_OFFICE && nameTitles.has(tokens[roleFirst - 1]?.lower ?? ''))
    titles.unshift(nth(tokens, --roleFirst).lower)
  const lead: Lead = { name, roleFirst, titles, prefix: wordsOf(tokens, first, name - 1) }
  takeTitles(tokens, last, lead)
  return lead
}

/** `aide to Mayor Jane Roe`: the office is hers, the aide somebody else. */
function opensOffice(tokens: readonly Token[], first: number): boolean {
  return nameTitles.has(bare(nth(tokens, first))) && !DOMAIN.test(tokens[first + 1]?.text ?? '')
}

/** Where the name begins in `State Jane Roe`, `Refugee Council Jane Roe`; undefined in `Texas`, `New York`. */
function nameAfterDomain(tokens: readonly Token[], first: number, last: number): number | undefined {
  for (let at = first + 1; at <= last && at <= first + LONGEST_BODY; at++) {
    const token = nth(tokens, at)
    const before = nth(tokens, at - 1)
    if (courtesyTitles.has(bare(token)) && at < last) return at
    if (DOMAIN.test(before.text) && !DOMAIN.test(token.text) && CAPITAL.test(token.text)) return at
    if (at < last && opensName(tokens, at, last)) return at
  }
  return undefined
}

/** A given name, or a Chinese or Korean name from here to the end. */
function opensName(tokens: readonly Token[], at: number, last: number): boolean {
  if (givenName(nth(tokens, at).text)) return true
  return last - at < 3 && isSurnameFirst(wordsOf(tokens, at, last))
}

/** So many words a body before a name may have. */
const LONGEST_BODY = 8
const CAPITAL = /^\p{Lu}/u

/** `NASA Jane Roe`, `Washington State University Jane Roe`: a body before a name that looks like a name on its own. */
function skipBody(tokens: readonly Token[], last: number, lead: Lead): void {
  const first = lead.name
  if (givenName(nth(tokens, first).text)) return
  for (let at = first + 1; at < last && at <= first + LONGEST_BODY; at++) {
    if (!opensName(tokens, at, last)) continue
    const body = wordsOf(tokens, first, at - 1)
    const name = body.join(' ')
    const isBody =
      organizationNamed(name) || placeNamed(name) || ORGANIZATION_WORD.test(body.at(-1) ?? '') || isAcronym(body)
    const isLong = body.length > 1 && last > at
    if (!isBody && !isLong && !(body.length === 1 && isNation(body[0] ?? ''))) return
    lead.name = at
    return
  }
}

function isAcronym(words: readonly string[]): boolean {
  return words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0] ?? '')
}

/** `Texas-based`, `Oscar-winning`. */
const COMPOUND =
  /-(?:based|born|bred|winner|winning|elect|era|language|speaking|led|backed|style|trained|educated|raised)$/

/** `Tory`, `Democrat`, `Scientologist`, `Pan-democrat` come before a name as `Belgian` does. */
function isNation(word: string): boolean {
  return (
    COMPOUND.test(word) ||
    demonyms.has(word.toLowerCase()) ||
    /^(?:Tory|Labour|Lib|Dem|Republican|\p{Lu}[\p{L}-]*(?:[dD]emocrat|ist))$/u.test(word)
  )
}

/** `president`, `the defender`, `photographers` in small letters before the run, and the country before them. */
function takeRolesBefore(tokens: readonly Token[], first: number, lead: Lead): void {
  if (lead.roleFirst === first && lead.name === first + lead.titles.length) {
    const { isQuoted } = nth(tokens, first)
    while (lead.roleFirst > 0 && isRoleBefore(nth(tokens, lead.roleFirst - 1))) {
      if (tokens[lead.roleFirst - 1]?.isQuoted !== isQuoted) break
      lead.titles.unshift(nth(tokens, --lead.roleFirst).lower)
    }
  }
  if (lead.titles.length > 0 && NOT_QUITE.test(tokens[lead.roleFirst - 1]?.lower ?? '')) lead.roleFirst--
  const before = tokens[lead.roleFirst - 1]
  const isCountry = before && (before.pos === 'PROPN' || before.pos === 'ADJ' || /^\p{Lu}{2,}$/u.test(before.text))
  const isRole = lead.titles.some((title) => !courtesyTitles.has(title))
  if (!isRole || !isCountry || before.isQuoted !== tokens[first]?.isQuoted) return
  lead.prefix.unshift(before.text)
  lead.roleFirst--
}

/** Somebody called so is not simply the holder of the office. */
const NOT_QUITE =
  /^(?:acting|interim|caretaker|would-be|aspiring|deputy|ousted|deposed|jailed|suspected|alleged|accused|convicted|self-(?:styled|proclaimed|declared|appointed))$/

function isRoleBefore({ lower, pos }: Token): boolean {
  if (pos === 'VERB' || pos === 'AUX') return false
  return (
    isNameTitle(lower) ||
    isPersonNoun(lower) ||
    HOST.test(lower) ||
    (lower.endsWith('s') && isPersonNoun(lower.slice(0, -1)))
  )
}

function isPersonLike(run: Omit<NameRun, 'isPersonLike' | 'possessor'>): boolean {
  const { titles, sentence, last, nameFirst } = run
  const words = run.words.filter((word) => !isNameSuffix(word))
  const only = words[0] ?? ''
  const capitals = words.filter((word) => !PARTICLE.test(word))
  if (capitals.length === 0 || capitals.length > 4 || words.some((word) => ORGANIZATION_WORD.test(word))) return false
  if (words.length === 1 && isRoleWord(only.toLowerCase())) return false
  if (words.some((word) => COMPOUND.test(word))) return false
  if (isThing(words) || OFFICE_LAST.test(words.at(-1) ?? '')) return false
  const name = words.join(' ')
  if (placeNamed(name) || organizationNamed(name)) return titles.some((title) => courtesyTitles.has(title))
  if (titles.length > 0) return true
  if (words.length < 2) return false
  if (run.words.some((word) => isNameSuffix(word) && !/^I/.test(word))) return true
  if (givenName(only) || isSurnameFirst(words) || hasPersonParticle(words)) return true
  if (placeNamed(words.at(-1) ?? '') && only.length < 2) return false // `N. Korea`
  if (hasInitialsFirst(words, sentence.tokens[nameFirst + 1]?.text === '.')) return true
  const calling = SURNAME_TOO.test(words.at(-1) ?? '') && isSaidBy(sentence, run.first) ? words.slice(0, -1) : words
  if (calling.some((word) => isRoleWord(word.toLowerCase()))) return false
  return words.every((word) => /^\p{Lu}[\p{Ll}’'-]/u.test(word)) && isFollowedAsPerson(sentence, run.first, last)
}

/** Offices that are nobody's surname: `Virginia Governor`. */
const OFFICE_LAST =
  /^(?:Governor|President|Minister|Secretary|Senator|Mayor|Representative|Commissioner|Chairman|Ambassador|Director|Spokesman|Spokeswoman|Congressman|Congresswoman|Superintendent|Administrator)$/

/** `“…,” said` right before the run. */
function isSaidBy(sentence: ParsedSentence, first: number): boolean {
  const [before, mark, verb] = [first - 3, first - 2, first - 1].map((at) => sentence.tokens[at])
  return mark?.pos === 'MARK' && before?.isQuoted === true && isSpeakingVerb(sentence, verb)
}

function isSpeakingVerb(sentence: ParsedSentence, token: Token | undefined): boolean {
  const cue = token && cueOf(sentence, token)
  return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
}

/** Titles that people bear as surnames, and that nobody is called by without an article. */
const SURNAME_TOO = /^(?:Justice|King|Major|Bishop|Prince|Pope|Dean|Baron|Marshal|Sergeant|Constable)$/

const DEGREE = /^(?:Ph\.?D|M\.?D|D\.?D\.?S|J\.?D|Esq|R\.?N)\.?$/

/** So many words a part set off by commas may have: `, of the union,`. */
const LONGEST_INSET = 14

/** `Xxx Yyy said`, `“…,” said Xxx Yyy.`, `Xxx Yyy, of the union, said`, `Xxx Yyy, 43,`, `Xxx Yyy, a spokesman`. */
function isFollowedAsPerson(sentence: ParsedSentence, first: number, last: number): boolean {
  const next = sentence.tokens[last + 1]
  if (!next || next.isQuoted) return false
  const isSpeaking = (token: Token | undefined): boolean => isSpeakingVerb(sentence, token)
  if (isSpeaking(next)) return sentence.tokens[first - 1]?.lower !== 'the' // `the Xxx Yyy think tank`
  if (isSaidBy(sentence, first) && /^[.,]$/.test(next.text)) return true
  if (next.text !== ',') return false
  const close = sentence.tokens.findIndex(({ text, at }) => text === ',' && at > last + 2 && at < last + LONGEST_INSET)
  if (
    /^(?:of|from)$/.test(sentence.tokens[last + 2]?.lower ?? '') &&
    close > 0 &&
    isSpeaking(sentence.tokens[close + 1])
  )
    return true
  const after = sentence.tokens.slice(last + 2, last + 8)
  if (DEGREE.test(after[0]?.text ?? '')) return true
  if (/^\d{1,2}$/.test(after[0]?.text ?? '') && after[1]?.text === ',') return true
  const stop = after.findIndex((token) => /^[,.]$/.test(token.text))
  return stop > 0 && roleNouns.has(after[stop - 1]?.lower ?? '')
}
