import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseFeed } from './parse-feed.ts'

const folder = new URL('../../../test/fixtures/feeds/', import.meta.url)

const names = globSync('**/*.{xml,json}', { cwd: fileURLToPath(folder) }).sort()

/** The value at a path such as `entries.0.title`. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}

/** The expectation in a fixture: in a comment or, in JSON Feed, in an extension. */
function expectationOf(name: string, text: string): Record<string, unknown> {
  if (name.endsWith('.json')) return JSON.parse(text)._expect
  const comment = /<!-- expect: (\{[\s\S]*?\}) -->/.exec(text)?.[1]
  assert.ok(comment, `${name} has no <!-- expect: {…} --> comment`)
  return JSON.parse(comment)
}

/** Each fixture contains its expectation: paths into the parsed feed, and their values; null is an absent field. */
for (const name of names) {
  describe(`the feed ${name}`, () => {
    const bytes = readFileSync(new URL(name, folder))
    const expected = expectationOf(name, bytes.toString())
    const result = parseFeed(bytes, { url: 'https://gazette.example/feed.xml' })
    const feed = result.kind === 'feed' ? result.feed : undefined
    test('is a feed with something expected of it', () => {
      assert.equal(result.kind, 'feed')
      assert.ok(expected && Object.keys(expected).length > 0)
    })
    for (const [path, value] of Object.entries(expected))
      test(`has ${path} ${JSON.stringify(value)}`, () => assert.deepEqual(at(feed, path) ?? null, value))
  })
}
