import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundsOfDay } from '../../src/core/time/zone.ts'
import { plusDays } from '../../src/operations/day/day-periods.ts'
import { getBrief } from '../../src/operations/day/get-brief.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { demoNow, runDemo } from './demo-run.ts'

test('the days are those of a time zone: an evening in New York is not the next day', async () => {
  const run = await runDemo()
  const context = run.context.operations
  for (const timeZone of ['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland']) {
    const { day, days, stories } = await getToday.run(context, { timeZone, pageSize: 10_000 })
    const { from, until } = boundsOfDay(day, timeZone)
    assert.ok(stories.length > 0)
    for (const { lastAt } of stories) assert.ok(lastAt >= from && lastAt <= demoNow.toISOString(), lastAt)
    const known = run.stories.filter(({ firstAt, lastAt }) => lastAt >= from && firstAt <= until)
    assert.equal(days.find((each) => each.day === day)?.storyCount, known.length)
    const brief = await getBrief.run(context, { day: plusDays(day, -1), timeZone })
    assert.equal(brief.until, boundsOfDay(plusDays(day, -1), timeZone).until)
    for (const { storyCount, day: each } of days.filter((one) => one.storyCount > 0))
      assert.equal((await getToday.run(context, { day: each, timeZone })).storyCount, storyCount)
  }
  // At 22:30 in New York it is tomorrow in UTC.
  const late = { ...context, now: () => new Date('2026-03-20T02:30:00Z') }
  assert.equal((await getBrief.run(late, { timeZone: 'America/New_York' })).day, '2026-03-19')
  assert.equal((await getBrief.run(late, {})).day, '2026-03-20')
  assert.equal(getToday.input.safeParse({ timeZone: 'Mars/Olympus' }).success, false)
  await run.close()
})
