import type { AmendmentKind } from '../core/annotation.ts'
import type { QuestionKind } from '../core/answer.ts'
import type { NameWords } from './name-words.ts'
import type { QuotationWords } from './quotation-words.ts'
import type { TimeWords } from './time-words.ts'

/**
 * All that the readers must know of one language: plain words and patterns, no code. Every part is optional: what a pack lacks is not
 * read in that language, and `supported-layers.ts` says so beside the findings.
 */
export type LanguagePack = {
  /** BCP 47 primary subtag: `fr`. */
  readonly code: string
  /** The tagger knows its grammar (`src/analyze/grammar/`): speech without marks, promises and figures are read. */
  readonly hasGrammar?: boolean
  readonly sentences?: SentenceWords
  readonly times?: TimeWords
  readonly quotations?: QuotationWords
  readonly names?: NameWords
  readonly questions?: QuestionWords
  readonly translation?: TranslationWords
  readonly interpreting?: InterpretingWords
  readonly notes?: NoteWords
  readonly statements?: StatementWords
  /** What publishers call their sections, apart by spaces. */
  readonly sections?: { readonly [Name in Section]?: string }
  /** Headlines that promise instead of telling, as alternatives of a pattern read with `iu`. */
  readonly luring?: string
  readonly stopWords?: StopWords
  /** Numbers from two on and the words for them, each form: `two=2 three=3`. */
  readonly numbers?: string
  /** Words that much of the news has in common whatever it is about: public life, numbers, plain verbs. */
  readonly newsWords?: string
  /** Pronouns that lean on something said before. */
  readonly pronouns?: string
  /** First words of a sentence that lean on the sentence before (`he`, `but`), as alternatives of a pattern read with `iu`. */
  readonly leaning?: string
  /** Verb forms that tell what somebody says further (`Die Brücke sei sicher.`), and what names the one who says it. */
  readonly reportedFurther?: { readonly forms: RegExp; readonly speakers: RegExp }
  /**
   * Words that tell of the outcome, in the forms in which news has them: each line a matter, a stroke between what cannot be said of it at
   * once, and a mark for a blank within a phrase. Nouns are beside verbs only where news says it with the noun.
   */
  readonly opposites?: string
  /** Verbs before what is yet to come. */
  readonly ahead?: string
  /** What was tried, refused or threatened has not been done: verbs, and what leads on from them to the deed. */
  readonly shortOf?: readonly (readonly [verbs: RegExp, link: RegExp])[]
  /** Verbs and their forms for what was done: `begin:began|begun`. */
  readonly irregularVerbs?: string
  /** Articles and pronouns lose a vowel: `l’eau`. */
  readonly hasElision?: boolean
  /** How long a text is beside the same in English: rough means of parallel news. Absent: about as long. */
  readonly relativeLength?: number
  /** What divides the fraction of a number; a comma when absent, `either` where it differs by country. */
  readonly decimalMark?: 'point' | 'either'
  /** More words have a capital than names have: days, peoples, or every noun. */
  readonly hasMoreCapitals?: boolean
  /** The formula by which reading grades were made for this language. */
  readonly readingScale?: 'flesch-kincaid' | 'lix'
  /** Letters whose sound differs from what they stand for in most names. */
  readonly sounds?: { readonly ch?: string; readonly w?: string }
}

/**
 * A pack with parts that are made when first asked for: V8 reads a pattern as it is made, which takes a millisecond or two for all of one
 * language, and few processes need all.
 */
export function languagePack(
  parts: { readonly [Part in keyof LanguagePack]?: () => LanguagePack[Part] },
  words: LanguagePack,
): LanguagePack {
  for (const [name, make] of Object.entries(parts)) {
    let made: ReturnType<typeof make>
    Object.defineProperty(words, name, { enumerable: true, get: () => (made ??= make()) })
  }
  return words
}

/** Our sections. */
export const sections = [
  'World',
  'Politics',
  'Business',
  'Science',
  'Health',
  'Sport',
  'Culture',
  'Technology',
  'Local',
  'Climate',
] as const
export type Section = (typeof sections)[number]

/** Function words that say nothing of what a text is about, apart by spaces, in lower case. */
export type StopWords = {
  /** Left out when articles are compared: function words, reporting verbs, calendar words. */
  readonly articles: string
  /** Left out when sentences are compared. */
  readonly sentences?: string
  /** Left out of a question in this language alone: German `die` and Spanish `el` in `El Paso` mean something in another. */
  readonly questions?: string
}

/** What is measured and counted in the news. */
export type Unit =
  | ('percent' | 'thousand' | 'million' | 'billion' | 'trillion' | 'dollar' | 'euro' | 'pound')
  | ('kilometer' | 'mile' | 'meter' | 'kilogram' | 'ton' | 'hectare')
  | ('minute' | 'hour' | 'day' | 'week' | 'month' | 'year' | 'decade')

/** What is compared between a text and its translation. All patterns are alternatives, read with `iu`. */
export type TranslationWords = {
  /** Words between the parts of one number. */
  readonly betweenNumbers: string
  /** Numbers whose words mean something else too: `neuf` is nine and new, and two of a thing are `both` or `neither`. */
  readonly doubtfulNumbers: readonly number[]
  /** The end of a number, before a unit. */
  readonly beforeUnit: string
  /** What each unit is called. A mark such as `%` is the same in every language. */
  readonly units: { readonly [Name in Unit]: string }
  /**
   * `plain`: words that deny. `any`: these, and every word by which another language may say the same (`without`, `refused`), so that a
   * free translation is not taken for one that says the opposite.
   */
  readonly negation: { readonly plain: RegExp; readonly any: RegExp }
}

/** How texts say that words were spoken in another language, or came through somebody else's mouth. All patterns are read with `u`. */
export type InterpretingWords = {
  /** Names of languages behind `in`, with their tags. */
  readonly languages: Readonly<Record<string, string>>
  /** Pattern with `LANGUAGE` in place of the names. */
  readonly spokenIn: string
  readonly through: string
  /** Small words of nearly every sentence of the language: words without them may be the ones spoken. */
  readonly small: string
}

/**
 * How outlets write notes on their own articles: that an earlier version was wrong, unclear or has been changed, or that the article is
 * withdrawn. All are alternatives of a pattern read with `iu`.
 */
export type NoteWords = {
  /** `Correction: …` */
  readonly labels: { readonly [Kind in AmendmentKind]?: string }
  /** Labels of what is no correction, too: such a note must say that its text is another now. */
  readonly openLabels: { readonly [Kind in AmendmentKind]?: string }
  /** What only a note says of its own article: that it is withdrawn, or that it was changed. */
  readonly retracted: string
  readonly changed: string
  /** Under an open label: what says that the text is another than it was. */
  readonly changedAfter: string
  /** What a note is about. */
  readonly clarified: string
  readonly wrong: string
  /** One of these is in every note: cheaper to look for than the patterns. */
  readonly trigger: string
  /** The twelve months, apart by spaces; `_` is a blank. */
  readonly months: string
}

/** How sentences say whose word they give, deny, doubt and count. All are alternatives of a pattern read with `iu`, but where it is said. */
export type StatementWords = {
  /** Words by which a sentence says by whose word it goes. */
  readonly attributed: string
  /** Forms of verbs by which something is only said, in lower case. */
  readonly reporting?: string
  /** Verbs between the one who tells and what is told, and prepositions before the one; with capitals as they are written. */
  readonly says?: string
  readonly accordingTo?: string
  /** Pronouns and possessives for the one who tells, in lower case. */
  readonly tellers?: string
  /** Single words, in lower case; of French the second of a denial alone, as `ne` is beside it. */
  readonly denials?: string
  readonly hedges?: string
  /** How much of something is meant. */
  readonly amounts?: { readonly [Name in Amount]?: string }
  /** Before a part of a sentence: what makes it say something else alone, such as a denial, a condition, another who says so. */
  readonly turnsBefore?: string
  /** The same behind it: `is a lie`. */
  readonly turnsAfter?: string
  /** Denials that deny nothing of what follows: `no doubt`. */
  readonly idleDenials?: string
  /** `No, the bridge is safe.` */
  readonly answers?: string
  readonly but?: string
  /** `I`, `we` */
  readonly speakerPronouns?: string
}

export type Amount = 'all' | 'most' | 'half' | 'some' | 'few'

/** How questions are asked. */
export type QuestionWords = {
  /** Letters of a script that no other pack with questions has: a question with one of them is in this language. */
  readonly letters?: RegExp
  /** Small words: of languages of one script a question is in the one of which it has most. With flag `g`. */
  readonly signs?: RegExp
  /** How a sort of question begins or is built; what fits earliest in the text counts, of equals the first. */
  readonly patterns: readonly QuestionPattern[]
}

/** A sort of question and how it is asked; of `said` the first group is whose words are asked for. */
export type QuestionPattern = { readonly sort: QuestionKind; readonly pattern: RegExp }

/** Where sentences end: words apart by spaces, in lower case, without their last full stop. */
export type SentenceWords = {
  /** Titles before a name, and what always goes on, such as `e.g.`: their full stop never ends a sentence. */
  readonly titles?: string
  /** Abbreviations that hardly ever end a sentence: only before a word that plainly begins one. */
  readonly inner?: string
  /** Abbreviations that end a sentence before any capital letter, such as `etc.` */
  readonly final?: string
  /** Abbreviations that are common words as well: short for something only before a number. */
  readonly beforeNumber?: string
  /** Words that begin sentences far more often than they go on a name. */
  readonly starters: string
  /** A number with a full stop is an ordinal: `am 3. Mai`. */
  readonly hasOrdinals?: boolean
  /** Words after which such a number goes on even before an opening mark: `zum 3. „Tag der Brücken“`. */
  readonly beforeOrdinal?: string
  /** Greek asks with `;`. */
  readonly hasSemicolonQuestions?: boolean
}
