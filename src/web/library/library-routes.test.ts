import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { followButton } from './parts/follow-button.ts'
import { muteButton } from './parts/mute-button.ts'
import { saveButton } from './parts/save-button.ts'

const origin = 'http://127.0.0.1:7180'

function served() {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0.1.0' })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } })
  return { ...example, post }
}

const berg = { kind: 'entity', target: 'person:anna-berg', label: 'Anna Berg' } as const

describe('the forms of what belongs to the reader', () => {
  it('do one thing and send the reader back', async () => {
    const { post, changes } = served()
    const back = { back: '/stories/story-1?since=x' }
    const answers = [
      await post('/follow', { ...berg, ...back }),
      await post('/unfollow', { ...berg, ...back }),
      await post('/mute', { ...berg, period: 'week', ...back }),
      await post('/unmute', { mute: 'mute-1', ...back }),
      await post('/unmute', { ...berg, ...back }),
      await post('/save', { kind: 'article', target: 'article-1', ...back }),
      await post('/unsave', { kind: 'article', target: 'article-1', ...back }),
    ]
    for (const answer of answers) {
      assert.equal(answer.status, 303)
      assert.match(answer.headers.get('location') ?? '', /^\/stories\/story-1\?since=x/)
    }
    const { label: _label, ...mark } = berg
    assert.deepEqual(changes, [
      ['follow', berg],
      ['unfollow', mark],
      ['mute', { ...berg, period: 'week' }],
      ['unmute', { id: 'mute-1' }],
      ['unmute', mark],
      ['save', { kind: 'article', target: 'article-1' }],
      ['unsave', { kind: 'article', target: 'article-1' }],
    ])
  })

  it('say what is wrong with a form that cannot be carried out, and change nothing', async () => {
    const { post, changes } = served()
    for (const [path, fields] of [
      ['/follow', { kind: 'planet', target: 'x' }],
      ['/follow', { kind: 'entity', target: ' ' }],
      ['/unfollow', {}],
      ['/mute', { kind: 'word', target: '!' }],
      ['/unmute', {}],
      ['/save', { kind: 'article', target: 'nowhere' }],
      ['/save', { kind: 'entry', target: 'x' }],
    ] as const)
      assert.equal((await post(path, fields as Record<string, string>)).status, 400, path)
    assert.deepEqual(changes, [])
  })

  it('send nobody to another site', async () => {
    const answer = await served().post('/follow', { ...berg, back: '//evil.example' })
    assert.match(answer.headers.get('location') ?? '', /^\/following/)
  })
})

describe('the buttons of what belongs to the reader', () => {
  const reader = { ...exampleReader('en'), path: '/here' }
  const hostile = '<b>"Anna\' & Berg'
  const fieldsOf = (markup: unknown) => {
    const page = parseMarkup(String(markup))
    const form = page.querySelector('form')!
    const fields = Object.fromEntries(
      all(page, 'input').map((input) => [input.getAttribute('name'), input.getAttribute('value')]),
    )
    return { action: form.getAttribute('action'), undo: form.getAttribute('data-undo'), fields, page }
  }

  it('say what will happen, and carry any name', () => {
    const off = fieldsOf(followButton({ ...berg, label: hostile, isFollowed: false }, reader))
    assert.deepEqual([off.action, off.undo], ['/follow', '/unfollow'])
    assert.deepEqual(off.fields, { kind: 'entity', target: berg.target, label: hostile, back: '/here' })
    const button = off.page.querySelector('button')!
    assert.deepEqual(
      [button.getAttribute('aria-pressed'), button.getAttribute('aria-label')],
      ['false', `Follow: ${hostile}`],
    )
    const on = fieldsOf(followButton({ ...berg, isFollowed: true }, reader))
    assert.deepEqual([on.action, on.undo], ['/unfollow', '/follow'])
    assert.equal(on.page.querySelector('button')!.getAttribute('aria-label'), 'Unfollow: Anna Berg')
    const saved = { kind: 'article', target: 'a', title: hostile, isSaved: true } as const
    assert.equal(fieldsOf(saveButton(saved, reader)).action, '/unsave')
    assert.equal(fieldsOf(saveButton({ ...saved, isSaved: false }, reader)).action, '/save')
  })

  it('offer a mute for four lengths of time, and its end', () => {
    const { page } = fieldsOf(muteButton(berg, reader))
    assert.deepEqual(
      all(page, 'button').map((button) => button.getAttribute('value')),
      ['day', 'week', 'month', 'always'],
    )
    assert.equal(fieldsOf(muteButton({ ...berg, isMuted: true }, reader)).action, '/unmute')
  })
})
