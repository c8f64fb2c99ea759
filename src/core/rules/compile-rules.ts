import type { ArticleKind } from '../article.ts'
import { type Budget, compilePattern, type LinearPattern } from './linear-pattern.ts'
import type { Rule, RuleConditions } from './rule.ts'
import { phrasesOf, type WordFinder, wordFinder } from './word-finder.ts'

/** An article as rules see it. Before its page is read (`isRead` false), what only the page tells is unknown. */
export type RuleFacts = {
  readonly title: string
  readonly excerpt: string
  readonly feed: string
  /** All folders of its feed. */
  readonly folders: readonly string[]
  readonly source: string
  readonly authors: readonly string[]
  readonly isRead: boolean
  readonly isCopy: boolean
  /** Absent without its page. */
  readonly text?: string
  readonly language?: string
  readonly articleKind?: ArticleKind
}

/** What must be read of articles to decide about them. */
export type RuleNeeds = {
  readonly authors: boolean
  readonly folders: boolean
  readonly text: boolean
  readonly kind: boolean
  readonly copy: boolean
  /** Whether some rule has to wait until the page is read. */
  readonly page: boolean
}

/** A reader's rules, ready to be applied to many articles. */
export type CompiledRules = {
  /** True where none can apply to anything. */
  readonly isEmpty: boolean
  readonly needs: RuleNeeds
  /** The rules that apply, in order. A rule that is undecided before the page is read is left for then, with those that depend on it. */
  readonly decide: (facts: RuleFacts) => readonly Rule[]
}

/** A condition on one article: undefined where that can't be known yet. */
type Test = (seen: Seen) => boolean | undefined

/** An article with what its conditions share, computed once. */
type Seen = {
  readonly facts: RuleFacts
  readonly inTitle: () => ReadonlySet<number>
  readonly inText: () => ReadonlySet<number>
  readonly inAuthors: () => ReadonlySet<number>
  readonly title: () => readonly Lowered[]
  readonly texts: () => readonly Lowered[]
  readonly wordCount: () => number | undefined
  readonly budget: Budget
}

/** A text, and the same in lower case. */
type Lowered = { readonly text: string; readonly lower: string }

/** Steps that all patterns of one reader may take for one article, some 20 milliseconds; patterns find nothing beyond that. */
const mostSteps = 2_000_000

/** Compiles the rules that are on. All words of all rules are looked for in one pass over a text. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const words = { title: phraseList(), text: phraseList(), author: phraseList() }
  const tested = rules
    .filter(({ isOn }) => isOn)
    .map((rule) => ({ rule, tests: testsOf(rule.conditions, words) }))
    // A rule without conditions would apply to everything, which is never meant.
    .filter(({ tests }) => tests.length > 0)
  const finders = { title: words.title.finder(), text: words.text.finder(), author: words.author.finder() }
  const asked = tested.map(({ rule }) => rule.conditions)
  return {
    isEmpty: tested.length === 0,
    needs: needsOf(asked),
    decide(facts) {
      const seen = seenOf(facts, finders)
      const applied: Rule[] = []
      for (const { rule, tests } of tested) {
        const verdict = every(tests, seen)
        if (verdict === true) applied.push(rule)
        if (verdict !== false && rule.isLast) break
      }
      return applied
    },
  }
}

function needsOf(asked: readonly RuleConditions[]): RuleNeeds {
  const some = (...names: readonly (keyof RuleConditions)[]) =>
    asked.some((conditions) => names.some((name) => conditions[name] !== undefined))
  return {
    authors: some('author'),
    folders: some('folder'),
    text: some('text', 'textNot', 'textPattern', 'longerThan', 'shorterThan'),
    kind: some('articleKind'),
    copy: some('isCopy'),
    page: some('text', 'textNot', 'textPattern', 'longerThan', 'shorterThan', 'articleKind', 'isCopy', 'language'),
  }
}

/** False if any is false, unknown if any is unknown. */
function every(tests: readonly Test[], seen: Seen): boolean | undefined {
  let verdict: boolean | undefined = true
  for (const test of tests) {
    const result = test(seen)
    if (result === false) return false
    if (result === undefined) verdict = undefined
  }
  return verdict
}

function seenOf(facts: RuleFacts, finders: Readonly<Record<'title' | 'text' | 'author', WordFinder>>): Seen {
  return {
    facts,
    inTitle: once(() => finders.title(facts.title)),
    inText: once(() => inAny(finders.text, partsOf(facts))),
    inAuthors: once(() => inAny(finders.author, facts.authors)),
    title: once(() => [lowered(facts.title)]),
    texts: once(() => partsOf(facts).map(lowered)),
    wordCount: once(() => (facts.text === undefined ? undefined : (facts.text.match(/\S+/g)?.length ?? 0))),
    budget: { steps: mostSteps },
  }
}

function lowered(text: string): Lowered {
  return { text, lower: text.toLowerCase() }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

/** What is in one of several texts: no phrase goes from one to the next. */
function inAny(find: WordFinder, texts: readonly string[]): ReadonlySet<number> {
  return new Set(texts.flatMap((each) => [...find(each)]))
}

function partsOf({ title, excerpt, text }: RuleFacts): readonly string[] {
  return text === undefined ? [title, excerpt] : [title, excerpt, text]
}

/** Phrases collected from rules, each list of alternatives with a number. */
function phraseList() {
  const phrases: (readonly [number, readonly string[]])[] = []
  let count = 0
  return {
    /** The number of these words; undefined where none of them is a word. */
    add(words: string): number | undefined {
      const found = phrasesOf(words)
      if (found.length === 0) return undefined
      const number = count++
      for (const stems of found) phrases.push([number, stems])
      return number
    },
    finder: () => wordFinder(phrases),
  }
}

type Words = Readonly<Record<'title' | 'text' | 'author', ReturnType<typeof phraseList>>>

/** The cheapest first. */
function testsOf(conditions: RuleConditions, words: Words): readonly Test[] {
  const { feed, folder, source, language, articleKind, isCopy } = conditions
  const { title, titleNot, titlePattern, author, text, textNot, textPattern, longerThan, shorterThan } = conditions
  const onceRead =
    (test: (seen: Seen) => boolean): Test =>
    (seen) =>
      seen.facts.isRead ? test(seen) : undefined
  const given: readonly (Test | undefined)[] = [
    when(
      feed,
      (wanted) =>
        ({ facts }) =>
          facts.feed === wanted,
    ),
    when(
      folder,
      (wanted) =>
        ({ facts }) =>
          facts.folders.some((name) => isWithin(name, wanted)),
    ),
    when(
      source,
      (wanted) =>
        ({ facts }) =>
          facts.source === wanted,
    ),
    when(language, (wanted) => onceRead(({ facts }) => facts.language === wanted)),
    when(articleKind, (wanted) => onceRead(({ facts }) => facts.articleKind === wanted)),
    when(isCopy, (wanted) => onceRead(({ facts }) => facts.isCopy === wanted)),
    when(title, (wanted) => hasWords(words.title.add(wanted), ({ inTitle }) => inTitle())),
    when(titleNot, (wanted) =>
      hasNone(
        words.title.add(wanted),
        (test) => test,
        ({ inTitle }) => inTitle(),
      ),
    ),
    when(author, (wanted) => hasWords(words.author.add(wanted), ({ inAuthors }) => inAuthors())),
    when(titlePattern, (wanted) => hasPattern(wanted, ({ title: own }) => own())),
    when(longerThan, (wanted) => onceRead(({ wordCount }) => (wordCount() ?? 0) > wanted)),
    when(shorterThan, (wanted) => onceRead(({ wordCount }) => (wordCount() ?? wanted) < wanted)),
    when(text, (wanted) => asFarAsRead(hasWords(words.text.add(wanted), ({ inText }) => inText()))),
    when(textNot, (wanted) => hasNone(words.text.add(wanted), asFarAsRead, ({ inText }) => inText())),
    when(textPattern, (wanted) => asFarAsRead(hasPattern(wanted, ({ texts }) => texts()))),
  ]
  return given.filter((test) => test !== undefined)
}

/** A folder, or one below it. */
function isWithin(name: string, folder: string): boolean {
  return name === folder || name.startsWith(`${folder}/`)
}

function when<Value>(value: Value | undefined, test: (value: Value) => Test): Test | undefined {
  return value === undefined ? undefined : test(value)
}

function hasWords(number: number | undefined, found: (seen: Seen) => ReadonlySet<number>): Test {
  return (seen) => number !== undefined && found(seen).has(number)
}

/** A pattern that can't be compiled is refused where it is written; an older one matches nothing. */
function hasPattern(source: string, textsOf: (seen: Seen) => readonly Lowered[]): Test {
  const compiled = compilePattern(source)
  const matches: LinearPattern = compiled.kind === 'pattern' ? compiled.matches : () => false
  return (seen) => textsOf(seen).some(({ text, lower }) => matches(text, seen.budget, lower))
}

/** What is found already stays found once the page is read; what isn't may still come. */
function asFarAsRead(test: Test): Test {
  return (seen) => test(seen) || (seen.facts.isRead ? false : undefined)
}

/** Without any word in it, such a condition would be true of everything. */
function hasNone(
  number: number | undefined,
  asFarAs: (test: Test) => Test,
  found: (seen: Seen) => ReadonlySet<number>,
): Test {
  const test = asFarAs(hasWords(number, found))
  return (seen) => {
    const result = number === undefined || test(seen)
    return result === undefined ? undefined : !result
  }
}
