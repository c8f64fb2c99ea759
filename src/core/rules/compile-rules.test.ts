import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RuleId } from '../ids.ts'
import { compileRules, type RuleFacts } from './compile-rules.ts'
import type { Rule, RuleConditions } from './rule.ts'

function rule(id: string, conditions: RuleConditions, more: Partial<Rule> = {}): Rule {
  return { id: id as RuleId, isOn: true, conditions, actions: { read: true }, since: '2026-01-01', ...more }
}

function facts(more: Partial<RuleFacts> = {}): RuleFacts {
  return {
    title: 'Elections postponed in Aldmere',
    excerpt: 'The council has decided.',
    feed: '1',
    folders: ['World', 'Asia/Japan'],
    source: '7',
    authors: ['Jane Archer', 'Tom Bell'],
    isRead: true,
    isCopy: false,
    text: 'The council has decided to postpone the vote until the bridge is open again.',
    language: 'en',
    articleKind: 'article',
    ...more,
  }
}

const applies = (conditions: RuleConditions, more?: Partial<RuleFacts>) =>
  compileRules([rule('a', conditions)]).decide(facts(more)).length === 1

test('each condition is true of what it names', () => {
  const cases: readonly (readonly [RuleConditions, boolean])[] = [
    [{ title: 'election' }, true],
    [{ title: 'selection' }, false],
    [{ title: 'sponsored, elections postponed' }, true],
    [{ title: 'postponed elections' }, false],
    [{ titleNot: 'sponsored' }, true],
    [{ titleNot: 'sponsored, aldmere' }, false],
    [{ titlePattern: '^elections .* in \\w+$' }, true],
    [{ titlePattern: '\\d' }, false],
    [{ text: 'bridge' }, true],
    [{ text: 'aldmere' }, true],
    [{ textNot: 'bridge' }, false],
    [{ textPattern: 'until the (tunnel|bridge)' }, true],
    [{ author: 'bell' }, true],
    [{ author: 'archer tom' }, false],
    [{ feed: '1' }, true],
    [{ feed: '2' }, false],
    [{ folder: 'World' }, true],
    [{ folder: 'Asia' }, true],
    [{ folder: 'As' }, false],
    [{ source: '7' }, true],
    [{ language: 'en' }, true],
    [{ language: 'fr' }, false],
    [{ articleKind: 'article' }, true],
    [{ articleKind: 'video' }, false],
    [{ isCopy: false }, true],
    [{ isCopy: true }, false],
    [{ longerThan: 13 }, true],
    [{ longerThan: 14 }, false],
    [{ shorterThan: 15 }, true],
    [{ title: 'election', feed: '2' }, false],
    [{ title: 'election', folder: 'World', language: 'en' }, true],
  ]
  for (const [conditions, expected] of cases) assert.equal(applies(conditions), expected, JSON.stringify(conditions))
})

test('words are found in Arabic and in scripts without spaces', () => {
  assert.equal(applies({ title: 'الجسر' }, { title: 'افتتاح والجسر الجديد' }), true)
  assert.equal(applies({ title: '技术' }, { title: '人工智能AI技术公司' }), true)
  assert.equal(applies({ title: '术技' }, { title: '人工智能AI技术公司' }), false)
})

test('a rule that names nothing applies to nothing', () => {
  for (const conditions of [{}, { title: ' , ' }, { titleNot: '!' }, { textNot: '' }, { titlePattern: '(' }])
    assert.equal(applies(conditions), false, JSON.stringify(conditions))
  assert.deepEqual(compileRules([rule('a', { title: 'elections' }, { isOn: false })]).decide(facts()), [])
})

test('what only the page tells waits for it, with the rules below one that may be the last', () => {
  const ids = (rules: readonly Rule[], more: Partial<RuleFacts>) =>
    compileRules(rules)
      .decide(facts({ language: undefined as never, text: undefined as never, ...more }))
      .map(({ id }) => id)
  const french = rule('french', { language: 'fr' })
  const word = rule('word', { title: 'elections' })
  assert.deepEqual(ids([french, word], { isRead: false }), ['word'])
  assert.deepEqual(ids([{ ...french, isLast: true }, word], { isRead: false }), [])
  assert.deepEqual(ids([{ ...french, isLast: true }, word], { isRead: true, language: 'en' }), ['word'])
  assert.deepEqual(ids([{ ...french, isLast: true }, word], { isRead: true, language: 'fr' }), ['french'])
  assert.deepEqual(ids([rule('text', { text: 'elections' })], { isRead: false }), ['text'], 'found already')
  assert.deepEqual(ids([rule('none', { textNot: 'bridge' })], { isRead: false }), [], 'may still come')
  assert.deepEqual(
    ids([rule('short', { shorterThan: 900 })], { isRead: true }),
    [],
    'without its page it has no length',
  )
})

test('only what rules need is read', () => {
  const none = { authors: false, folders: false, text: false, kind: false, copy: false, page: false }
  assert.deepEqual(compileRules([rule('a', { title: 'x', feed: '1' })]).needs, none)
  assert.deepEqual(compileRules([rule('a', { text: 'x' })]).needs, { ...none, text: true, page: true })
  assert.deepEqual(compileRules([rule('a', { author: 'x' })]).needs, { ...none, authors: true })
  assert.deepEqual(compileRules([rule('a', { text: 'x' }, { isOn: false })]).needs, none)
})

test('order and “stop here” are respected, and the page only adds to what was decided before', () => {
  const words = ['elections', 'council', 'sponsored', 'bridge']
  const anyRule = fc.record({
    conditions: fc.oneof(
      fc.record({ title: fc.constantFrom(...words) }),
      fc.record({ text: fc.constantFrom(...words) }),
      fc.record({ textNot: fc.constantFrom(...words), feed: fc.constantFrom('1', '2') }),
      fc.record({ language: fc.constantFrom('en', 'fr') }),
      fc.record({ feed: fc.constantFrom('1', '2') }),
    ),
    isOn: fc.boolean(),
    isLast: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 12 }),
      fc.constantFrom(...words),
      fc.constantFrom('1', '2'),
      (all, word, feed) => {
        const rules = all.map(({ conditions, isOn, isLast }, index) =>
          rule(String(index), conditions, { isOn, ...(isLast && { isLast }) }),
        )
        const page = facts({ title: word, feed })
        const decided = compileRules(rules)
          .decide(page)
          .map(({ id }) => Number(id))
        // Each rule alone, in order, up to the first that is the last.
        const alone = rules.filter((one) => compileRules([one]).decide(page).length === 1)
        const end = alone.findIndex(({ isLast }) => isLast === true)
        assert.deepEqual(
          decided,
          (end < 0 ? alone : alone.slice(0, end + 1)).map(({ id }) => Number(id)),
        )
        const { text: _, language: _language, ...feedOnly } = page
        const early = compileRules(rules).decide({ ...feedOnly, isRead: false })
        assert.ok(early.every(({ id }) => decided.includes(Number(id))))
      },
    ),
  )
})
