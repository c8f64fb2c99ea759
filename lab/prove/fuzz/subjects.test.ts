import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutate } from './mutate.ts'
import { randomOf, seedOfCase } from './random.ts'
import type { Subject } from './subject.ts'
import { type SubjectName, subjects } from './subjects.ts'
import { trySubject } from './try-subject.ts'

/** Cases of each that are grown and broken here; `npm run prove` continues for as long as it is told to. */
const CASES = 40

for (const name of Object.keys(subjects) as SubjectName[])
  test(`${name}: what once went wrong, and some that are grown and broken, go right`, async () => {
    const { subject }: { readonly subject: Subject } = await subjects[name]()
    const seeds = subject.seeds.map((text) => Buffer.from(text))
    const cases = Array.from({ length: CASES }, (_, number) => {
      const random = randomOf(seedOfCase(3, number))
      const grown = Buffer.from(subject.grow(random))
      return number % 2 === 0 ? grown : mutate(grown, random.of(seeds), random, subject.tokens)
    })
    for (const bytes of [...seeds, ...cases]) {
      const { wrong } = await trySubject(subject, bytes)
      assert.equal(wrong, undefined, new TextDecoder().decode(bytes.slice(0, 2_000)))
    }
  })
