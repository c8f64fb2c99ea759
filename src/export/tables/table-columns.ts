/** The tables that can be exported. Each has a row for every passage or article that a story page shows. */
export const tableNames = ['quotations', 'promises', 'figures', 'reports', 'copies'] as const
export type TableName = (typeof tableNames)[number]

export const tableFormats = ['csv', 'jsonl', 'parquet'] as const
export type TableFormat = (typeof tableFormats)[number]

/** A column, the type of its cells, and what they mean. `isText`: words of an article, left out unless texts are wanted. */
export type Column = {
  readonly name: string
  readonly type: 'text' | 'integer' | 'number' | 'flag'
  readonly means: string
  readonly isText?: true
}

/** A cell without a value is absent. */
export type TableRow = Readonly<Record<string, string | number | boolean | undefined>>

const text = (name: string, means: string): Column => ({ name, type: 'text', means })
const integer = (name: string, means: string): Column => ({ name, type: 'integer', means })
const number = (name: string, means: string): Column => ({ name, type: 'number', means })
const flag = (name: string, means: string): Column => ({ name, type: 'flag', means })
const words = (name: string, means: string): Column => ({ name, type: 'text', means, isText: true })

/** A passage of the row's document: where it is, and its words. */
const passage = (name: string, means: string): readonly Column[] => [
  integer(`${name}_start`, `first UTF-16 unit of ${means}`),
  integer(`${name}_end`, `the unit after its last`),
  words(name, means),
]

const ofDocument: readonly Column[] = [
  text('id', 'the same row has the same id in every export'),
  text('story', 'id of the story'),
  text('article', 'id of the article'),
  text('document', 'id of the revision of its text'),
  text('outlet', 'who published it'),
  text('outlet_id', 'id of the outlet on this server'),
  text('url', 'address of the article'),
  text('language', 'BCP 47'),
  text('published_at', 'when the article says it was published, ISO 8601'),
  text('fetched_at', 'when this server read this revision, ISO 8601 UTC'),
  text('text_sha256', 'SHA-256 of the text of the document, as UTF-8'),
  integer('text_length', 'UTF-16 units of that text'),
]
const ofPassage: readonly Column[] = [
  integer('start', 'first UTF-16 unit of the passage in the text'),
  integer('end', 'the unit after its last'),
  text('sha256', 'SHA-256 of the passage, as UTF-8'),
  words('exact', 'the passage'),
]
const madeBy = text('analyzer', 'what found it, and its version')

/** The columns of each table, in order. */
export const tableColumns: Readonly<Record<TableName, readonly Column[]>> = {
  quotations: [
    ...ofDocument,
    ...ofPassage,
    text('utterance', 'id of the first wording of the same utterance in the story'),
    text('speaker', 'who says it, as the story names them'),
    text('speaker_id', 'id of the speaker'),
    text('kind', 'direct, mixed or indirect'),
    text(
      'identified_by',
      'how the speaker was found: cue-right, “…” X said; cue-left, X said “…”; colon, X: “…”; continued and run-on, more of the quotation before; previous-subject, from the sentence before; echo, from the text under a headline; pronoun, whom it refers to; label, by a person',
    ),
    number('confidence', 'how sure that is, 0 to 1'),
    flag('is_probable', 'shown as “probably”'),
    ...passage('cue', 'the reporting words'),
    text('posted_at', 'time of the post on a live page, ISO 8601'),
    integer('at_seconds', 'when it is heard in the recording, for a transcript that has times'),
    flag('is_translated', 'the article says it was spoken in another language'),
    madeBy,
  ],
  promises: [
    ...ofDocument,
    ...ofPassage,
    text('by', 'who promises'),
    text('reported_by', 'who reports it, if somebody else'),
    ...passage('condition', 'its condition'),
    ...passage('due', 'by when, in the article’s words'),
    text('due_date', 'the same as a TIMEX3 date'),
    text('state', 'open, or what the latest article says: kept, broken, withdrawn or changed'),
    text('changed_at', 'when that article was published, ISO 8601'),
    text('change_document', 'the text that says so'),
    integer('change_start', 'first UTF-16 unit of the words in that text'),
    integer('change_end', 'the unit after their last'),
    words('change', 'those words'),
    madeBy,
  ],
  figures: [
    ...ofDocument,
    ...ofPassage,
    text('unit', 'what is counted or measured'),
    number('value', 'the number'),
    number('low', 'the least it may be, if the words give bounds'),
    number('high', 'the most it may be'),
    madeBy,
  ],
  reports: [
    ...ofDocument,
    words('title', 'the headline'),
    text('kind', 'article, live, opinion, correction, press-release, newsletter, video, audio, gallery or index'),
    text(
      'completeness',
      'complete, or why this server lacks some: paywalled, feed-only, blurb, lead-missing or failed',
    ),
    text('role', 'original, copy, partly-own or undecided: who was first is not known'),
    text('report', 'articles with the same value are one report'),
    text('origin', 'who had the report first'),
    text('origin_by', 'how that is known: credit, time, alone or undecided'),
    text('claimed_by', 'the only outlet that credits the origin'),
    text('owner', 'common owner that makes several texts one report'),
    text('copied_from', 'the document it copies'),
    number('own_share', 'share of its words that no earlier article of the story has, 0 to 1'),
    madeBy,
  ],
  copies: [
    ...ofDocument,
    ...ofPassage,
    text('kind', 'whole-copy, cut-copy, shares-passages or shared-quotation'),
    integer('passages', 'shared passages in all; only the longest have a row'),
    text('other_document', 'the text that has the same words, the earlier one if known'),
    text('other_outlet', 'who published that'),
    text('other_url', 'its address'),
    text('other_published_at', 'when it was published, ISO 8601'),
    text('other_text_sha256', 'SHA-256 of its text'),
    integer('other_start', 'first UTF-16 unit of the passage there'),
    integer('other_end', 'the unit after its last'),
    madeBy,
  ],
}

/** The columns of a table, with or without the words of articles. */
export function columnsOf(table: TableName, hasTexts: boolean): readonly Column[] {
  return tableColumns[table].filter(({ isText }) => hasTexts || !isText)
}
