import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrations } from '../../src/store/migrations/all.ts'
import { openStore } from '../../src/store/open-store.ts'
import { newDatabase, tablesSchema } from '../../test/integration/postgres-copies.ts'
import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { productProgram } from '../../test/product-program.ts'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { smallDisk } from './full-disk/small-disk.ts'
import { tryEarlierPrograms } from './migrations/earlier-programs.ts'
import { compareHeld, fillPlace, heldIn } from './migrations/kept-rows.ts'
import { ask, type Place, stepTo, typesOf } from './migrations/place.ts'
import { schemaOf } from './migrations/schema-of.ts'
import { faultsOf, optionsOf } from './migrations/upgraded.ts'
import type { Proof, ProofResult } from './proof.ts'

const DEATHS = { short: 1, full: 4 }
const SMALL_MEGABYTES = 24
const child = fileURLToPath(new URL('./migrations/step-child.ts', import.meta.url))
const versions = migrations.map(({ version }) => version)

/**
 * Every schema that was ever released, made by the steps that made it then, with rows in every table, on both databases: brought up to
 * this program's, it has to be like a new one and to hold what it held. Each step is killed at random statements and taken again, a disk is
 * full in the middle, and data of a newer program are refused with what to do. So are stores that three programs of the history made.
 */
export const prove: Proof = async ({ isFull = false, seed = 20261127, rounds = versions.length } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-migrations-'))
  const random = randomNumbers(seed)
  const server = whyNoServer ? undefined : await startServer()
  let places = 0
  const newPlace = (dialect: Dialect): Place => {
    places += 1
    return dialect === 'sqlite'
      ? { url: join(folder, `${places}.db`) }
      : { url: server as string, schema: `steps_${process.pid}_${places}` }
  }
  const newOwnDatabase = () => newDatabase(server as string, `earlier_${process.pid}_${(places += 1)}`)
  const found: Found[] = []
  try {
    for (const dialect of server === undefined ? (['sqlite'] as const) : (['sqlite', 'postgres'] as const)) {
      const fresh = newPlace(dialect)
      await (await openStore(fresh.url, optionsOf(fresh))).close()
      const wanted = await schemaOf(fresh)
      found.push(await upgradeEach(dialect, wanted, newPlace, spread(versions, rounds)))
      const dying = spread(versions.slice(1), rounds)
      found.push(
        await killEach(dialect, wanted, newPlace, { dying, deaths: DEATHS[isFull ? 'full' : 'short'], random }),
      )
      if (rounds >= versions.length) {
        const newOwn = async (): Promise<Place> =>
          dialect === 'sqlite' ? newPlace(dialect) : { url: await newOwnDatabase(), schema: tablesSchema }
        const what = `filled by three programs of the history, upgraded, and refused by them when newer, on ${dialect}`
        found.push({ what, ...(await tryEarlierPrograms(newOwn, wanted, folder)) })
      }
      found.push(await refuseNewer(dialect, fresh))
    }
    found.push(await fillUp())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const { what, wrong } of found) for (const line of wrong.slice(0, 8)) console.error(`${what}: ${line}`)
  return {
    name: 'migrations',
    checks: found.map(({ what, cases, wrong }): ProofResult['checks'][number] => ({
      what: `${what} (${cases} tried), wrong`,
      measured: wrong.length,
      wanted: '0',
      isMet: wrong.length === 0,
      cases,
      failures: wrong.length,
    })),
    table: [
      {
        'schemas released': versions.length,
        newest: versions.at(-1)!,
        PostgreSQL: server === undefined ? String(whyNoServer) : 'yes',
      },
    ],
  }
}

type Dialect = 'sqlite' | 'postgres'
type Found = { readonly what: string; readonly cases: number; readonly wrong: readonly string[] }

/** So many of these, the first and the last among them. */
function spread(all: readonly number[], most: number): readonly number[] {
  if (most >= all.length) return all
  return Array.from(
    { length: most },
    (_, index) => all[Math.round((index * (all.length - 1)) / Math.max(1, most - 1))]!,
  )
}

async function upgradeEach(
  dialect: Dialect,
  wanted: readonly string[],
  newPlace: (dialect: Dialect) => Place,
  from: readonly number[],
): Promise<Found> {
  const wrong: string[] = []
  for (const version of from) {
    const place = newPlace(dialect)
    try {
      await stepTo(place, version)
      await fillPlace(place)
      const faults = await faultsOf(place, wanted, await heldIn(place))
      wrong.push(...faults.map((fault) => `from ${version}: ${fault}`))
    } catch (error) {
      wrong.push(`from ${version}: ${String(error)}`)
    }
    await drop(place)
  }
  return { what: `upgraded from each schema on ${dialect}`, cases: from.length, wrong }
}

/** From the first schema to the last, each step killed at random statements before it is taken. */
async function killEach(
  dialect: Dialect,
  wanted: readonly string[],
  newPlace: (dialect: Dialect) => Place,
  {
    dying,
    deaths,
    random,
  }: { readonly dying: readonly number[]; readonly deaths: number; readonly random: () => number },
): Promise<Found> {
  const wrong: string[] = []
  const place = newPlace(dialect)
  const [first, ...later] = migrations
  await stepTo(place, first!.version)
  await fillPlace(place)
  const before = await heldIn(place)
  let cases = 0
  for (const step of later.filter(({ version }) => dying.includes(version))) {
    await stepTo(place, step.version - 1)
    const count = step.statements(typesOf(place)).length
    const standing = (await schemaOf(place)).join('\n')
    for (let death = 0; death < deaths; death++) {
      const at = Math.floor(random() * (count + 1))
      const given = [child, place.url, place.schema ?? '-', String(step.version), String(at)]
      const { signal, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' })
      cases += 1
      if (signal !== 'SIGKILL') wrong.push(`step ${step.version} was not killed at ${at}: ${stderr.slice(0, 300)}`)
      if ((await schemaOf(place)).join('\n') !== standing)
        wrong.push(`step ${step.version}, killed after ${at} statements, left a half`)
    }
  }
  wrong.push(...(await faultsOf(place, wanted, before)))
  await drop(place)
  return { what: `killed (SIGKILL) in the middle of each step and taken again on ${dialect}`, cases, wrong }
}

/** A newer program was here: this one says so and does nothing, as a command too. */
async function refuseNewer(dialect: Dialect, place: Place): Promise<Found> {
  await ask(place, `insert into schema_version (version, name, at) values (999, 'of a newer program', 'then')`)
  const wrong: string[] = []
  const before = await heldIn(place)
  const opened = await openStore(place.url, optionsOf(place)).then(
    async (store) => {
      await store.close()
      return 'It was opened'
    },
    (error: unknown) => String(error),
  )
  if (!/version 999.*Update the program, or restore a backup/.test(opened)) wrong.push(opened)
  const database = place.schema === undefined ? place.url : `${place.url}?options=-csearch_path%3D${place.schema}`
  if (place.schema === undefined)
    for (const command of ['serve', 'doctor', 'refresh']) {
      const env = {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TWOSOURCE_DATABASE: database,
        TWOSOURCE_PORT: '0',
      } as NodeJS.ProcessEnv
      const { status, stderr, stdout } = spawnSync(process.execPath, [productProgram, command], {
        env,
        encoding: 'utf8',
        timeout: 60_000,
      })
      const said = stderr + stdout
      if (status !== 1 || !said.includes('Update the program') || /\n\s+at /.test(said))
        wrong.push(`${command}: ${status} ${said.slice(0, 400)}`)
    }
  wrong.push(...compareHeld(before, await heldIn(place)))
  await drop(place)
  return {
    what: `data of a newer program refused with what to do on ${dialect}`,
    cases: dialect === 'sqlite' ? 4 : 1,
    wrong,
  }
}

/** The disk is full when the steps are taken: what is there stays, and they are taken once there is room. */
async function fillUp(): Promise<Found> {
  const disk = smallDisk(SMALL_MEGABYTES)
  const what = 'steps taken on a full disk, and again with room'
  if ('why' in disk) return { what: `${what} (skipped: ${disk.why})`, cases: 0, wrong: [] }
  const wrong: string[] = []
  const place = { url: join(disk.folder, 'store.db') }
  try {
    await stepTo(place, versions[0]!)
    await fillPlace(place)
    const before = await heldIn(place)
    disk.fill()
    const said = await openStore(place.url).then(
      () => 'It was opened',
      (error: unknown) => String(error),
    )
    if (!/StoreFullError.*Free some space/.test(said)) wrong.push(said)
    disk.free()
    const fresh = { url: join(disk.folder, 'fresh.db') }
    await (await openStore(fresh.url)).close()
    wrong.push(...(await faultsOf(place, await schemaOf(fresh), before)))
  } finally {
    disk.remove()
  }
  return { what, cases: 1, wrong }
}

async function drop(place: Place): Promise<void> {
  if (place.schema !== undefined) await ask(place, `drop schema if exists ${place.schema} cascade`)
}
