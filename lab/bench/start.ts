import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packWhereStarted } from '../../deploy/release/pack-program.ts'
import { type Bench, percentile, type Row, sized } from './measure.ts'
import { beforeSource, serveInstance, startOnce } from './served-instance.ts'

const source = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const STARTS = sized(7, 1)
const FORMS = sized(['as written', 'packed'] as const, ['packed'] as const)
/** So long after the first page the loops run and all they need is loaded. */
const SETTLED_MS = sized(3_000, 100)
const most = { packed: { ms: 200, megabytes: 150 }, 'as written': { ms: 400, megabytes: 220 } }

/**
 * A start to the first page, as written and packed (`npm run build`), with and without what Node kept of earlier starts: wall and
 * CPU of the whole process, memory then and when the loops run. The store is empty; files are in the cache of the disk.
 */
export const bench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const rows: Row[] = []
  let peakMemoryMb = 0
  try {
    const packed = await packWhereStarted()
    for (const what of FORMS) {
      const program = what === 'packed' ? [packed] : [...beforeSource, source]
      const compiled = join(folder, `compiled ${what}`)
      const start = () =>
        serveInstance(folder, '/', {}, [...program, 'serve', '--only-me'], { NODE_COMPILE_CACHE: compiled })
      const cold = await startOnce(start, SETTLED_MS)
      rows.push({ what: `${what}, nothing kept of earlier starts`, figures: cold })
      const warm: Awaited<ReturnType<typeof startOnce>>[] = []
      for (let count = 0; count < STARTS; count += 1) warm.push(await startOnce(start))
      const of = (figure: 'ms' | 'cpuMs') => warm.map((each) => each[figure])
      const least = { ms: Math.min(...of('ms')), cpuMs: Math.min(...of('cpuMs')) }
      rows.push({ what: `${what}, started before: least`, figures: least })
      rows.push({
        what: `${what}, started before: median`,
        figures: { ms: percentile(of('ms'), 0.5), cpuMs: percentile(of('cpuMs'), 0.5), targetMs: most[what].ms },
      })
      const instance = await start()
      try {
        const atFirstPage = instance.memoryMb().now
        await new Promise((settle) => setTimeout(settle, SETTLED_MS))
        const { now, peak } = instance.memoryMb()
        rows.push({
          what: `${what}: memory, MB`,
          figures: { atFirstPage, withLoops: now, peak, targetPeak: most[what].megabytes },
        })
        peakMemoryMb = Math.max(peakMemoryMb, peak)
      } finally {
        await instance.close()
      }
    }
    const files = (await readdir(dirname(packed))).length
    return {
      name: 'start',
      load: `an empty store on SQLite, ${STARTS} starts of each; first page is Today`,
      rows,
      peakMemoryMb,
      notes: [`Packed are ${files} files; what few need is loaded when it is needed, in both forms.`],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
