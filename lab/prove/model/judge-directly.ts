import { asId, type StoryId } from '../../../src/core/ids.ts'
import { openAnswerJudge } from '../../../src/operations/search/answer-judge.ts'
import { ask } from '../../../src/operations/search/ask.ts'
import { shownPoints } from '../../../src/operations/search/ask-views.ts'
import { marker } from '../../../test/model-behaviours.ts'
import type { AskedOfModel, ModelBehaviour, ModelReply } from '../../../test/model-server.ts'
import type { ModelInstance } from './instance.ts'

const text = (written: string): ModelReply => ({ kind: 'text', text: written })
const numbers = (...named: readonly unknown[]): ModelReply => text(JSON.stringify({ numbers: named }))
const firstOf = ({ sentences }: AskedOfModel) => sentences[0]?.number ?? 1

/** Judges that name what they should not, or say more than numbers; the first two do as they are asked. */
export const judging: Readonly<Record<string, ModelBehaviour>> = {
  'names the first': (asked) => numbers(firstOf(asked)),
  'names none': () => numbers(),
  'names what is not there': ({ sentences }) => numbers(sentences.length + 1),
  'names one that is there and one that is not': (asked) => numbers(firstOf(asked), 4312),
  'names all': ({ sentences }) => numbers(...sentences.map(({ number }) => number)),
  'names many times': () => numbers(...Array.from({ length: 50_000 }, () => 1)),
  'names text': () => numbers(marker, `1 ${marker}`),
  'names strange numbers': () => text('{"numbers":[-1,0,1.5,1e308,NaN,0x1,"1\u200b"]}'),
  'adds a field': (asked) =>
    text(JSON.stringify({ numbers: [firstOf(asked)], answer: marker, html: `<b>${marker}</b>` })),
  'writes around it': (asked) =>
    text(`${marker} ${asked.canary}/${marker}\n{"numbers":[${firstOf(asked)}]}\n${marker} ${asked.system}`),
  'writes the answer': ({ canary }) => text(`${marker} died on Monday, see ${canary}/${marker}.`),
  'nests deeply': () => text(`{"numbers":${'['.repeat(20_000)}1`),
  'begins again and again': () => text('{"numbers":['.repeat(20_000)),
}

/**
 * Asks a question with the model as its judge. `isChosen`: what it named is the answer. Faults: a passage that is in no article word for word, one that is
 * an answer though it was neither given to it nor found without it, or anything of the model in the answer.
 */
export async function judgeOf(
  { context, model }: ModelInstance,
  question: string,
  story: string | undefined,
  foreign: readonly string[],
): Promise<{ readonly isChosen: boolean; readonly faults: readonly string[] }> {
  const { operations } = context
  const input = { question, ...(story === undefined ? {} : { storyId: asId<StoryId>(story) }) }
  const own = await ask.run({ ...operations, answerJudge: openAnswerJudge(operations.now) }, input)
  const before = model.requests.length
  const fresh = { ...operations, answerJudge: openAnswerJudge(operations.now) }
  const view = await ask.run(fresh, { ...input, judge: 'wait' })
  if (!view || !own) return { isChosen: false, faults: [`no answer to ${question}`] }
  const given = model.requests.slice(before).map(({ body }) => wordsOf(body))
  const found = JSON.stringify(own.answer)
  const shown = JSON.stringify(view.answer)
  const faults = foreign.filter((word) => shown.includes(word)).map((word) => `“${word}” in an answer`)
  for (const { sentence, citation } of shownPoints(view.answer)) {
    const document = await operations.store.articles.findDocument(sentence.documentId)
    for (const { span, exact } of [sentence, citation])
      if (document?.text.slice(span.start, span.end) !== exact)
        faults.push(`“${exact.slice(0, 60)}” is not word for word`)
    const isGiven = given.some((body) => body.includes(wordsOf(sentence.exact)))
    if (view.answer.kind === 'answered' && !isGiven && !found.includes(JSON.stringify(sentence.exact)))
      faults.push(`“${sentence.exact.slice(0, 60)}” was neither given to it nor found without it`)
  }
  const judgment = view.answer.kind === 'nothing' ? undefined : view.answer.judging
  return { isChosen: view.answer.kind === 'answered' && judgment?.kind === 'judged', faults }
}

/** Outlets print the same words with other marks; of a backslash, which a request has more than once, nothing is left. */
function wordsOf(text: string): string {
  return text
    .replace(/\\+./g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
