import { sentences } from '../../../src/analyze/sentences.ts'
import { alignInOrder, weighByRest } from '../../../src/story/points/align-in-order.ts'
import { contentStems, wordsOf } from '../../../src/story/words.ts'
import { documentOf } from '../quotes/documents.ts'

/** One line of a reuse set: two texts, whether the first reuses the second, and the question that both answer. */
export type ReuseRecord = {
  readonly id: string
  readonly task?: string
  readonly a: { readonly text: string }
  readonly b: { readonly text: string }
  readonly label: string
  readonly dup: 0 | 1
}

type Measured = { readonly task: string; readonly share: number; readonly isReuse: boolean }
type Outcome = { readonly truePositives: number; readonly wrong: number }

/**
 * "Reused or not" by what two texts say in the same order, weighed by the other answers to the same question, as a story's
 * other reports weigh there. The one threshold is learned: on the set itself, and on all questions but the one it is then
 * tried on. Empty where the records name no questions.
 */
export function scoreInOrder(records: readonly ReuseRecord[]): Record<string, number> {
  const tasks = [...new Set(records.flatMap(({ task }) => (task === undefined ? [] : [task])))]
  if (tasks.length < 2) return {}
  const measured = tasks.flatMap((task) => measure(records.filter((record) => record.task === task)))
  const inSample = outcomeOf(measured, learn(measured))
  const folds = tasks.map((task) => {
    const isHeld = (each: Measured) => each.task === task
    return outcomeOf(measured.filter(isHeld), learn(measured.filter((each) => !isHeld(each))))
  })
  const tried = {
    truePositives: folds.reduce((sum, { truePositives }) => sum + truePositives, 0),
    wrong: folds.reduce((sum, { wrong }) => sum + wrong, 0),
  }
  return { inOrderF1InSample: f1Of(inSample), inOrderF1CrossValidated: f1Of(tried) }
}

function measure(records: readonly ReuseRecord[]): Measured[] {
  const answers = records.map(({ a }) => stemsOf(a.text))
  const whole = answers.map((answer) => new Set(answer.flatMap((stems) => [...stems])))
  return records.map(({ task = '', b, dup }, index) => {
    const weigh = weighByRest(whole.filter((_, other) => other !== index))
    const { share } = alignInOrder(answers[index]!, stemsOf(b.text), weigh)
    return { task, share, isReuse: dup === 1 }
  })
}

/** The set's lines are broken to fit a screen: only an empty line ends a paragraph. */
function stemsOf(raw: string): ReadonlySet<string>[] {
  const text = raw.replaceAll('\r', '').replace(/(?<!\n)\n(?!\n)/g, ' ')
  const document = documentOf('text', text, '2020-01-01')
  return sentences.run(document, {}).map(({ span }) => contentStems(wordsOf(text.slice(span.start, span.end))))
}

/** The threshold of the best F1; of several the middle one, which is the farthest from both kinds. */
function learn(measured: readonly Measured[]): number {
  const shares = [...new Set(measured.map(({ share }) => share))].sort((a, b) => a - b)
  const scored = shares.map((share, index) => {
    const threshold = (share + (shares[index - 1] ?? 0)) / 2
    return { threshold, f1: f1Of(outcomeOf(measured, threshold)) }
  })
  const most = Math.max(...scored.map(({ f1 }) => f1))
  const best = scored.filter(({ f1 }) => f1 === most)
  return best[Math.floor(best.length / 2)]?.threshold ?? 0
}

/** How many reuses are found, and how many records are told wrongly. */
function outcomeOf(measured: readonly Measured[], threshold: number): Outcome {
  const found = measured.filter(({ share }) => share >= threshold)
  const truePositives = found.filter(({ isReuse }) => isReuse).length
  const missed = measured.filter(({ isReuse }) => isReuse).length - truePositives
  return { truePositives, wrong: found.length - truePositives + missed }
}

function f1Of({ truePositives, wrong }: Outcome): number {
  return (2 * truePositives) / (2 * truePositives + wrong || 1)
}
