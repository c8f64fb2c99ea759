import type {
  CheckedStatement,
  FoundPlace,
  StatementResult,
  TextCheck,
} from '../../src/operations/search/text-check-views.ts'
import type { Reader } from '../../src/web/reader.ts'
import { checkPackPage, checkPage } from '../../src/web/search/pages/check.ts'
import type { Answers } from './answers.ts'
import { citedDocument, citeWords, ellind } from './story.ts'
import { type ExampleText, hostile, own, wire } from './texts.ts'

function place(example: ExampleText, words: string, more: Partial<FoundPlace> = {}): FoundPlace {
  return {
    citation: citeWords(example, words),
    around: citeWords(example, words),
    document: citedDocument(example),
    ...more,
  }
}

const toll = 'I don’t think you need a toll on the bridge,'
const carriers = { articles: 3, reports: 2, outlets: ['Northern Wire', 'Halvik Post', '<b>Varn</b> Echo'] }

function statement(result: StatementResult, words: string, more: Partial<CheckedStatement> = {}): CheckedStatement {
  return { kind: 'quotation', span: { start: 0, end: words.length }, words, result, changes: [], figures: [], ...more }
}

const said = place(wire, toll, { speaker: { id: ellind.id, name: ellind.name } })
const statements: readonly CheckedStatement[] = [
  statement('exact', toll, { place: said, carriers }),
  statement('other-speaker', toll, {
    place: said,
    carriers: { ...carriers, isCut: true },
    speaker: 'Tomas <i>Reyd</i>',
  }),
  statement('altered', 'I think you need 2 tolls on the bridge', {
    place: { ...said, isProbable: true },
    carriers,
    isOtherSpeaker: true,
    speaker: 'Tomas Reyd',
    changes: [
      { kind: 'negation', found: { start: 2, end: 7 } },
      { kind: 'number', given: { start: 17, end: 18 }, found: { start: 23, end: 24 } },
      { kind: 'words', given: { start: 19, end: 24 } },
    ],
    figures: [
      { kind: 'number', span: { start: 40, end: 42 }, words: '40', result: 'not-there' },
      {
        kind: 'date',
        span: { start: 50, end: 54 },
        words: '1 May',
        result: 'differs',
        citation: said.citation,
        document: said.document,
      },
    ],
  }),
  statement('cut', 'I don’t think … on the bridge', {
    place: said,
    carriers,
    changes: [{ kind: 'words', found: { start: 14, end: 29 } }],
  }),
  statement('unquoted', own.blocks[3]!, { place: place(own, own.blocks[3]!, { isOwnWords: true }), carriers }),
  statement('exact', hostile.blocks[1]!, { kind: 'sentence', place: place(hostile, hostile.blocks[1]!), carriers }),
  statement('not-found', 'The <script>bridge</script> is made of cheese', { kind: 'statement', speaker: 'Nobody' }),
]

const checkedText: TextCheck = {
  language: 'en',
  statements,
  counts: { exact: 2, altered: 1, cut: 1, 'other-speaker': 1, unquoted: 1, 'not-found': 1 },
  quotations: 5,
  reported: 1,
  isCut: true,
}

const nothingChecked: TextCheck = {
  language: 'und',
  statements: [],
  counts: { exact: 0, altered: 0, cut: 0, 'other-speaker': 0, unquoted: 0, 'not-found': 0 },
  quotations: 0,
  reported: 0,
}

const packed = {
  title: toll,
  fingerprint: 'ab'.repeat(32),
  fileCount: 9,
  byteCount: 4,
  mediaType: 'application/zip',
  fileName: 'text-check-pack.zip',
}

export const checkingOperations: Answers = {
  pack_check: async () => ({
    ...packed,
    body: ReadableStream.from([new Uint8Array([80, 75, 5, 6])]),
  }),
  check_text: async ({ text }) => (text.includes('nothing') ? nothingChecked : checkedText),
}

export const checkingPages = {
  'a text to check': (reader: Reader) => checkPage({ text: 'A <b>text</b>', isTooLong: true }, reader),
  check_text: (reader: Reader) => checkPage({ text: toll, view: checkedText }, reader),
  pack_check: (reader: Reader) => checkPackPage(packed, toll, true, reader),
  'nothing to check': (reader: Reader) => checkPage({ text: '', view: nothingChecked }, reader),
}
