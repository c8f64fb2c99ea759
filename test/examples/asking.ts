import type { Answer, AnswerPoint, AskedQuestion, SearchedFor } from '../../src/core/answer.ts'
import { asId, type SourceId } from '../../src/core/ids.ts'
import type { AnswerWriting, WritingFailure } from '../../src/operations/search/answer-writer.ts'
import type { AskView } from '../../src/operations/search/ask-views.ts'
import type { AskAddress } from '../../src/web/search/parts/ask-address.ts'
import type { Answers } from './answers.ts'
import { articleIdOf, citeWords, ellind, storyId } from './story.ts'
import { arabic, type ExampleText, hostile, own, wire } from './texts.ts'

type Answered = Extract<Answer, { readonly kind: 'answered' }>

const searched: SearchedFor = {
  articleCount: 1204,
  sentenceCount: 31_877,
  quoteCount: 2210,
  from: '2026-03-01T06:00:00Z',
  until: '2026-03-17T08:30:00Z',
  missing: [],
  isCut: false,
}

const asked: AskedQuestion = { text: 'Will there be a toll?', sort: 'yes-no', terms: ['toll'], names: [] }

/** A passage of an example text: the words, the sentence they are in. */
function point(example: ExampleText, words: string, sentence = words, more: Partial<AnswerPoint> = {}): AnswerPoint {
  return {
    citation: citeWords(example, words),
    sentence: citeWords(example, sentence),
    articleId: articleIdOf(example),
    storyId,
    sourceId: asId<SourceId>('source-1'),
    sourceName: example.outlet,
    publishedAt: example.at,
    alsoIn: [],
    support: 0.8,
    ...more,
  }
}

const speaker = { name: 'Tomas Reyd', confidence: 0.93, isDirect: false }
const insult = point(own, own.blocks[3]!, own.blocks[3]!, { speaker })
const toll = point(wire, 'I don’t think you need a toll on the bridge,', wire.blocks[5]!, {
  speaker: { name: ellind.name, confidence: 0.55, isDirect: true },
  alsoIn: ['Halvik Post', 'Varn Echo'],
})
const long = point(
  wire,
  'These were the two outcomes that mattered most today. They are good outcomes, and there was a real sense of unity,',
  '“These were the two outcomes that mattered most today.',
  { speaker: { ...speaker, isDirect: true }, label: { kind: 'opinion', completeness: 'paywalled' } },
)

export const answered: AskView & { readonly answer: Answered } = {
  answer: {
    kind: 'answered',
    asked,
    groups: [
      { storyId, title: wire.title, points: [insult, toll, long] },
      { title: '', points: [point(hostile, hostile.blocks[0]!), point(arabic, arabic.blocks[0]!)] },
    ],
    conflicts: [
      { a: insult, b: toll, signal: citeWords(own, own.blocks[0]!) },
      { a: toll, b: insult },
    ],
    searched: { ...searched, isCut: true },
  },
  scope: {},
}

/** As a model chose. */
export const judged: AskView = {
  ...answered,
  answer: { ...answered.answer, judging: { kind: 'judged', model: 'example-model <b>' } },
}

/** A question that leans on one before it, put to a story and a person. */
export const narrow: AskView = {
  answer: {
    ...answered.answer,
    asked: {
      ...asked,
      text: 'and when?',
      sort: 'when',
      speaker: ellind.name,
      names: ['Mara <Ellind>'],
      from: '2026-03-16T00:00:00.000Z',
      until: '2026-03-17T00:00:00.000Z',
      follows: 'Will there be a toll?',
    },
    conflicts: [],
  },
  scope: { storyId, entityId: ellind.id },
  storyTitle: wire.title,
  entityName: ellind.name,
}

export const narrowOf = { story: { id: storyId, title: wire.title }, entity: ellind }

const unsure = {
  asked: { ...asked, text: 'Who paid for the <bridge>?', terms: ['paid', '<bridge>'], sort: 'who' as const },
  searched: { ...searched, missing: ['paid', '<b>'] },
}

export const closest: AskView = {
  answer: {
    kind: 'closest',
    ...unsure,
    passages: [
      { ...insult, why: { in: 'passage', words: ['toll', '<bridge>'] } },
      { ...toll, why: { in: 'article', words: ['paid'] } },
    ],
  },
  scope: {},
}
export const judging: AskView = {
  answer: { ...(closest.answer as Extract<Answer, { readonly kind: 'closest' }>), judging: { kind: 'judging' } },
  scope: {},
}
export const nothing: AskView = { answer: { kind: 'nothing', ...unsure, reason: 'nothing' }, scope: {} }
export const noQuestion: AskView = { answer: { kind: 'nothing', ...unsure, reason: 'no-question' }, scope: {} }

export const written: AnswerWriting = {
  kind: 'written',
  model: 'example-model <b>',
  text: {
    kept: [
      {
        text: 'The mayor said a toll was not needed.',
        citations: [toll.citation, insult.citation],
        passed: ['citation', 'form'],
      },
      { text: 'Reyd called a toll an insult to the crews.', citations: [insult.citation], passed: ['citation'] },
    ],
    dropped: [{ text: 'The toll is 40 crowns.', failed: 'number', why: '40' }],
  },
}

export const tooLittle: AnswerWriting = {
  ...written,
  text: {
    kept: written.text.kept.slice(0, 1),
    dropped: [
      ...written.text.dropped,
      { text: 'Visit https://toll.example now.', failed: 'form', why: 'an address' },
      { text: 'It costs 50 crowns.', failed: 'number', why: '50' },
    ],
  },
}

export const writing: AnswerWriting = { kind: 'writing', startedAt: '2026-03-17T09:59:58Z', characters: 812 }
export const failed = (reason: WritingFailure): AnswerWriting => ({ kind: 'failed', reason })

export const address: AskAddress = { question: asked.text, follows: [] }
export const narrowAddress: AskAddress = {
  question: 'and when?',
  story: storyId,
  entity: ellind.id,
  from: '2026-03-16',
  until: '2026-03-16',
  follows: ['Who leads <the> council?', asked.text],
}

export function askingOperations(changes: unknown[]) {
  return {
    async ask({ question, storyId: story }) {
      if (story === 'nowhere') return undefined
      if (question.startsWith('Who paid')) return closest
      if (question.startsWith('nothing')) return nothing
      if (question.startsWith('judged')) return judged
      if (question.startsWith('judging')) return judging
      const view = question.startsWith('and ') ? narrow : answered
      return { ...view, answer: { ...view.answer, asked: { ...view.answer.asked, text: question } } }
    },
    async list_folders() {
      return [
        { number: 1, name: 'News', feedCount: 2, unreadCount: 3 },
        { number: 2, name: 'News/Local', feedCount: 1, unreadCount: 0 },
      ]
    },
    async find_written_answer({ key: question }) {
      if (question.includes('written')) return written
      if (question.includes('little')) return tooLittle
      if (question.includes('writing')) return writing
      if (question.includes('busy')) return failed('busy')
      return question.includes('no model') ? undefined : { kind: 'none' }
    },
    async write_answer(input) {
      changes.push(['writeAnswer', input])
      return writing
    },
    async cancel_answer(input) {
      changes.push(['cancelAnswer', input])
    },
  } satisfies Answers
}
