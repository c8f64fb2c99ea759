import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all } from './all.ts'
import { layerVersions } from './layer-versions.ts'

test('the versions that are compared are those of the analyzers', () => {
  assert.deepEqual(Object.fromEntries(all.map(({ assigns, version }) => [assigns, version])), layerVersions)
})
