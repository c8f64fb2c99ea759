import { asId } from '../../src/core/ids.ts'
import { checkDossier, doubtfulTitles } from '../../src/pipeline/stories/check-dossier.ts'
import { buildDossier } from '../../src/story/build-dossier.ts'
import type { StoryInput } from '../../src/story/story-text.ts'
import { verify } from '../../src/story/verify.ts'
import { alikeArticles, editedArticles, membersOfOne } from './material/one-large-story.ts'
import { type Bench, peakMemoryMb, type Row, round, sized } from './measure.ts'
import { cpuMs } from './station-times.ts'

const SIZES = sized([100, 350, 1000, 3000], [5, 10])
const RUNS = sized(3, 1)

/** What telling one story takes as it gets more articles, from its read members to its checked dossier. */
export const bench: Bench = async ({ sizes = SIZES }) => {
  const most = Math.max(...sizes)
  const kinds = { 'edits of articles of ours': editedArticles, 'few words over and over': alikeArticles }
  const rows = Object.entries(kinds).flatMap(([what, write]) => growthRows(what, membersOfOne(write(most)), sizes))
  return {
    name: 'large-story',
    load: `one story of up to ${most} articles`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      `CPU of the dossier made, verified and checked, the least of ${RUNS}; reading members from the store and writing the dossier are not in it.`,
      'exponent: how the time grows from the size before, 1 is as the articles do, 2 as their square.',
    ],
  }
}

function growthRows(what: string, members: readonly StoryInput[], sizes: readonly number[]): Row[] {
  tell(members.slice(0, 100)) // warm
  let before: { readonly size: number; readonly ms: number } | undefined
  return sizes.map((size) => {
    const some = members.slice(0, size)
    let ms = Number.POSITIVE_INFINITY
    let dossierMb = 0
    for (let run = 0; run < RUNS; run++) {
      const from = cpuMs()
      const dossier = tell(some)
      ms = Math.min(ms, cpuMs() - from)
      dossierMb = JSON.stringify(dossier).length / 1e6
    }
    const exponent = before && Math.log(ms / before.ms) / Math.log(size / before.size)
    before = { size, ms }
    return {
      what: `${what}: ${size}`,
      figures: {
        cpuMs: round(ms),
        perArticleMs: round(ms / size),
        ...(exponent === undefined ? {} : { exponent: round(exponent) }),
        dossierMb: round(dossierMb),
      },
    }
  })
}

function tell(members: readonly StoryInput[]) {
  const documents = new Map(members.map(({ document }) => [document.id, document]))
  const built = buildDossier({ storyId: asId('one'), members, doubtfulTitles: doubtfulTitles(members) })
  return checkDossier(verify(built, documents), members)
}
