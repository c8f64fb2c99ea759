import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, values } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { ruleForm, rules } from '../../../test/examples/rules.ts'
import { now } from '../../../test/examples/views.ts'
import { guest, instanceOwner } from '../../core/reader-identity.ts'
import { fieldsOfRule, ruleOf } from './rule-fields.ts'

const home = '/settings/rules'

function served(identity = instanceOwner) {
  const example = exampleOperations()
  const web = exampleWeb(example.app, { version: '0', now: () => now, identify: async () => identity })
  const post = (path: string, fields: Record<string, string>) =>
    web.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { ...example, web, post, get: async (path: string) => parseMarkup(await (await web.request(path)).text()) }
}

describe('rules', () => {
  it('are saved from what is filled in, and nothing else', async () => {
    const { post, changes } = served()
    const answer = await post(home, {
      title: ' sponsored ',
      feed: '1',
      author: '',
      read: '1',
      hideDays: '3',
      isLast: '1',
    })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${home}?saved=1`])
    const conditions = { title: 'sponsored', feed: '1' }
    assert.deepEqual(changes, [
      ['saveRule', { conditions, actions: { read: true, hideDays: 3 }, isOn: true, isLast: true }],
    ])
  })

  it('say what is wrong, with all that was typed', async () => {
    for (const [fields, said] of [
      [{ read: '1' }, 'Add at least one condition.'],
      [{ title: 'car' }, 'Choose what the rule does.'],
      [{ title: '!?', read: '1' }, 'Title contains: Enter a word or phrase.'],
      [{ textPattern: '(a)\\1', read: '1' }, 'Title or text matches pattern: We can’t use this pattern.'],
      [{ longerThan: '1.5', read: '1' }, 'Longer than (words): Check this value.'],
    ] as const) {
      const { post, changes } = served()
      const answer = await post(home, { ...fields, name: 'Mine <b>' })
      const page = parseMarkup(await answer.text())
      assert.equal(answer.status, 400)
      assert.ok(textOf(page.querySelector('[role=alert]')).startsWith(said), said)
      assert.deepEqual(values(page, 'input[name=name]', 'value'), ['Mine <b>'])
      assert.deepEqual(changes, [])
    }
  })

  it('are previewed without being saved, even before it is chosen what they do', async () => {
    const { post, changes } = served()
    const page = parseMarkup(await (await post(home, { title: 'car', preview: '1' })).text())
    assert.match(textOf(page.querySelector('[role=status]')), /^Matches 41 of 1,204 articles from the last 30 days\./)
    assert.deepEqual(changes, [])
  })

  it('keep everything they say through their form', () => {
    for (const { rule } of [...rules, { rule: ruleForm.rule! }]) {
      const { conditions, actions, fault } = ruleOf(fieldsOfRule(rule))
      assert.deepEqual([conditions, actions, fault], [rule.conditions, rule.actions, undefined])
    }
  })

  it('are moved, switched, applied, undone and deleted by buttons', async () => {
    const { post, changes } = served()
    for (const [path, fields, place] of [
      ['move', { to: 'up' }, home],
      ['switch', { on: '0' }, home],
      ['apply', {}, `${home}/rule-1?applied=3#log`],
      ['undo', { entry: '12' }, `${home}/rule-1?undone=2#log`],
      ['remove', {}, home],
    ] as const)
      assert.equal((await post(`${home}/rule-1/${path}`, fields)).headers.get('location'), place)
    assert.deepEqual(changes, [
      ['moveRule', { id: 'rule-1', to: 'up' }],
      ['switchRule', { id: 'rule-1', isOn: false }],
      ['undoRule', { id: 'rule-1', entryId: '12' }],
      ['removeRule', { id: 'rule-1' }],
    ])
  })

  it('begin with what a link fills in, and say what was done', async () => {
    const { get } = served()
    const page = await get(`${home}/new?feed=1&author=A.+Bell`)
    assert.deepEqual(values(page, 'option[selected]', 'value'), ['1'])
    assert.deepEqual(values(page, 'input[name=author]', 'value'), ['A. Bell'])
    const done = await get(`${home}/rule-2?undone=2`)
    assert.equal(textOf(done.querySelector('[role=status]')), 'Undone for 2 articles')
  })

  it('are where mutes were, and nothing for guests', async () => {
    assert.equal((await served().web.request('/settings/mutes')).headers.get('location'), home)
    const { web } = served(guest)
    for (const path of [home, `${home}/new`, `${home}/rule-1`])
      assert.match((await web.request(path)).headers.get('location') ?? '', /^\/sign-in/, path)
  })
})
