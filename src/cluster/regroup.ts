import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import { carryStories } from './carry-stories.ts'
import { group } from './group.ts'
import { timeDecay } from './time-decay.ts'
import { dot } from './weigh.ts'
import type { Company, WindowMatch } from './window-entry.ts'

/** A member of a near story that belongs elsewhere now. `to` absent: into the story that the new document founds. */
export type Displaced = { readonly documentId: DocumentId; readonly from: StoryId; readonly to?: StoryId }

/** Where a new document belongs among what is near it, and what it changed for others. `storyId` absent: in none of those. */
export type Regrouping = { readonly storyId?: StoryId; readonly displaced: readonly Displaced[] }

/** Mean similarity from which groups are joined. Chosen on ECB+ and BASIL. */
const threshold = 0.2
/** Less likeness than this is taken as none. */
const minSimilarity = 0.05

/** Groups the new document, as the last, with its company, as the repair does for the whole window. */
function labelsOf({ vector, likeness, company }: WindowMatch, atMs: number, isRunning: boolean): Int32Array {
  const items = [...company, { vector, atMs, isRunning }]
  const near = items.map((): { other: number; score: number }[] => [])
  for (const [i, a] of items.entries())
    for (let j = 0; j < i; j += 1) {
      const b = items[j] as typeof a
      const similarity = dot(a.vector, b.vector) * timeDecay(a.atMs - b.atMs)
      if (similarity < minSimilarity) continue
      // All of them stand in one field, so the crowd around the new document is the crowd around each.
      const score = similarity * likeness
      near[i]?.push({ other: j, score })
      near[j]?.push({ other: i, score })
    }
  return group({
    links: near.map((links) => ({
      others: Int32Array.from(links, ({ other }) => other),
      scores: Float64Array.from(links, ({ score }) => score),
    })),
    isRunning: (i) => items[i]?.isRunning === true,
    threshold,
    isAttaching: true,
  })
}

/** The story of each group. A running page speaks for its story only when nothing else of it is there. */
function storiesOf(company: readonly Company[], labels: Int32Array): Map<number, StoryId> {
  const told = new Set(company.filter((each) => !each.isRunning).map((each) => each.storyId))
  const held = company.map(({ storyId, isRunning }, i) => ({ label: labels[i] as number, storyId, isRunning }))
  return carryStories(held.filter(({ isRunning, storyId }) => !(isRunning && told.has(storyId))))
}

/**
 * Decides on a new document together with the members of the few stories near it, by average link: what looked like one
 * event at the first report may be two at the fifth, and two stories may turn out to be one. Only stories whose
 * members are all at hand lose any.
 * @param atMs when the new document was published
 * @param isRunning whether it runs along with events
 */
export function regroup(match: WindowMatch, atMs: number, isRunning: boolean): Regrouping {
  const { company } = match
  if (company.length === 0) return { displaced: [] }
  const labels = labelsOf(match, atMs, isRunning)
  const stories = storiesOf(company, labels)
  const own = labels[company.length] as number
  const displaced = company.flatMap(({ documentId, storyId: from, isWhole }, i): Displaced[] => {
    const label = labels[i] as number
    const to = stories.get(label)
    // A group that splits off without the new document waits for the repair.
    if (!isWhole || to === from || (to === undefined && label !== own)) return []
    return [{ documentId, from, ...defined({ to }) }]
  })
  const storyId = stories.get(own)
  return { ...defined({ storyId }), displaced }
}
