const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What a language does at the ends of sentences that English does not. */
export type SentenceHabits = {
  /** Signs right after a stop that belong to the sentence it ends, and signs before the first word of the next. */
  readonly closers: RegExp
  readonly openers: RegExp
  /** A closing mark that may have a space before it: `. »`. */
  readonly spacedCloser: string
  /** Short words, in small letters, whose stop hardly ever ends a sentence. */
  readonly abbreviations: ReadonlySet<string>
  /** The text before a stop after which it makes an ordinal or an initial. Anchored at the end. */
  readonly goesOnAfter: RegExp
  /** The text after a stop (and its closing marks, and white space) that goes on with the sentence. Anchored. */
  readonly goesOnWith: RegExp
}

const ENGLISH: SentenceHabits = {
  closers: /["'”’»)\]›]/,
  openers: /["'“‘«([¿¡„]/,
  spacedCloser: '»',
  abbreviations: new Set(),
  goesOnAfter: /(?!)/,
  goesOnWith: /(?!)/,
}

/** `am 3.`, `im 19.`, `der 16. und 17.`: a number after such a word is an ordinal. */
const GERMAN: SentenceHabits = {
  closers: /["'”’»)\]›“‘«‹]/,
  openers: /["'“‘«([„‚»›]/,
  spacedCloser: '',
  abbreviations: words(
    'z d u v i o b mio mrd tsd nr str ggf inkl exkl vgl sog geb gest verh jh jhd hrsg mind max min evtl ca bzw abs tel hl ing frl',
  ),
  goesOnAfter:
    /(?:^|[\s(„“"])(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim|bis|ab|seit|und|sowie|jede[nrs]?|ihre[nmr]?|seine[nmr]?|(?:(?:Sonn|Mon|Diens|Donners|Frei|Sams)tag|Mittwoch|Sonnabend),?)\s+(?:0?[1-9]|[12]\d|3[01])$/iu,
  goesOnWith: /(?!)/,
}

const SPANISH: SentenceHabits = {
  ...ENGLISH,
  openers: /["'“‘«([¿¡„—–]/,
  abbreviations: words('ee uu sr sra srta sres dr dra dn dña núm av avda ud uds pág gral cía aprox tel admón excmo'),
  // `—¿Y ahora? —preguntó`
  goesOnWith: /^[—–]\p{Ll}/u,
}

const FRENCH: SentenceHabits = {
  ...ENGLISH,
  abbreviations: words('mgr av bd env art'),
  // `J.-P.`, `MM.`
  goesOnAfter: /(?<!\p{L})(?:\p{Lu}\.-\p{Lu}|MM)$/u,
}

/** `د. سامي`: one letter is a title. */
const ARABIC: SentenceHabits = { ...ENGLISH, goesOnAfter: /(?:^|\s)[وبل]?[أادم]$/u }

/** The habits of a language (BCP 47); those of English when nothing else is known. */
export function habitsOf(language: string): SentenceHabits {
  switch (language.toLowerCase().split(/[-_]/)[0]) {
    case 'de':
      return GERMAN
    case 'es':
      return SPANISH
    case 'fr':
      return FRENCH
    case 'ar':
      return ARABIC
    default:
      return ENGLISH
  }
}
