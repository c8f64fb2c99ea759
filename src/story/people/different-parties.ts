import { givenName } from '../../core/names/first-names.ts'
import { nameWordKey } from '../../core/names/name-spelling.ts'
import { oncePerObject } from '../../core/once-per-object.ts'
import { haveOtherVerb } from '../differences/swapped-verb.ts'
import type { SentenceText } from '../story-text.ts'
import type { Word } from '../words.ts'
import { isSourceOf, splitAttribution } from './split-attribution.ts'

type Sentence = Pick<SentenceText, 'text' | 'words'>

/** Most words in a name or description of somebody. */
const longest = 3

/**
 * Whether two sentences with nearly the same words are about different things: two parties have swapped places (`the army shelled the
 * rebels`, `the rebels shelled the army`; `…, the army said`), or a name or verb differs. Then neither is evidence for the other.
 */
export function haveDifferentParties(a: Sentence, b: Sentence): boolean {
  const [ours, theirs] = [partiesOf(a), partiesOf(b)]
  return (
    isSourceOf(splitAttribution(a), splitAttribution(b)) ||
    haveChangedPlaces(ours, theirs) ||
    hasOtherName(blocksOf(a, theirs.stems), blocksOf(b, ours.stems)) ||
    hasOtherGivenName(ours, theirs) ||
    haveOtherVerb(a, b)
  )
}

const SAYS = /^(?:say|said|says|saying|told|tells|according)$/
/** Before the agent of a passive verb. */
const PASSIVE = /^(?:by|par|von|durch|por|da|dal|dalla|pelo|pela)$/
/** `were killed`, without an agent. */
const SUFFERS = /\b(?:was|were|is|are|been|being)\s+(?:\p{L}+ly\s+)?\p{L}+(?:ed|en|wn)\b/u

/** What of a sentence is compared with others. */
type Parties = {
  readonly stems: ReadonlySet<string>
  /** Stems of content words and of `said`, in order, each once. */
  readonly content: ReadonlySet<string>
  readonly saying: ReadonlySet<string>
  readonly isPassive: boolean
  /** Given names by the surname that follows them. */
  readonly givenNames: ReadonlyMap<string, readonly string[]>
}

const partiesOf = oncePerObject((sentence: Sentence): Parties => {
  const { text, words } = sentence
  return {
    stems: new Set(words.map(({ stem }) => stem)),
    content: new Set(words.flatMap((word) => (word.isStop && !SAYS.test(word.text) ? [] : [word.stem]))),
    saying: new Set(words.flatMap((word) => (SAYS.test(word.text) ? [word.stem] : []))),
    isPassive: SUFFERS.test(text) || words.some((word) => PASSIVE.test(word.text)),
    givenNames: givenNamesIn(sentence),
  }
})

function haveChangedPlaces(a: Parties, b: Parties): boolean {
  if (a.isPassive !== b.isPassive) return false
  const here = [...a.content].filter((stem) => b.content.has(stem))
  const there = [...b.content].filter((stem) => a.content.has(stem))
  const silent = (stems: readonly string[]) => stems.filter((stem) => !a.saying.has(stem) && !b.saying.has(stem))
  return haveSwappedPlaces(here, there) || haveSwappedPlaces(silent(here), silent(there))
}

/** Two short blocks of words have swapped places around those between them; everything else is the same. */
function haveSwappedPlaces(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  const from = a.findIndex((stem, at) => stem !== b[at])
  if (from < 0) return false
  const to = a.findLastIndex((stem, at) => stem !== b[at]) + 1
  const [here, there] = [a.slice(from, to), b.slice(from, to)]
  for (let first = 1; first <= longest; first++)
    for (let last = 1; last <= longest && first + last < here.length; last++) {
      const turned = [...here.slice(-last), ...here.slice(first, -last), ...here.slice(0, first)]
      if (turned.every((stem, at) => stem === there[at])) return true
    }
  return false
}

/** Between the same words, each has a name that the other does not have: `charged Anna Berg`, `charged Anna Holm`. */
function hasOtherName(here: readonly Block[], there: readonly Block[]): boolean {
  return here.some((one) =>
    there.some(
      (other) => one.before === other.before && one.after === other.after && !areSpellings(one.name, other.name),
    ),
  )
}

/** `Alice Brandt`, `Marcus Brandt`: different given names before one surname. */
function hasOtherGivenName(a: Parties, b: Parties): boolean {
  return [...a.givenNames].some(([surname, given]) => {
    const others = b.givenNames.get(surname)
    return others !== undefined && !given.some((one) => others.some((other) => areSpellings(one, other)))
  })
}

function givenNamesIn({ text, words }: Sentence): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const isName = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(text.slice(word.span.start))
  words.forEach((word, at) => {
    const next = words[at + 1]
    if (!isName(word) || !isName(next) || givenName(word.text) === undefined || next!.span.start - word.span.end > 1)
      return
    const known = found.get(next!.stem)
    if (known) known.push(word.text)
    else found.set(next!.stem, [word.text])
  })
  return found
}

type Block = { readonly name: string; readonly before: string | undefined; readonly after: string | undefined }

/** Runs of capitalized words that the other sentence lacks, and that end a name. The first word of a sentence is always capitalized. */
function blocksOf({ text, words }: Sentence, others: ReadonlySet<string>): Block[] {
  const isName = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(text.slice(word.span.start))
  const blocks: Block[] = []
  let start = -1
  for (let at = 1; at <= words.length; at++) {
    const word = words[at]
    const isOwn = isName(word) && !others.has(word!.stem)
    if (isOwn && start < 0) start = at
    if (isOwn || start < 0) continue
    if (at - start <= longest && !isName(word))
      blocks.push({
        name: words
          .slice(start, at)
          .map((each) => each.text)
          .join(' '),
        before: words[start - 1]?.text,
        after: word?.text,
      })
    start = -1
  }
  return blocks
}

/** `Israel`, `Israeli`; `São Paulo`, `Sao Paulo`; `UN`, `United Nations`. */
function areSpellings(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b]
    .map((name) => nameWordKey(name).replaceAll('.', ''))
    .sort((x, y) => x.length - y.length)
  return short === long || (short.length >= 4 && long.startsWith(short)) || initials(long) === short
}

function initials(name: string): string {
  return name
    .split(/[\s-]/)
    .map((word) => word.slice(0, 1))
    .join('')
}
