import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { joinStart } from './join-start.ts'

/** `start`, `next` and `late` share a count, `next` and `late` a word, `first` and `start` a list; the store is asked for by name. */
const written = {
  'first.ts': `import { begun } from './early.ts'\nbegun.push('first')\nexport const { start } = await import('./start.ts')`,
  'early.ts': `export const begun: string[] = []`,
  'start.ts': `import { begun } from './early.ts'
import { count as counted, next } from './shared.ts'
export async function start() {
  begun.push('start')
  next()
  const { afterwards } = await import('./next.ts')
  const { late } = await import('./late.ts')
  const { store } = await import('./store.ts')
  return [begun.join(), afterwards(), late(), counted, store]
}`,
  'shared.ts': `export let count = 0\nexport const next = () => (count += 1)`,
  'next.ts': `import { count, next } from './shared.ts'\nimport { word } from './word.ts'\nexport const afterwards = () => (next(), word + count)`,
  'word.ts': `export const word = 'counted '`,
  'late.ts': `import { count, next } from './shared.ts'\nimport { word } from './word.ts'\nexport const late = () => (next(), word + count)`,
  'store.ts': `import { next } from './shared.ts'\nexport const store = typeof next`,
}

describe('what a start loads', () => {
  it('is one file, what comes next another, and the others share with it what they shared', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twosource-joined-'))
    try {
      await Promise.all(Object.entries(written).map(([name, code]) => writeFile(join(folder, name), code)))
      const split = await build({
        absWorkingDir: folder,
        entryPoints: ['first.ts'],
        outdir: 'made',
        write: false,
        metafile: true,
        bundle: true,
        splitting: true,
        format: 'esm',
      })
      const files = await joinStart(split, { first: 'first.ts', turns: [['start.ts', 'store.ts'], ['next.ts']] })
      assert.ok(files.size < split.outputFiles.length)
      assert.deepEqual([...files.keys()].map((name) => name.replace(/-.*/, '')).toSorted(), [
        'chunk',
        'first.js',
        'late',
        'next',
        'start',
        'store',
      ])
      await mkdir(join(folder, 'made'))
      await writeFile(join(folder, 'made/package.json'), '{"type":"module"}')
      await Promise.all([...files].map(([name, code]) => writeFile(join(folder, 'made', name), code)))
      const { start } = await import(pathToFileURL(join(folder, 'made/first.js')).href)
      assert.deepEqual(await start(), ['first,start', 'counted 2', 'counted 3', 3, 'function'])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('is told by name when it is no file of its own', async () => {
    const split = { outputFiles: [], metafile: { inputs: {}, outputs: {} } } as unknown as Parameters<
      typeof joinStart
    >[0]
    await assert.rejects(joinStart(split, { first: 'a.ts', turns: [['b.ts']] }), /a\.ts is no file of its own/)
  })
})
