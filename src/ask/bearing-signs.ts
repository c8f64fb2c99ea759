import { foldWord } from './ask-words.ts'
import type { Question } from './question.ts'
import type { Ranked, TermWeights } from './rank-sentences.ts'

/** How rare each term is in the store, 0 for one in every article to 1 for one in none, whatever the size of the store. */
export function raritiesOf(question: Question, counts: readonly number[], total: number): readonly number[] {
  const whole = Math.log(total + 2)
  return question.terms.map((_, at) => {
    const share = Math.log((total + 2) / (1 + (counts[at] ?? 0))) / whole
    return Math.max(0, Math.min(1, share))
  })
}

/** What speaks for and against a sentence as the answer, each about 0 to 1, none of it dependent on the size of the store. */
export function bearingSigns(
  question: Question,
  { passage, signs, matches, support }: Ranked,
  ranked: readonly Ranked[],
  weights: TermWeights,
  rarities: readonly number[],
): Readonly<Record<string, number>> {
  const { terms, asked: { sort } } = question
  const isWord = terms.map(({ kind, isAskedFor }) => kind !== 'name' && !isAskedFor)
  const isName = terms.map(({ kind }) => kind === 'name')
  const lack = (at: number) => 1 - Math.max(matches[at]!.inside, 0.8 * matches[at]!.around)
  const share = (of: readonly boolean[], value: (at: number) => number, none: number) => {
    let sum = 0
    let whole = 0
    of.forEach((is, at) => {
      if (!is) return
      sum += weights[at]! * value(at)
      whole += weights[at]!
    })
    return whole === 0 ? none : sum / whole
  }
  const most = (of: readonly boolean[], value: (at: number) => number) =>
    of.reduce((max, is, at) => (is ? Math.max(max, value(at)) : max), 0)
  const all = terms.map(() => true)
  const isVerb = terms.map((term) => term.isVerb === true && !term.isAskedFor)
  const isNoun = isWord.map((is, at) => is && !isVerb[at])
  const lacks = isWord.filter((is, at) => is && lack(at) > 0.5).length
  const askedFor = terms.map(({ isAskedFor }) => isAskedFor)
  const places = terms.map((term) => passage.stems.get(term.stem) ?? [...term.kin.keys()].flatMap((kin) => passage.stems.get(kin) ?? []))
  let pairs = 0
  let near = 0
  for (let at = 0; at + 1 < terms.length; at++) {
    pairs++
    const [one, two] = [places[at]!, places[at + 1]!]
    if (one.some((a) => two.some((b) => Math.abs(a - b) <= 4))) near++
  }
  const own = new Set(terms.flatMap(({ stem, kin }) => [stem, ...kin.keys()]))
  const newNames = passage.mentions.filter(({ entity }) => !entity.name.split(/[\s-]+/).some((w) => terms.some(({ text }) => text === foldWord(w)))).length
  const { document: { id }, source } = passage.article.article
  const closeBy = ranked.filter((other) => other.support >= support - 0.06)
  const outlets = new Set(closeBy.map((other) => other.passage.article.article.source.id))
  outlets.delete(source.id)
  const next = ranked.find((other) => other.passage.article.article.document.id !== id)
  return {
    support,
    direct: signs.direct,
    covered: signs.covered,
    wordsIn: share(isWord, (at) => matches[at]!.inside, 1),
    weak: share(isWord, lack, 0),
    worstWord: most(isWord, (at) => rarities[at]! * lack(at)),
    worstIn: most(isWord, (at) => rarities[at]! * (1 - matches[at]!.inside)),
    worstAnywhere: most(isWord, (at) => rarities[at]! * (1 - matches[at]!.anywhere)),
    anywhere: share(all, (at) => matches[at]!.anywhere, 1),
    missing: isWord.filter((is, at) => is && matches[at]!.around < 0.3).length / 4,
    nameIn: share(isName, (at) => matches[at]!.inside, 1),
    nameNear: share(isName, (at) => matches[at]!.around, 1),
    nameMissed: most(isName, (at) => (matches[at]!.around < 0.5 ? rarities[at]! : 0)),
    nameMissedWeight: most(isName, (at) => (matches[at]!.around < 0.5 ? weights[at]! : 0)),
    nameLack: most(isName, (at) => rarities[at]! * (1 - matches[at]!.around)),
    nameAnywhere: most(isName, (at) => (matches[at]!.anywhere === 0 ? 1 : 0)),
    askedFor: share(askedFor, (at) => matches[at]!.around, 0.7),
    askedForIn: share(askedFor, (at) => matches[at]!.inside, 0.7),
    verbLack: share(isVerb, lack, 0.3),
    verbIn: share(isVerb, (at) => matches[at]!.inside, 0.5),
    nounLack: share(isNoun, lack, 0.3),
    nounIn: share(isNoun, (at) => matches[at]!.inside, 0.5),
    worstNoun: most(isNoun, (at) => rarities[at]! * lack(at)),
    lacks: lacks / (2 + terms.length),
    lackPlain: Math.min(1, lacks / 3),
    weakSquared: share(isWord, lack, 0) ** 2,
    coveredSquared: signs.covered ** 2,
    rareIn: most(all, (at) => rarities[at]! * matches[at]!.inside),
    evidenceNear: Math.min(1.5, terms.reduce((sum, _, at) => sum + rarities[at]! * matches[at]!.around, 0) / 3),
    fitCount: sort === 'how-many' ? signs.fit : 0,
    fitWhen: sort === 'when' ? signs.fit : 0,
    fitWhere: sort === 'where' ? signs.fit : 0,
    fitWho: sort === 'who' ? signs.fit : 0,
    fitWhy: sort === 'why' ? signs.fit : 0,
    fitWords: sort === 'said' || sort === 'who-said' ? signs.fit : 0,
    weakCount: sort === 'how-many' ? share(isWord, lack, 0) : 0,
    weakWords: sort === 'said' || sort === 'who-said' ? share(isWord, lack, 0) : 0,
    allIn: share(all, (at) => matches[at]!.inside, 1) > 0.9 ? 1 : 0,
    evidence: Math.min(1.5, terms.reduce((sum, _, at) => sum + rarities[at]! * matches[at]!.inside, 0) / 2),
    nowhere: most(isWord, (at) => (rarities[at]! > 0.93 ? 1 - matches[at]!.around : 0)),
    subject: signs.subject,
    rival: signs.rival,
    told: signs.told,
    fit: signs.fit,
    close: signs.close,
    pairs: pairs === 0 ? 0.5 : near / pairs,
    title: signs.title,
    article: signs.article,
    dated: signs.dated,
    ill: signs.ill,
    early: Math.exp(-passage.index / 5),
    length: Math.min(1, passage.words.length / 40),
    newNames: Math.min(1, newNames / 3),
    outlets: Math.min(1, outlets.size / 3),
    margin: next ? Math.min(1, Math.max(0, support - next.support) * 5) : 0.5,
    termCount: Math.min(1, terms.length / 8),
    quoted: passage.quotes.length > 0 ? 1 : 0,
    isOfWords: sort === 'said' || sort === 'who-said' ? 1 : 0,
    isCount: sort === 'how-many' ? 1 : 0,
    isWhen: sort === 'when' ? 1 : 0,
    isWhere: sort === 'where' ? 1 : 0,
    isWho: sort === 'who' ? 1 : 0,
    isWhy: sort === 'why' ? 1 : 0,
    isWhat: sort === 'what' || sort === 'how' ? 1 : 0,
    isYesNo: sort === 'yes-no' ? 1 : 0,
    novel: Math.min(1, passage.words.filter(({ stem }) => !own.has(stem)).length / 30),
  }
}
