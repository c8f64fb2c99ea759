import type { KeptPassage, TranslationFlaw, TranslatorFailure } from '../../core/translation.ts'
import type { PairWish } from '../../core/translation-choice.ts'

/** The words of articles in other languages. */
export type TranslationWords = {
  readonly title: string
  readonly translate: string
  readonly translateTo: (language: string) => string
  readonly readIn: (language: string) => string
  readonly heading: (from: string, to: string) => string
  readonly byServer: (name: string) => string
  readonly byModel: (name: string) => string
  readonly counted: (done: number, total: number) => string
  readonly quotations: (count: number) => string
  readonly notPassed: (count: number) => string
  readonly left: (count: number) => string
  readonly caution: string
  readonly namesApart: string
  readonly flaws: Readonly<Record<TranslationFlaw, string>>
  readonly kept: Readonly<Record<KeptPassage, string>>
  readonly showOriginal: string
  readonly beside: string
  readonly inPlace: string
  readonly asTranslation: string
  readonly original: string
  readonly begins: string
  readonly underWay: (done: number, total: number) => string
  readonly lookAgain: string
  readonly stopped: string
  readonly failures: Readonly<Record<TranslatorFailure['kind'], string>>
  readonly goOn: string
  readonly anew: string
  readonly byAnother: string
  readonly notAsked: (language: string) => string
  readonly off: string
  readonly offOwner: string
  readonly offReader: string
  readonly perDay: (count: number) => string
  readonly sameLanguage: string
  readonly noPair: string
  readonly otherLanguage: string
  readonly chosenAlways: (language: string) => string
  readonly change: string
  readonly settings: {
    readonly title: string
    readonly lead: string
    readonly pairs: string
    readonly pairsNote: string
    readonly from: string
    readonly to: string
    readonly wish: string
    readonly wishes: Readonly<Record<PairWish, string>>
    readonly add: string
    readonly pair: (from: string, to: string) => string
    readonly noPairs: string
    readonly notSaved: string
    readonly saved: string
    readonly house: string
    readonly houseNote: string
    readonly by: Readonly<Record<'off' | 'server' | 'model', string>>
    readonly noModel: string
    readonly address: string
    readonly addressNote: string
    readonly key: string
    readonly keyKept: string
    readonly keyNote: string
    readonly forgetKey: string
    readonly fixed: string
    readonly perDay: string
    readonly perDayNote: string
    readonly test: string
    readonly testNote: string
    readonly works: (languages: number) => string
    readonly took: (ms: number) => string
    readonly wrong: string
    readonly doesNot: string
  }
}

export const translationEn: TranslationWords = {
  title: 'Translation',
  translate: 'Translate…',
  translateTo: (language) => `Translate to ${language}`,
  readIn: (language) => `Read in ${language}`,
  heading: (from, to) => `Translated by a machine: ${from} to ${to}`,
  byServer: (name) => (name ? `by the translation server ${name}` : 'by the translation server used here'),
  byModel: (name) => `by the language model ${name}`,
  counted: (done, total) => `${done} of ${total} sentences`,
  quotations: (count) =>
    count === 1
      ? '1 with a quotation stays in the original, its translation under it'
      : `${count} with quotations stay in the original, their translation under them`,
  notPassed: (count) =>
    count === 1
      ? '1 did not pass the check and stays in the original'
      : `${count} did not pass the check and stay in the original`,
  left: (count) => `${count} left as they are`,
  caution:
    'Figures, units, names and negations were compared with the original; whether a sentence says the same was not. What counts is the original: every sentence opens it.',
  namesApart: 'Names are written differently in these two scripts and were not compared.',
  flaws: {
    missing: 'nothing came back',
    form: 'markup or an address was added',
    number: 'a number differs',
    unit: 'a unit differs',
    name: 'a name is missing',
    negation: 'a negation differs',
    length: 'far longer or shorter',
    same: 'came back as it was',
    language: 'in another language',
  },
  kept: { code: 'program code', 'no-words': 'only figures', 'too-long': 'too long' },
  showOriginal: 'Show the original',
  beside: 'Side by side',
  inPlace: 'In place of the original',
  asTranslation: 'Translation:',
  original: 'original',
  begins: 'It was asked for and begins in a moment. Until then the original stands here.',
  underWay: (done, total) => `Under way: ${done} of ${total} sentences. What is not there yet stands in the original.`,
  lookAgain: 'Look again',
  stopped: 'The translation stopped before its end. The rest stands in the original.',
  failures: {
    off: 'Nothing translates here any more.',
    'over-budget': 'The day’s budget of the language model is used up.',
    timeout: 'The translator took too long.',
    cancelled: 'It was interrupted.',
    'too-long': 'The translator wrote more than it may.',
    failed: 'The translator failed.',
    'no-pair': 'The translator does not translate between these languages.',
    'key-refused': 'The translation server refused its key.',
    busy: 'The translation server is busy.',
    'not-there': 'No translation server answers at its address.',
  },
  goOn: 'Go on',
  anew: 'Translate anew',
  byAnother: 'Something else translates here now.',
  notAsked: (language) => `Nobody has asked for this article in ${language} yet.`,
  off: 'Nothing translates on this server yet.',
  offOwner: 'Set a server with the interface of LibreTranslate, or the language model, in the settings of translation.',
  offReader: 'The owner can set a server with the interface of LibreTranslate, or a language model.',
  perDay: (count) => `This server translates ${count} articles a day, and has. It goes on tomorrow.`,
  sameLanguage: 'The article is in this language.',
  noPair: 'This is not translated here.',
  otherLanguage: 'In another language',
  chosenAlways: (language) => `You chose to have every article in ${language} translated.`,
  change: 'Change',
  settings: {
    title: 'Settings of translation',
    lead: 'A translation is made when you ask for it, is marked as one, and never hides the original.',
    pairs: 'Languages',
    pairsNote:
      'For each pair: whether a translation is offered, and whether it is made and shown as soon as you open an article.',
    from: 'From',
    to: 'To',
    wish: 'Translate',
    wishes: { never: 'never offer', offer: 'when I ask', always: 'always' },
    add: 'Add',
    pair: (from, to) => `${from} to ${to}`,
    noPairs: 'Nothing chosen: every pair is translated when you ask.',
    notSaved: 'Not saved: give two different languages, or an address that begins with http.',
    saved: 'Saved.',
    house: 'What translates',
    houseNote: 'For all readers of this server. Articles are sent there only when a reader asks.',
    by: {
      off: 'Nothing',
      server: 'A server with the interface of LibreTranslate',
      model: 'The language model of this server',
    },
    noModel: 'No model is set for translation.',
    address: 'Address of the server',
    addressNote: 'It may be on this machine or in your network. Nothing else is asked there.',
    key: 'Key, if it wants one',
    keyKept: 'A key is kept.',
    keyNote: 'It is never shown again, and goes when the address changes.',
    forgetKey: 'Forget the key',
    fixed: 'The environment sets the server (TWOSOURCE_TRANSLATE_URL), so it cannot be changed here.',
    perDay: 'Most articles a day',
    perDayNote: 'All readers together.',
    test: 'Try it',
    testNote: 'Has one sentence translated and checks it.',
    works: (languages) => `It works, with ${languages} languages.`,
    took: (ms) => `It took ${ms} ms.`,
    wrong: 'It answers, but the sentence does not pass the check:',
    doesNot: 'It does not work:',
  },
}
