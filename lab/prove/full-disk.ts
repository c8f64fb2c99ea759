import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { openPictureFolder } from '../../src/store/articles/picture-folder.ts'
import { openStore } from '../../src/store/open-store.ts'
import { at } from '../../test/integration/store-fixtures.ts'
import { limitsEnv } from '../../test/other-limits.ts'
import { randomNumbers } from '../bench/material/random-numbers.ts'
import { ask, countRows } from './cluster/database-access.ts'
import { compareLedger, editKinds, editUntilGone, newLedger } from './crash/edits.ts'
import { examineInstance, integrityOf } from './crash/examine.ts'
import { furnishInstance, instanceLimits, instanceSettings, openHook } from './crash/instance.ts'
import { comesToRest } from './crash/rest.ts'
import { smallDisk } from './full-disk/small-disk.ts'
import { bytesNamed } from './power-cut/named-bytes.ts'
import type { Proof, ProofResult } from './proof.ts'
import { growingFeeds } from './rolling/growing-feeds.ts'
import { type ServingNode, startNode } from './rolling/node.ts'

const MEGABYTES = 72
const FEEDS = 6
const ENTRIES_AT_FIRST = 8
const EDITS = 400
/** Longer than the lease of a job that could not be noted as done. */
const WITHIN_MS = 240_000
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const pages = [
  '',
  'stories',
  'river',
  'feeds',
  'sources',
  'following',
  'saved',
  'search?q=harbor',
  'settings',
  'jobs',
  'admin',
  'about',
  'nowhere',
]
const banners = {
  en: 'The disk of this server is full',
  es: 'El disco de este servidor está lleno',
  fr: 'Le disque de ce serveur est plein',
  ar: 'قرص هذا الخادم ممتلئ',
}
const letterbox = 'abcdefghijklmnopqrst'

/**
 * A server whose disk is full to the last byte: each kind of write is tried, pages are read in every language, it is stopped and started;
 * then there is room again. Nothing that was acknowledged may be lost, nothing torn, no page may fail.
 */
export const prove: Proof = async ({ seed = 20261127 } = {}) => {
  const disk = smallDisk(MEGABYTES)
  if ('why' in disk)
    return { name: 'full-disk', checks: [{ what: `skipped: ${disk.why}`, measured: '–', wanted: '–', isMet: true }] }
  const feeds = await growingFeeds(FEEDS)
  const hook = await openHook()
  const folder = join(disk.folder, 'data')
  const database = join(folder, 'twosource.db')
  const settings = {
    ...instanceSettings(folder),
    ...limitsEnv(instanceLimits),
    TWOSOURCE_MAIL_PORT: '0',
    TWOSOURCE_MAIL_DOMAIN: 'letters.example',
  }
  const ledger = newLedger()
  const random = randomNumbers(seed)
  const running: ServingNode[] = []
  const start = async () => {
    const node = await startNode(main, settings, ['--only-me'])
    running.push(node)
    return node
  }
  const rests = () => comesToRest(database, Date.now)
  try {
    const token = await furnishInstance(settings, feeds.urls, hook.url)
    await addNewsletterAddress(database)
    feeds.grow(ENTRIES_AT_FIRST)
    const node = await start()
    const isTakenIn = await until(async () => (await countRows(database, 'entry')) >= feeds.total())
    await rests()
    const edit = (most: number) =>
      editUntilGone(node.url, token, database, ledger, random, (n) => feeds.urlOf(n + 100), { most })
    await edit(100)
    const refusedBefore = sum(ledger.refused)

    disk.fill()
    const sayingSince = performance.now()
    const isSaid = await until(async () => (await read(node.url, '')).text.includes(banners.en))
    const saidMs = Math.round(performance.now() - sayingSince)
    const acknowledgedBefore = ledger.acknowledged
    await edit(EDITS)
    const inspected = [...ledger.refused.keys()]
    const otherwise = inspected.filter((why) => !/: 507 /.test(why) && !/subscription: .*(poll|answer|reach)/.test(why))
    const refusedKinds = editKinds.filter((kind) => inspected.some((why) => why.startsWith(`${kind}: `)))
    // What feeds have is left there, and not fetched to be thrown away.
    feeds.grow(1)
    await makeDue(database, disk)
    const shown = await readPages(node.url)
    const imported = await send(`${node.url}api/v1/opml/imports`, token, 'text/x-opml', longOpml())
    const articles = await send(
      `${node.url}api/v1/articles`,
      token,
      'application/json',
      JSON.stringify({ url: `${feeds.urls[0]}` }),
    )
    const letter = await sendLetter(node)
    const picture = await keepPicture(folder)
    const backup = await makeBackup(node.url, folder)
    const doctor = spawnSync(process.execPath, [main, 'doctor'], {
      env: { ...process.env, ...settings },
      encoding: 'utf8',
    })
    if (/\n\s+at /.test(doctor.stderr)) console.error(doctor.stderr.slice(-1500))

    // Stopped and started on the full disk: it runs, or says why not.
    const end = await node.stop()
    if (end !== 0) console.error(node.wrote().slice(-1500))
    disk.fill()
    const restarted = await start().catch((error: unknown) => String(error))
    const startsOrSays = typeof restarted !== 'string' || /disk .* is full/i.test(restarted)
    if (!startsOrSays) console.error(restarted)

    disk.free()
    const again = typeof restarted === 'string' ? await start() : restarted
    const isGone = await until(async () => !(await read(again.url, '')).text.includes(banners.en))
    await makeDue(database, disk)
    const ofFeeds = `entry where feed_id in (select id from feed where url like '%/f/_')`
    const isCaughtUp = await until(async () => (await countRows(database, ofFeeds)) === feeds.total())
    const hasRested = await rests()
    const refusedWhileFull = sum(ledger.refused)
    await editUntilGone(again.url, token, database, ledger, random, (n) => feeds.urlOf(n + 100), { most: 60 })
    await rests()
    const { lost, doubled } = await compareLedger(database, ledger)
    for (const line of [...otherwise, ...lost, ...doubled].slice(0, 10)) console.error(line)
    const integrity = await integrityOf(database)
    const faults = await examineInstance(database, 0, hook.heard)
    const logged = running.flatMap((each) => [...each.events().keys()])
    const brokenLogs = running.flatMap((each) => [...each.lines('page-failed'), ...each.lines('api-failed')])
    for (const line of brokenLogs.slice(0, 5)) console.error(line.slice(0, 500))
    return {
      name: 'full-disk',
      checks: [
        yes('taken in before', isTakenIn),
        { what: 'said on pages within, ms', measured: saidMs, wanted: '≤ 5000', isMet: isSaid && saidMs <= 5000 },
        none('pages that fail while the disk is full', shown.failed, shown.asked),
        none('pages without the banner, in every language', shown.unsaid, shown.asked),
        {
          what: 'kinds of edits refused with 507',
          measured: refusedKinds.length,
          wanted: '≥ 3',
          isMet: refusedKinds.length >= 3,
        },
        none('edits refused otherwise', otherwise.length, refusedWhileFull),
        none('edits refused before it was full, or after', refusedBefore + sum(ledger.refused) - refusedWhileFull, 160),
        oneOf('a list of feeds', imported, ['507', '200']),
        oneOf('an article by its address', articles, ['507', '200', '422']),
        oneOf('a letter', letter, ['451', 'taken']),
        oneOf('a picture', picture, ['not kept']),
        oneOf('a copy of the database', backup, ['none']),
        {
          what: 'doctor',
          measured: `exit ${doctor.status}`,
          wanted: 'an answer, not a fault',
          isMet: !/\n\s+at /.test(doctor.stderr + doctor.stdout),
        },
        {
          what: 'the log says it',
          measured: logged.filter((event) => event === 'disk-full').length,
          wanted: '≥ 1',
          isMet: logged.includes('disk-full'),
        },
        { what: 'ends when told to, full', measured: end, wanted: '0', isMet: end === 0 },
        yes('starts on the full disk, or says why not', startsOrSays),
        yes('the banner goes when there is room', isGone),
        yes('what feeds had meanwhile comes in by itself', isCaughtUp),
        yes('all work comes to its end', hasRested),
        none('acknowledged edits lost', lost.length, ledger.acknowledged),
        none('things there twice', doubled.length, ledger.acknowledged),
        { what: 'integrity_check', measured: integrity, wanted: 'ok', isMet: integrity === 'ok' },
        ...Object.entries(faults)
          .filter(([, found]) => found > 0)
          .map(([fault, found]) => none(fault, found, 1)),
        none('errors of pages and programs in the log', brokenLogs.length, 1),
      ],
      table: [
        {
          'edits acknowledged': ledger.acknowledged,
          'of these while full': ledger.acknowledged - acknowledgedBefore,
          'edits refused': refusedWhileFull,
          'kinds refused': refusedKinds.join(', '),
          started: typeof restarted === 'string' ? 'said why not' : 'yes',
        },
      ],
    }
  } finally {
    for (const { child } of running) child.kill('SIGKILL')
    feeds.close()
    hook.close()
    await sleep(200)
    disk.remove()
  }
}

async function addNewsletterAddress(database: string): Promise<void> {
  const store = await openStore(database)
  await store.newsletterAddresses.add({
    id: 'box',
    readerId: 'owner',
    localPart: letterbox,
    name: 'Box',
    folder: '',
    at: at(),
  })
  await store.close()
}

/** Makes every feed due, for which a moment's room is made. */
async function makeDue(database: string, disk: { fill(): void; free(): void }): Promise<void> {
  const wasFull = existsSync(join(database, '..', '..', 'ballast'))
  disk.free()
  await ask(
    database,
    `update feed set next_poll_at = '2000-01-01T00:00:00.000Z' where intake <> 'mail' and (leased_until is null or leased_until < next_poll_at) returning id`,
  )
  if (wasFull) disk.fill()
}

async function read(url: string, page: string, language = 'en') {
  const answer = await fetch(`${url}${page}`, {
    headers: { 'accept-language': language },
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  }).catch(() => undefined)
  return { status: answer?.status ?? 0, text: (await answer?.text()) ?? '' }
}

/** Reads every page in each language, and one page of what is told. */
async function readPages(url: string) {
  const result = { asked: 0, failed: 0, unsaid: 0 }
  const today = (await read(url, '')).text
  const linked = [
    ...new Set([...today.matchAll(/href="\/((?:story|article)\/[^"#?]+)"/g)].map(([, path = '']) => path)),
  ].slice(0, 6)
  for (const [language, banner] of Object.entries(banners))
    for (const page of [...pages, ...linked]) {
      const { status, text } = await read(url, page, language)
      result.asked += 1
      if (status === 0 || status >= 500) {
        result.failed += 1
        console.error(`/${page}: ${status}`)
      } else if (status < 300 && !text.includes(banner)) {
        result.unsaid += 1
        console.error(`/${page} (${language}): ${status} without the banner`)
      }
    }
  return result
}

async function send(url: string, token: string, type: string, body: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body,
    signal: AbortSignal.timeout(60_000),
  })
  await answer.text()
  return String(answer.status)
}

/** A list that takes more than what may be left of the log of writes. */
function longOpml(): string {
  const outlines = Array.from(
    { length: 30 },
    (_, feed) => `<outline type="rss" text="${'Feed '.repeat(2000)}${feed}" xmlUrl="http://127.0.2.${feed + 1}:9/"/>`,
  )
  return `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
}

/** A letter larger than what is left. */
async function sendLetter(node: ServingNode): Promise<string> {
  const port = Number(/"letterPort": (\d+)/.exec(node.said())?.[1])
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  const text = 'A letter with many words in it. '.repeat(40_000)
  try {
    const to = `${letterbox}@letters.example`
    await transport.sendMail({ from: 'a@b.example', to, subject: 'A long letter', text, messageId: '<long@b.example>' })
    return 'taken'
  } catch (error) {
    return String((error as { responseCode?: number }).responseCode ?? error)
  } finally {
    transport.close()
  }
}

/** A picture that does not fit is not kept, and leaves nothing behind. */
async function keepPicture(data: string): Promise<string> {
  const place = join(data, 'images')
  mkdirSync(place, { recursive: true })
  const folder = await openPictureFolder(place, 50_000_000)
  const isKept = await folder.save(
    'picture-of-a-full-disk',
    { type: 'image/png', width: 9, height: 9 },
    bytesNamed('picture'),
  )
  return isKept ? 'kept' : readdirSync(place).length === 0 ? 'not kept' : 'left in pieces'
}

/** Asks for a copy as the owner does; what lies there afterwards. */
async function makeBackup(url: string, data: string): Promise<string> {
  await fetch(`${url}admin/backup`, { method: 'POST', headers: { origin: new URL(url).origin }, redirect: 'manual' })
  await sleep(1500)
  const folder = join(data, 'backups')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.length === 0 ? 'none' : names.join(', ')
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const endsAt = performance.now() + WITHIN_MS
  while (performance.now() < endsAt) {
    if (await isSo()) return true
    await sleep(250)
  }
  return false
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, value) => total + value, 0)
}

type Check = ProofResult['checks'][number]

function yes(what: string, isMet: boolean): Check {
  return { what, measured: isMet ? 'yes' : 'no', wanted: 'yes', isMet }
}

function none(what: string, measured: number, cases: number): Check {
  return { what, measured, wanted: '0', isMet: measured === 0, cases, failures: measured }
}

function oneOf(what: string, measured: string, wanted: readonly string[]): Check {
  return { what, measured, wanted: wanted.join(' or '), isMet: wanted.includes(measured) }
}
