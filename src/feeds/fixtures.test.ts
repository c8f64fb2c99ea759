import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { parseFeed } from './parse-feed.ts'

const folder = new URL('../../test/fixtures/feeds/', import.meta.url)

/** The value at a path such as `entries.0.title`. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}

/** Each fixture carries what is expected of it in a comment: paths into the parsed feed, and their values. */
for (const name of readdirSync(folder).filter((file) => file.endsWith('.xml'))) {
  describe(`the feed ${name}`, () => {
    const bytes = readFileSync(new URL(name, folder))
    const expected = /<!-- expect: (\{[\s\S]*?\}) -->/.exec(bytes.toString())?.[1]
    assert.ok(expected, `${name} has no <!-- expect: {…} --> comment`)
    const result = parseFeed(bytes, { url: 'https://gazette.example/feed.xml' })
    const feed = result.kind === 'feed' ? result.feed : undefined
    for (const [path, value] of Object.entries(JSON.parse(expected)))
      test(`has ${path} ${JSON.stringify(value)}`, () => assert.deepEqual(at(feed, path), value))
  })
}
