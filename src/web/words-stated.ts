import type { InterfaceLanguage } from './reader.ts'

/** The words around what one article states, in English. */
const en = {
  title: 'What it says',
  promises: 'Promises',
  denials: 'Denials',
  figures: 'Figures',
  /** Before whom words were said to. */
  to: 'to',
  /** Before the one who says so. */
  saidBy: 'said by',
  /** Before the words that are denied, where they stand in another sentence. */
  about: 'about',
}

export type StatedWords = typeof en

const fr: StatedWords = {
  title: 'Ce qu’il affirme',
  promises: 'Promesses',
  denials: 'Démentis',
  figures: 'Chiffres',
  to: 'adressé à',
  saidBy: 'dit par',
  about: 'à propos de',
}

const ar: StatedWords = {
  title: 'ما يقوله المقال',
  promises: 'وعود',
  denials: 'نفي',
  figures: 'أرقام',
  to: 'موجَّه إلى',
  saidBy: 'بحسب',
  about: 'عن',
}

/** The words around promises, denials and figures, and whom words were said to, by language. */
export const statedWords: Readonly<Record<InterfaceLanguage, StatedWords>> = { en, fr, ar }
