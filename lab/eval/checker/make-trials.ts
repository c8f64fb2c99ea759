import type { NumberedSentence } from '../../../src/core/claim.ts'
import type { Document } from '../../../src/core/document.ts'
import { draw, shuffled } from './draw.ts'
import { type Around, merged, mutators } from './false-claims.ts'
import { isUsual, readStory, type StorySentences, speakerOf } from './story-sentences.ts'
import type { Trial } from './trial.ts'
import { joined, type MadeClaim, makers } from './true-claims.ts'

/** Kinds of true claims and of mutants; each is wanted as often as the others, as far as the texts give them. */
const trueKinds = [...Object.keys(makers), 'twoSentences']
const falseKinds = [...Object.keys(mutators), 'merged']
/** Shapes that few sentences give: looked for in all of an article. */
const rareKinds: ReadonlySet<string> = new Set([
  'accordingTo',
  'saidFirst',
  'saidLast',
  'insetTrimmed',
  'appositionTrimmed',
  'dayFirst',
  'datedOut',
])
/** Of one story, so many of one kind: else a few stories would make the whole test. */
const mostOfStory = 2

/**
 * So many true claims, and as many mutants made from true claims, over stories in an order that means nothing and is always the
 * same. Half of the stories, by a hash of their name, are held out.
 */
export function makeTrials(stories: ReadonlyMap<string, readonly Document[]>, wanted: number): Trial[] {
  const made: Trial[] = []
  const counts = new Map<string, number>()
  let strangers: Around['strangers'] = []
  for (const [id, documents] of shuffled([...stories], ([name]) => name)) {
    if (falseKinds.concat(trueKinds).every((kind) => isFull(counts, kind, wanted))) break
    const story = readStory(id, documents)
    for (const trial of trialsOf(story, strangers)) {
      const key = trial.isTrue ? trial.kind : `not ${trial.kind}`
      const here = `${key} ${id}`
      if ((counts.get(here) ?? 0) >= mostOfStory || isFull(counts, trial.kind, wanted, trial.isTrue)) continue
      counts.set(here, (counts.get(here) ?? 0) + 1)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      made.push(trial)
    }
    if (story.names.length > 2) strangers = story.names
  }
  const of = (isTrue: boolean): Trial[] => made.filter((trial) => trial.isTrue === isTrue).slice(0, wanted)
  return [...of(true), ...of(false)]
}

function isFull(
  counts: ReadonlyMap<string, number>,
  kind: string,
  wanted: number,
  isTrue = trueKinds.includes(kind),
): boolean {
  const kinds = isTrue ? trueKinds : falseKinds
  return (counts.get(isTrue ? kind : `not ${kind}`) ?? 0) >= Math.ceil((wanted / kinds.length) * 1.25)
}

function trialsOf(story: StorySentences, strangers: Around['strangers']): Trial[] {
  const isHeldOut = draw(`half ${story.id}`) % 2 === 1
  return story.articles.flatMap((sentences) => {
    const all = shuffled(sentences.filter(isUsual), ({ document, span }) => `${document.id} ${span.start}`)
    const usual = all.slice(0, 14)
    const alone = all.flatMap((sentence, at) =>
      madeOf(sentence, story).filter(({ kind }) => at < 14 || rareKinds.has(kind)),
    )
    const pairs = usual.slice(1, 5).flatMap((sentence, at) => joinedOf(usual[at] as NumberedSentence, sentence))
    const claims = [...alone, ...pairs]
    const trial = (made: MadeClaim, kind: string, text: string, isTrue: boolean): Trial => {
      const [first] = made.from as [NumberedSentence, ...NumberedSentence[]]
      const speaker = made.from.length === 1 ? speakerOf(first).name : undefined
      return {
        id: `${story.id} ${first.document.id} ${first.span.start} ${kind}`,
        kind,
        isTrue,
        isHeldOut,
        sentences,
        draft: {
          text,
          sentences: made.from.map(({ number }) => number),
          exact: first.document.text.slice(first.span.start, first.span.end),
          ...(speaker ? { speaker } : {}),
        },
      }
    }
    const mutants = shuffled(claims, ({ kind, text }) => `${kind} ${text}`).flatMap((claim) =>
      Object.entries(mutators).flatMap(([kind, mutate]) => {
        // Such a claim is shown with its speaker: dropping the name from the text is no lie.
        if (kind === 'modality' && claim.from.some((sentence) => speakerOf(sentence).name !== undefined)) return []
        const text = mutate(claim, { story, strangers })
        return text && text !== claim.text ? [trial(claim, kind, text, false)] : []
      }),
    )
    const facts = all.flatMap((a) =>
      all.flatMap((b) => {
        const text = a === b ? undefined : merged(a, b)
        return text ? [trial({ kind: 'merged', text, from: [a, b] }, 'merged', text, false)] : []
      }),
    )
    return [
      ...claims.map((claim) => trial(claim, claim.kind, claim.text, true)),
      ...mutants,
      ...shuffled(facts, ({ draft }) => draft.text).slice(0, 2),
    ]
  })
}

/** The true claims that one sentence gives. What somebody says whole is one only where it is known who. */
function madeOf(sentence: NumberedSentence, story: StorySentences): MadeClaim[] {
  const { isTold, name } = speakerOf(sentence)
  if (isTold && name === undefined) return []
  return Object.entries(makers).flatMap(([kind, make]) => {
    const text = make(sentence, story)
    return text === undefined ? [] : [{ kind, text, from: [sentence] }]
  })
}

function joinedOf(a: NumberedSentence, b: NumberedSentence): MadeClaim[] {
  if (speakerOf(a).isTold || speakerOf(b).isTold) return []
  const text = joined(a, b, draw(`${a.document.id} ${a.span.start}`) % 2 === 0 ? ', and' : ';')
  return text === undefined ? [] : [{ kind: 'twoSentences', text, from: [a, b] }]
}
