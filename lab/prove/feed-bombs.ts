import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { readTar } from '../eval/feeds/read-tar.ts'
import { findSet, readBytes } from '../eval/read-set.ts'
import { attacks } from './bombs/attacks.ts'
import { bombs, serveBombs } from './bombs/bomb-server.ts'
import type { BombFelt } from './bombs/poll-child.ts'
import type { Proof } from './proof.ts'
import { asStarted, surroundings } from './surroundings.ts'

const TIMEOUT_SECONDS = 10
const MOST_MEGABYTES = 64
const MOST_BLOCKED_MS = 200
const KEEP_COMPILED = fileURLToPath(new URL('../../src/app/launch/keep-compiled.js', import.meta.url))
const CHILD = fileURLToPath(new URL('bombs/poll-child.ts', import.meta.url))

/** What documents do to a process that is started as the product is, with what its image sets. */
async function feelAll(origin: string, paths: readonly string[]): Promise<readonly BombFelt[]> {
  const flags = ['--expose-gc', ...asStarted, '--import', KEEP_COMPILED]
  const child = spawn(process.execPath, [...flags, CHILD, origin, String(TIMEOUT_SECONDS), ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...surroundings },
  })
  const [out] = await Promise.all([text(child.stdout), once(child, 'close')])
  return JSON.parse(out)
}

/** Documents that mean harm and answers that never end, through the whole way: fetched, unpacked, read, kept, and said on the page. */
export const prove: Proof = async () => {
  const set = findSet('security/xml-dev.tar.zst')
  const files = set ? [...readTar(readBytes(set))] : []
  const server = await serveBombs(files.map(([, bytes]) => bytes))
  const names = new Map<string, string>([
    ...Object.keys(bombs).map((name) => [`/bomb/${encodeURIComponent(name)}`, name] as const),
    ...attacks.map(({ name }, index) => [`/${index}`, name] as const),
    ...files.map(([name], index) => [`/doc/${index}`, name] as const),
  ])
  const documents = [...names.keys()].filter((path) => path.startsWith('/doc/'))
  const felt: BombFelt[] = []
  // One after another, each in a process of its own: what the one before left there would hide what the next takes.
  for (const path of names.keys()) if (!path.startsWith('/doc/')) felt.push(...(await feelAll(server.origin, [path])))
  if (documents.length > 0) felt.push(...(await feelAll(server.origin, documents)))
  server.close()
  const worst = (of: (one: BombFelt) => number) => felt.reduce((most, one) => (of(one) > of(most) ? one : most))
  const [memory, blocked, slowest] = [
    worst((one) => one.megabytes),
    worst((one) => one.blockedMs),
    worst((one) => one.ms),
  ]
  const unsaid = felt.filter(({ reason, isSaid }) => reason !== '' && !isSaid)
  const nameOf = ({ path }: BombFelt) => names.get(path) ?? path
  return {
    name: 'feed-bombs',
    checks: [
      ...felt
        .filter(({ path }) => !path.startsWith('/doc/'))
        .map((one) => {
          const wanted = bombs[nameOf(one)]?.wanted
          const what = one.reason === '' ? `read, ${one.entries} entries` : one.reason
          return {
            what: nameOf(one),
            measured: `${what}, ${one.ms} ms, ${one.megabytes} MB, blocked ${one.blockedMs} ms`,
            wanted: `${wanted ?? 'read or refused'}, under ${MOST_MEGABYTES} MB`,
            isMet: (wanted === undefined || wanted === one.reason) && one.megabytes < MOST_MEGABYTES,
          }
        }),
      { what: 'documents of the public set', measured: files.length, wanted: 'any number', isMet: true },
      {
        what: 'most memory',
        measured: `${memory.megabytes} MB (${nameOf(memory)})`,
        wanted: `under ${MOST_MEGABYTES} MB`,
        isMet: memory.megabytes < MOST_MEGABYTES,
      },
      {
        what: 'longest with nothing else done',
        measured: `${blocked.blockedMs} ms (${nameOf(blocked)})`,
        wanted: `at most ${MOST_BLOCKED_MS} ms`,
        isMet: blocked.blockedMs <= MOST_BLOCKED_MS,
      },
      {
        what: 'longest',
        measured: `${slowest.ms} ms (${nameOf(slowest)})`,
        wanted: `at most ${TIMEOUT_SECONDS + 20} s`,
        isMet: slowest.ms <= (TIMEOUT_SECONDS + 20) * 1000,
      },
      {
        what: 'refused without a word on the page',
        measured:
          unsaid.length === 0
            ? 0
            : `${unsaid.length}: ${unsaid.map((one) => `${nameOf(one)} (${one.reason})`).join(', ')}`,
        wanted: '0',
        isMet: unsaid.length === 0,
      },
    ],
  }
}
