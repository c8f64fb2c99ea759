/**
 * How a language writes the names of people, with their titles and roles. A `string` holds alternatives of a regular expression
 * (`Herr|Frau`), a `RegExp` is a complete pattern. What is absent never matches.
 */
export type NameWords = {
  /** For a text whose words are tagged with their part of speech. */
  readonly roles?: RoleWords
  /** For a text that is not tagged, in a script with capitals. */
  readonly capitalized?: CapitalizedNameWords
  /** For a text that is not tagged, in a script without. */
  readonly uncased?: UncasedNameWords
}

/** Lists of words in lower case, with white space between them. */
export type RoleWords = {
  /** They say that a person follows, and often which pronoun. */
  readonly courtesyTitles: string
  /** Words before a name that say what the person is. */
  readonly titles: string
  /** Titles that are none alone: `Prime Minister`, but no `Prime Video`. */
  readonly titleModifiers: string
  /** What a person or a body that speaks can be called without a name. */
  readonly roles: string
  /** Of those, bodies and several people. */
  readonly bodies: RegExp
  /** Trades and other nouns for one person, beside `roles`: what a reporter calls somebody instead of the name. */
  readonly occupations: string
  /** Heads that speak for another: `Mr Trump's envoy`, `Clinton campaign` are not the one they belong to. */
  readonly speaksForAnother: RegExp
  /** Adjectives of countries, for `the Ukrainian`, `the Russian leader`. */
  readonly demonyms: { readonly [adjective: string]: string }
}

export type CapitalizedNameWords = {
  /** Words before a name that are no part of it. */
  readonly titles: string
  /** Of those, abbreviations without their full stop, beside `Dr`, `Prof` and `St`. */
  readonly abbreviations?: string
  /** Roles of people in small letters: `la mère de la ministre X` are not the words of X. */
  readonly roles?: string
  /** Words of which one in a name says that it is a body. */
  readonly bodies: string
  /** Words after which a name is somebody else than the subject: `de`, `mit`; and articles that may follow them. */
  readonly prepositions: string
  readonly articles: string
  /** Small words within a name: `de`, `von`. */
  readonly particles: string
  /** Words at the beginning of a sentence, with a capital, that are no name. */
  readonly openers: string
  /** Before a name: a noun to which the name is the genitive (`die Mutter der Ministerin X`); an article by which somebody is spoken to. */
  readonly genitive?: RegExp
  readonly hearer?: RegExp
  /** Before a name, and behind it: it is named in a relative clause. */
  readonly relatives?: readonly { readonly before: RegExp; readonly behind?: RegExp }[]
  /** Callings that are somebody's, where a genitive is a name with an `s`: `der Anwalt Karl Brandts`. */
  readonly belongings?: RegExp
}

/** Each pattern is for one word, but where it says otherwise. */
export type UncasedNameWords = {
  /** Offices and callings, which come before a name without the article when a noun follows. */
  readonly offices: RegExp
  /** The article of a word. */
  readonly article: RegExp
  /** The article alone, of an office too. */
  readonly plainArticle: RegExp
  /** `named`: the name begins behind it. */
  readonly called: RegExp
  /** Bodies and nameless sources: no person is named. */
  readonly nobody: RegExp
  /** Prepositions, conjunctions, days and other words at which a name ends. */
  readonly stops: RegExp
  /** Of a word: it begins with a preposition or a conjunction. */
  readonly prefixed: RegExp
  readonly prepositioned: RegExp
  /** Words that belong to a name and ask for one more: `بن`, `عبد`; of those, names by a child. */
  readonly ties: RegExp
  readonly byChild: RegExp
  /** Somebody's people: the name behind is not theirs. */
  readonly belongings: RegExp
  /** The second half of a given name. */
  readonly secondHalf: RegExp
  /** Words that go with an office, and that say where it is. */
  readonly withOffice: RegExp
  readonly placeLink: RegExp
  /** `in the name of`, and those who speak so. */
  readonly inNameOf: string
  readonly spokespeople: RegExp
  /** Of a word: it ends in a possessive; a body with a preposition. */
  readonly possessed: RegExp
  readonly ofBody: RegExp
  /** What somebody is or was, and no name. */
  readonly adjectives: RegExp
  /** Verbs that come right before a surname. */
  readonly verbs: RegExp
  /** A word of a name; and one that is lengthened or broken off. */
  readonly nameWord: RegExp
  readonly broken: RegExp
}
