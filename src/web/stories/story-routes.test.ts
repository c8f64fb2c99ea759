import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as admin from '../../../test/examples/admin.ts'
import { auditOperations } from '../../../test/examples/audit.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { serverPage } from '../admin/pages/server.ts'

const origin = 'http://127.0.0.1:7180'

function served(dress: Partial<typeof auditOperations> = {}) {
  const { app } = exampleOperations()
  const web = exampleWeb({ ...app, ...dress }, { version: '0.1.0' })
  return (path: string) => web.request(`${origin}${path}`)
}

describe('the audit of a story', () => {
  it('is a page that names every check, says what does not hold first and leads back to the story', async () => {
    const answer = await served()('/stories/story-1/audit')
    assert.equal(answer.status, 200)
    const page = await answer.text()
    assert.match(page, /href="\/stories\/story-1"/)
    assert.ok(page.indexOf('class="fails"') < page.indexOf('nothing added or cut'))
    assert.match(page, /written by tiny &lt;model&gt;/)
    assert.match(page, /No longer in the latest version\.|Still in the latest version\./)
    assert.doesNotMatch(page, /<b>600<\/b>/)
  })

  it('passes on the part and the page asked for, and nothing that is no page', async () => {
    const asked: unknown[] = []
    const get = served({
      get_story_audit: async (input) => {
        asked.push(input)
        return auditOperations.get_story_audit(input)
      },
    })
    await get('/stories/story-1/audit?part=said&page=2')
    await get('/stories/story-1/audit?page=-1')
    await get('/stories/story-1/audit?page=0x9')
    assert.deepEqual(asked, [{ id: 'story-1', part: 'said', page: 2 }, { id: 'story-1' }, { id: 'story-1' }])
  })

  it('is not found where there is no story, as little as its files', async () => {
    const get = served()
    for (const path of ['/stories/none/audit', '/stories/none/audit.csv', '/stories/none/audit.jsonl'])
      assert.equal((await get(path)).status, 404, path)
    assert.equal((await get('/stories/story-1/audit.xml')).status, 404)
  })

  it('leads to the story that it went into', async () => {
    const get = served({ get_story_audit: async () => auditOperations.get_story_audit({ id: 'story-1' }) })
    const answer = await get('/stories/merged/audit')
    assert.equal(answer.headers.get('location'), '/stories/story-1/audit')
  })

  it('leaves as a file under a name that no header breaks', async () => {
    const answer = await served()('/stories/story-1/audit.csv')
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="audit--story-1-.csv"')
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv/)
  })
})

describe('the evidence pack of a story', () => {
  it('is a page with its fingerprint, from which the same pack is downloaded', async () => {
    const get = served()
    const page = await (await get('/stories/story-1/pack')).text()
    const fingerprint = 'ab'.repeat(32)
    assert.ok(page.includes(`href="/stories/story-1/pack.zip?fingerprint=${fingerprint}"`))
    assert.match(page, new RegExp(`twosource verify story-story-1-pack\\.zip --fingerprint ${fingerprint}`))
    const file = await get(`/stories/story-1/pack.zip?fingerprint=${fingerprint}`)
    assert.equal(file.headers.get('content-type'), 'application/zip')
    assert.equal((await file.arrayBuffer()).byteLength, 4)
    for (const path of ['/stories/none/pack', '/stories/none/pack.zip']) assert.equal((await get(path)).status, 404)
  })

  it('is shown anew when the story changed after the page was opened', async () => {
    const answer = await served()('/stories/story-1/pack.zip?fingerprint=0')
    assert.equal(answer.headers.get('location'), '/stories/story-1/pack?new=1')
    assert.match(await (await served()('/stories/story-1/pack?new=1')).text(), /This is the new pack/)
  })
})

describe('the audit of the instance', () => {
  it('tells what was shown, dropped and measured, and checks again when asked', async () => {
    const get = served()
    const page = await (await get('/audit')).text()
    assert.match(page, /href="\/audit\?again=1"/)
    assert.match(page, /id="scores"/)
    assert.match(page, /id="dropped-plot"/)
    assert.match(await (await get('/audit?again=1')).text(), /285 of 286 sentences in the 10 latest stories match/)
  })

  it('is linked from About, the story and the server', async () => {
    const get = served()
    for (const [path, link] of [
      ['/about', '/audit'],
      ['/stories/story-1', '/stories/story-1/audit'],
    ] as const)
      assert.match(await (await get(path)).text(), new RegExp(`href="${link}"`), path)
    assert.match(serverPage(admin.admin, exampleReader('en')), /href="\/audit"/)
  })
})
