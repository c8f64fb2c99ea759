import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../../src/store/migrations/all.ts'
import { unpackEarlier } from '../rolling/earlier-program.ts'
import { heldIn } from './kept-rows.ts'
import { ask, type Place } from './place.ts'
import { faultsOf } from './upgraded.ts'

/** The program before this schema's, one from the middle of the history, and one of the first that run with the libraries of today. */
const befores = [migrations.at(-1)!.version, 40, 14]
const feed = 'https://feeds.example/harbor.xml'
const longestMs = 120_000

/**
 * Three programs of the history each fill a new store; this one brings it up to date and has to hold what they put there. A newer program's
 * data they refuse with what to do. Places are made as they are needed: a file, or the database's own schema of the product.
 */
export async function tryEarlierPrograms(
  newPlace: () => Promise<Place>,
  wanted: readonly string[],
  folder: string,
): Promise<{ readonly cases: number; readonly wrong: readonly string[] }> {
  const opml = join(folder, 'feeds.opml')
  writeFileSync(opml, `<opml version="2.0"><body><outline text="Harbor" xmlUrl="${feed}"/></body></opml>`)
  const wrong: string[] = []
  for (const before of befores) {
    const unpacked = join(folder, `before-${before}`)
    const earlier = unpackEarlier(unpacked, before)
    if (earlier.kind === 'none') return { cases: 0, wrong: [`not run: ${earlier.why}`] }
    const place = await newPlace()
    const run = (...words: readonly string[]) => runProgram(earlier.main, place, folder, words)
    const filled = run('import', opml)
    if (filled.status !== 0) wrong.push(`${earlier.commit} did not fill a store: ${filled.said}`)
    const faults = await faultsOf(place, wanted, await heldIn(place))
    wrong.push(...faults.map((fault) => `from ${earlier.commit}: ${fault}`))
    await ask(place, `insert into schema_version (version, name, at) values (999, 'of a newer program', 'then')`)
    const refused = run('doctor')
    if (refused.status === 0 || !/version 999.*Update the program/.test(refused.said))
      wrong.push(`${earlier.commit} did not refuse newer data: ${refused.said}`)
    rmSync(unpacked, { recursive: true })
  }
  return { cases: befores.length, wrong }
}

function runProgram(main: string, { url }: Place, folder: string, words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: folder, TWOSOURCE_DATA: folder, TWOSOURCE_DATABASE: url }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env,
    encoding: 'utf8',
    timeout: longestMs,
  })
  return { status, said: (stderr + stdout).slice(0, 600) }
}
