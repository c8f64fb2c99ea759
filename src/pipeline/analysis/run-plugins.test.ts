import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { documentOf } from '../../analyze/test-document.ts'
import type { AnalyzerPlugin } from '../../core/plugin.ts'
import { pluginLayers } from './analysis-pool.ts'
import { runPlugins } from './run-plugins.ts'

const doc = documentOf(['The ferry costs 12 crowns.'])
const plugin = (run: () => unknown, name = 'x'): AnalyzerPlugin =>
  ({ kind: 'analyzer', name, version: 1, requires: [], run }) as unknown as AnalyzerPlugin

test('what a plugin finds outside the text or without a label is dropped and said, and one that fails stops no other', () => {
  const found = [
    { span: { start: 16, end: 25 }, label: ' price ' },
    { span: { start: 4, end: 9 }, label: 'ferry' },
    { span: { start: 0, end: 999 }, label: 'too far' },
    { span: { start: 3, end: 3 }, label: 'empty' },
    { span: { start: 0, end: 3 }, label: '' },
    { span: { start: '0', end: 3 }, label: 'no number' },
    undefined,
  ]
  const fails = plugin(() => {
    throw new Error('no luck')
  }, 'y')
  const { layers, faults } = runPlugins(doc, {}, [plugin(() => found), fails])
  assert.deepEqual(layers['plugin:x']?.items, [
    { span: { start: 4, end: 9 }, label: 'ferry' },
    { span: { start: 16, end: 25 }, label: 'price' },
  ])
  assert.deepEqual(layers['plugin:y']?.items, [])
  assert.deepEqual(faults, [
    { plugin: 'x', fault: '5 findings could not be used' },
    { plugin: 'y', fault: 'no luck' },
  ])
})

test('whatever a plugin answers, what is kept lies within the text', () => {
  fc.assert(
    fc.property(fc.anything(), (answer) => {
      for (const { span } of runPlugins(doc, {}, [plugin(() => answer)]).layers['plugin:x']!.items)
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= doc.text.length)
    }),
  )
})

test('plugins that keep taking too long are asked no more, and the text keeps its own layers', async () => {
  let asked = 0
  const log: string[] = []
  const parts = { files: ['/p/slow.ts'], versions: { 'plugin:slow': 1 }, log: (event: string) => log.push(event) }
  const layers = pluginLayers(parts, async () => {
    asked += 1
    return { kind: 'too-slow' }
  })
  assert.deepEqual(layers.versions(), { 'plugin:slow': 1 })
  for (let tries = 0; tries < 5; tries++) assert.deepEqual(await layers.beside(doc, {}), {})
  assert.equal(asked, 3)
  assert.deepEqual(layers.versions(), {}, 'nothing is read again for them either')
  assert.deepEqual(log, ['plugins-not-run', 'plugins-not-run', 'plugins-not-run'])
})
