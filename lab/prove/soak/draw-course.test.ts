import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCourse } from './draw-course.ts'
import { growthOf } from './growth.ts'
import type { Course } from './sample.ts'

const vitals = { rss: 100 * 2 ** 20, heapUsed: 50 * 2 ** 20, external: 0, held: 0, files: 30 }
const course: Course = {
  store: 'postgres',
  minutes: 1,
  seed: 1,
  samples: Array.from({ length: 10 }, (_, index) => ({
    atSeconds: index * 6,
    processes: {
      serve: { ...vitals, rss: vitals.rss + index * 2 ** 20, life: 1 },
      worker:
        index === 5
          ? { rss: 0, heapUsed: 0, external: 0, held: 0, files: 0, life: 2 }
          : { ...vitals, life: index < 5 ? 1 : 2 },
    },
    ...(index !== 3 && { queue: { entries: index, articles: index, waiting: 2, running: 1, failed: 0 } }),
    published: index,
  })),
  happenings: [
    { atSeconds: 30, kind: 'kill', what: 'kill -9, 2 jobs in hand' },
    { atSeconds: 40, kind: 'restart', what: 'PostgreSQL restarted (fast)' },
  ],
}

test('a line for each life, a mark for each mishap', () => {
  const svg = drawCourse(course)
  const rows = [...svg.matchAll(/class="row"[^>]* d="([^"]*)"/g)].map(([, path = '']) => path)
  assert.deepEqual(
    rows.map((path) => path.split('M').length - 1),
    [1, 2, 1, 1],
  )
  assert.match(svg, /▼/)
  assert.match(svg, /stroke-dasharray/)
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/)
})

test('growth is told of those that lived through the last two thirds', () => {
  const [serve, ...others] = growthOf(course)
  assert.equal(serve?.name, 'serve')
  assert.equal(Math.round(serve?.memory.perHour ?? 0), 600)
  assert.equal(others.length, 0)
})
