import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { writeVerifier } from '../../deploy/release/write-verifier.ts'
import { verify } from '../../src/app/commands/verify-command.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { chromiumPath } from './browser.ts'
import { download, follow, look, type Newsroom, openNewsroom, textOf } from './newsroom.ts'

/** Each look has people, a story and a text of its own. Texts are the owner's to bring in. */
const looks = {
  on: { editor: 'Mira', reporter: 'Jonas', reader: 'Lea', article: 'harbour-gazette/dam-inquiry', quay: 'south' },
  off: { editor: 'Olga', reporter: 'Emil', reader: 'Rosa', article: 'harbour-gazette/rail-vote', quay: 'north' },
} as const

describe('an editor', { skip: existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}` }, () => {
  let room: Newsroom
  let folder: string
  let program: string
  before(async () => {
    room = await openNewsroom()
    folder = await mkdtemp(join(tmpdir(), 'twosource-editor-'))
    program = await writeVerifier(join(folder, 'twosource-verify.mjs'))
  })
  after(async () => {
    await room?.[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const press = (page: Page, name: string) => follow(page.locator('main').getByRole('button', { name, exact: true }))
  const open = (page: Page, name: string | RegExp) =>
    follow(
      page
        .locator('main')
        .getByRole('link', { name, exact: typeof name === 'string' })
        .first(),
    )
  const choose = (page: Page, name: string) =>
    follow(page.locator('main details.menu :is(a, button)', { hasText: name }))
  const openDesk = (page: Page) => follow(page.locator('.nav a[href="/desk"]'))

  for (const scripts of ['on', 'off'] as const) {
    const { editor, reporter, reader, article, quay } = looks[scripts]
    const signIn = (name: string, role: 'owner' | 'moderator' | 'reader') => room.signIn(name, role, scripts === 'on')
    const storyPath = () => `/stories/${room.run.storyOf(article)!.id}`

    it(`leads the desk, scripts ${scripts}`, async () => {
      const { title } = room.run.storyOf(article)!
      const page = await signIn(editor, 'owner')
      const work = await signIn(reporter, 'moderator')
      await page.goto(storyPath())
      await choose(page, 'Put on the desk')
      await page.getByLabel('Assigned to').selectOption(reporter)
      await page.getByLabel('Due day').fill('2026-03-12')
      await press(page, 'Save')

      await openDesk(work)
      await open(work, 'Mine')
      assert.match(await textOf(work), new RegExp(`Due today or overdue 1${title}`))
      await look(work)
      await open(work, /^Status & notes/)
      // Both have it open: neither takes back what the other saves, and a note is never lost.
      await page.getByLabel('Due day').fill('2026-03-13')
      await work.getByLabel('Status').selectOption('In progress')
      await work.getByLabel('New note').fill('Ask the divers.')
      await press(work, 'Save')
      await press(page, 'Save')
      assert.equal(await page.getByLabel('Status').inputValue(), 'in-progress')
      assert.match(await textOf(page, '#notes'), /Ask the divers\./)
      await look(page)

      await openDesk(page)
      assert.match(await textOf(page, '#in-progress'), new RegExp(`${title}${reporter} · due Fri, Mar 13 · 1 note`))
      await look(page)
      await open(page, 'Activity')
      assert.match(
        await textOf(page),
        new RegExp(
          `${editor} set the due day to Fri, Mar 13 .*${reporter} added a note .*set the status to “In progress”`,
        ),
      )
      await look(page)

      const onlooker = await signIn(reader, 'reader')
      await onlooker.goto(storyPath())
      await choose(onlooker, 'On the desk')
      assert.match(await textOf(onlooker), /In progress.*Ask the divers\./)
      assert.equal(await onlooker.locator('main form').count(), 0)
    })

    it(`holds a text under embargo and ends that, scripts ${scripts}`, async () => {
      const page = await signIn(`${editor} again`, 'owner')
      const other = await signIn(`${reader} again`, 'reader')
      const text = `The harbour office of Port Linnet will close the ${quay} quay on Monday for a survey of its wall.\n\n“The survey will take nine days,” harbour master Edda Voss said.`
      const title = `The ${quay} quay is to close for a survey`
      await page.goto('/settings/import')
      await look(page)
      const form = page.locator('#transcript')
      await form.getByLabel('Text', { exact: true }).fill(text)
      await form.getByLabel('Title').fill(title)
      await form.getByLabel('Published by').fill('Port Linnet Harbour Office')
      await form.getByLabel('Embargo until').fill('2026-03-12T08:00')
      await follow(form.getByRole('button', { name: 'Import' }))
      assert.match(await textOf(page, '[role=alert]'), /The embargo would already be over/)
      assert.equal(await form.getByLabel('Text', { exact: true }).inputValue(), text)
      await look(page)
      await form.getByLabel('Embargo until').fill('2026-03-12T20:00')
      await follow(form.getByRole('button', { name: 'Import' }))
      assert.match(await textOf(page), /Under embargo until Thu, Mar 12, 2026, 8:00 PM/)
      await look(page)

      const place = new URL(page.url()).pathname
      const source = await page.locator('main a[href^="/sources/"]').first().getAttribute('href')
      const made = await other.request.post('/settings/tokens', {
        form: { name: 'editor', scope: 'read' },
        headers: { Origin: room.origin },
      })
      const [, token = ''] = (await made.text()).match(/<code[^>]*>([^<]{20,})</) ?? []
      /** Whether somebody has the article: by its page, in search, in the feed of its outlet and in the API. */
      const has = async () => {
        const [one, found, feed, api] = await Promise.all(
          [
            place,
            `/search?q=${quay}+quay+survey&tab=articles`,
            `/feed${source!.replace('sources', 'source')}.atom`,
            `/api/v1${place}`,
          ].map(async (path) => {
            const answer = await other.request.get(path, {
              maxRetries: 3,
              ...(path.startsWith('/api/') && { headers: { Authorization: `Bearer ${token}` } }),
            })
            return { isThere: answer.status() === 200, text: (await answer.text()).replace(/<[^>]*>/g, '') }
          }),
        )
        return [one!.isThere, found!.text.includes(title), feed!.text.includes(title), api!.isThere]
      }
      assert.deepEqual(await has(), [false, false, false, false])
      await page.locator('.notice summary').click()
      await press(page, 'End the embargo')
      assert.equal(new URL(page.url()).pathname, place)
      assert.doesNotMatch(await textOf(page), /Under embargo/)
      await room.settle()
      assert.deepEqual(await has(), [true, true, true, true])
    })

    it(`compares outlets and proves a story offline, scripts ${scripts}`, async () => {
      const page = await signIn(`${editor} later`, 'owner')
      await page.goto('/sources')
      await open(page, 'Compare two outlets')
      await page.getByLabel('First outlet').selectOption('Aldmere Courier')
      await page.getByLabel('Second outlet').selectOption('Radio Corran')
      await press(page, 'Compare')
      await look(page)
      const figure = page.locator('.pairtable a[href*="list=first-a"]')
      const count = Number(await figure.textContent())
      assert.ok(count > 0)
      await follow(figure)
      assert.equal(await page.locator('main .rel > li').count(), count)
      await look(page)
      await follow(page.locator('main .rel a').first())
      assert.match(new URL(page.url()).pathname, /^\/(?:stories|articles|citations)\//)

      await page.goto(storyPath())
      await choose(page, 'Export')
      await open(page, 'Evidence pack')
      await look(page)
      const [fingerprint = ''] = (await textOf(page)).match(/[0-9a-f]{64}/) ?? []
      const pack = await download(page.locator('main a.btn.main'))
      const file = join(folder, pack.name)
      await writeFile(file, pack.bytes)
      for (const [code, said] of [await byCommand(file, fingerprint), await alone(file, fingerprint)]) {
        assert.equal(code, 0, said)
        assert.match(said, /^INTACT\.[\s\S]*The fingerprint is the one you gave/)
      }
      pack.bytes[pack.bytes.length >> 1]! ^= 1
      await writeFile(file, pack.bytes)
      assert.equal((await alone(file, fingerprint))[0], 1)
    })
  }

  /** The command, with no store to open. */
  async function byCommand(file: string, fingerprint: string): Promise<readonly [number, string]> {
    let said = ''
    const stream = { write: (text: string) => void (said += text) } as unknown as NodeJS.WriteStream
    const groups = [{ title: '', commands: [verify] }]
    const noStore = async () => assert.fail('a pack is checked without a store')
    const argv = ['verify', file, '--fingerprint', fingerprint]
    return [await runCli(argv, groups, noStore, { out: stream, err: stream }, '1'), said]
  }

  /** The one file of a release, which may read this folder and nothing else. */
  function alone(file: string, fingerprint: string): Promise<readonly [number, string]> {
    const argv = ['--permission', `--allow-fs-read=${folder}`, program, file, '--fingerprint', fingerprint]
    return new Promise((resolve) => {
      execFile(process.execPath, argv, { cwd: folder, env: {} }, (error, out, err) =>
        resolve([error ? Number(error.code) : 0, out + err]),
      )
    })
  }
})
