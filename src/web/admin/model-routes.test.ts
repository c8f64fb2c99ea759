import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'

const origin = 'http://127.0.0.1:7180'

function served(role: 'owner' | 'reader' = 'owner') {
  const { app, changes } = exampleOperations()
  const web = exampleWeb(app, { version: '0.1.0', identify: async () => ({ id: 'a', name: 'A', role }) })
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    web.request(origin + path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  const get = async (path: string) => (await web.request(origin + path)).text()
  return { web, post, get, changes }
}

const fields = {
  address: 'http://127.0.0.1:11434/v1',
  name: 'small',
  'embedding-name': '',
  key: '',
  summaries: '1',
  'calls-per-day': '50',
  'tokens-per-day': '9000',
  'timeout-seconds': '60',
  'stall-seconds': '20',
}

describe('the page of the language model', () => {
  it('says what leaves the machine, and shows neither the key nor a way to read it', async () => {
    const page = await served().get('/settings/model')
    assert.match(page, /are sent to models\.example:8000/)
    assert.match(page, /isn’t encrypted/)
    assert.match(page, /Stored\. Leave empty/)
    assert.match(page, /<input id="key" name="key" type="password"(?![^>]*value=)/)
  })

  it('takes what was chosen, and refuses what cannot be used', async () => {
    const { post, changes } = served()
    const answer = await post('/settings/model', fields)
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/settings/model?said=saved')
    assert.deepEqual(changes, [
      [
        'setModel',
        {
          address: 'http://127.0.0.1:11434/v1',
          name: 'small',
          embeddingName: '',
          key: '',
          forgetsKey: false,
          switches: { summaries: true, judging: false, answers: false, translation: false, embeddings: false },
          callsPerDay: 50,
          tokensPerDay: 9000,
          timeoutSeconds: 60,
          stallSeconds: 20,
        },
      ],
    ])
    const refused = await post('/settings/model', { ...fields, address: 'ftp://x' })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /role="alert">Enter a base URL/)
    const forgot = await post('/settings/model', { ...fields, 'forget-key': '1' })
    assert.equal(forgot.headers.get('location'), '/settings/model?said=key-forgotten')
  })

  it('lists the models of a server, of a preset or of the address in the form, and saves nothing', async () => {
    const { post, changes } = served()
    const ollama = await (await post('/settings/model/models', { preset: 'Ollama', address: '' })).text()
    assert.match(ollama, /value="http:\/\/127\.0\.0\.1:11434\/v1"/)
    const gone = await (await post('/settings/model/models', { address: 'http://nowhere.example' })).text()
    assert.match(gone, /No answer\. Is the server running/)
    assert.doesNotMatch(gone, /<img src=x/)
    assert.deepEqual(changes, [])
  })

  it('shows what came of a test, with nothing of the model as markup', async () => {
    const page = await (await served().post('/settings/model/test', {})).text()
    assert.match(page, /No sentence passed the check/)
    assert.match(page, /<b lang="en">number<\/b>/)
    assert.match(page, /after 2\.3 seconds · 512 tokens sent, 96 written/)
    assert.match(page, /Semantic search doesn’t work/)
    assert.doesNotMatch(page, /<img src=x/)
  })

  it('is the owner’s alone', async () => {
    const { web, post, changes } = served('reader')
    assert.equal((await web.request(`${origin}/settings/model`)).status, 403)
    assert.equal((await post('/settings/model', fields)).status, 403)
    assert.equal((await post('/settings/model/test', {})).status, 403)
    assert.equal((await post('/settings/model/models', fields)).status, 403)
    assert.deepEqual(changes, [])
  })
})
