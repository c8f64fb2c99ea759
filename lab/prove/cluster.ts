import { findSet } from '../eval/read-set.ts'
import { alone, cutOff, killed, type Played, promoted, quiet, restarted } from './cluster/cases.ts'
import { whyNoDatabase } from './cluster/database-host.ts'
import { likeness } from './cluster/examine.ts'
import { whyNoNetwork } from './cluster/network.ts'
import type { News } from './cluster/news.ts'
import { fullScale, type Scale, shortScale } from './cluster/scale.ts'
import { hasCores, type Scaled, scaling } from './cluster/scaling.ts'
import { simulateScaling } from './cluster/simulated-scaling.ts'
import { type Stage, setStage } from './cluster/stage.ts'
import type { Proof } from './proof.ts'

/** Real news, where they are at hand: their stories are harder to tell apart than invented ones. */
const SET = 'clustering/allsides-2021-dev.jsonl.zst'
/** Another order in which the same news comes in. */
const OTHER_ORDER = 77
/** Stories may differ from those of one process by this much more than those of one process in two orders do. */
const ALLOWED = 0.03

/**
 * Many machines on one database: hosts are network namespaces, and what happens to machines happens to them. Whatever does, nothing is
 * lost, nothing is there twice, and stories are those of one process as far as the order of arrival allows.
 */
export const prove: Proof = async ({ seed = 1, isFull = false } = {}) => {
  const why = whyNoNetwork() ?? whyNoDatabase
  if (why !== undefined) return { name: `cluster: skipped, ${why}`, checks: [] }
  const scale = isFull ? fullScale : shortScale
  const stage = await setStage(scale, seed, isFull ? findSet(SET) : undefined)
  try {
    const [scaled, played] = [await scaling(stage), await playAll(stage, scale)]
    return reportOn(played, scaled, stage)
  } finally {
    await stage.close()
  }
}

async function playAll(stage: Stage, scale: Scale): Promise<readonly Played[]> {
  const played: Played[] = []
  for (const play of [
    () => alone(stage, 'alone', 'server'),
    () => alone(stage, 'alone_sqlite', 'file'),
    () => alone(stage, 'alone_other_order', 'server', OTHER_ORDER),
    () => quiet(stage),
    () => killed(stage, scale),
    () => cutOff(stage, scale),
    () => restarted(stage, scale),
    () => promoted(stage),
  ]) {
    const last = await play()
    played.push(last)
    process.stderr.write(`${JSON.stringify({ ...last, stories: undefined, storiesBefore: undefined })}\n`)
  }
  return played
}

function reportOn(
  played: readonly Played[],
  scaled: readonly Scaled[],
  { newsroom }: Stage,
): Awaited<ReturnType<Proof>> {
  const [alone, , otherOrder] = played
  if (!alone || !otherOrder) throw new Error('Nothing was played')
  const yardstick = likeness(alone.stories, otherOrder.stories)
  const rows = played.map((each) => ({
    ...each,
    like: likeness(alone.stories, each.stories),
    before: likeness(alone.stories, each.storiesBefore),
  }))
  return {
    name: 'cluster',
    checks: [
      scalingCheck(scaled, newsroom.news),
      ...rows.flatMap(({ name, tried, faults, more, like }) => {
        const wrong = Object.entries({ ...faults, ...more }).filter(([, count]) => count > 0)
        const least = Math.max(0, yardstick.b3F1 - ALLOWED).toFixed(3)
        return [
          {
            what: `${name} (${tried}): lost, doubled, strayed`,
            measured: wrong.length === 0 ? 0 : wrong.map(([fault, count]) => `${count} ${fault}`).join(', '),
            wanted: '0',
            isMet: wrong.length === 0,
          },
          {
            what: `${name}: stories against those of one process (B-cubed F1)`,
            measured: like.b3F1,
            wanted: `≥ ${least}`,
            isMet: like.b3F1 >= Number(least),
          },
        ]
      }),
    ],
    table: [
      ...scaled.map(({ workers, ...figures }) => ({
        case: `${workers} worker${workers === 1 ? '' : 's'}`,
        figures: wordsOf(figures),
      })),
      ...rows.map(({ name, stories, wallSeconds, cpuSeconds, figures, like, before }) => ({
        case: name,
        entries: newsroom.news.entries.length,
        stories: new Set(stories).size,
        'b3F1 before a repair': before.b3F1,
        b3F1: like.b3F1,
        pairF1: like.pairF1,
        'wall s': wallSeconds,
        'CPU s': cpuSeconds,
        figures: wordsOf(figures),
      })),
    ],
  }
}

function wordsOf(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([figure, value]) => `${figure} ${value}`)
    .join(', ')
}

/** Two workers against one; by simulation where there are no cores for it, with what was measured beside it. */
function scalingCheck([one, two]: readonly Scaled[], news: News) {
  if (!one || !two) throw new Error('One and two workers were not timed')
  const measured = two.articlesPerSecond / one.articlesPerSecond
  const { apart, shared } = simulateScaling(one, languagesOf(news))
  const words = [apart, shared, measured].map((times) => times.toFixed(2))
  return {
    what: 'articles per second of two workers against one',
    measured: hasCores
      ? measured.toFixed(2)
      : `simulated ${words[0]}; where two cores do all, simulated ${words[1]}, measured ${words[2]}`,
    wanted: '≥ 1.7',
    isMet: (hasCores ? measured : apart) >= 1.7,
  }
}

/** The share of each language. */
function languagesOf({ articles }: News): readonly number[] {
  return [...Map.groupBy(articles, ({ language }) => language).values()].map(({ length }) => length / articles.length)
}
