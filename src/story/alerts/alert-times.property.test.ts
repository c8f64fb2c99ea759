import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { deliveryDelayMs, isQuiet, mostAttempts, planChannel, quietEnd } from './alert-times.ts'

const zones = ['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Chatham']
const zone = fc.constantFrom(...zones)
const minute = fc.integer({ min: 0, max: 1439 })
const quietHours = fc.record({ from: minute, until: minute }).filter(({ from, until }) => {
  const length = (until - from + 1440) % 1440
  return length > 0 && length <= 1200
})
// A year, so that it includes both clock changes.
const moment = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-01-01T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString())

describe('quiet hours', () => {
  it('end outside themselves, no later than a day on, in every zone and on every day of the year', () => {
    fc.assert(
      fc.property(moment, quietHours, zone, (at, quiet, timeZone) => {
        const end = quietEnd(at, { quiet }, timeZone)
        assert.equal(isQuiet(end, quiet, timeZone), false)
        assert.equal(end === at, !isQuiet(at, quiet, timeZone))
        assert.ok(end >= at && Date.parse(end) - Date.parse(at) <= 26 * 3_600_000)
      }),
      { numRuns: 2000 },
    )
  })

  it('are told in the reader’s zone, over midnight and not', () => {
    const night = { from: 22 * 60, until: 7 * 60 }
    assert.equal(quietEnd('2026-03-14T14:00:00.000Z', { quiet: night }, 'Asia/Tokyo'), '2026-03-14T22:00:00.000Z')
    assert.equal(quietEnd('2026-03-14T14:00:00.000Z', { quiet: night }, 'UTC'), '2026-03-14T14:00:00.000Z')
    // The night in which Berlin puts its clock forward has an hour less.
    assert.equal(quietEnd('2026-03-28T22:30:00.000Z', { quiet: night }, 'Europe/Berlin'), '2026-03-29T05:00:00.000Z')
  })
})

type Sent = {
  readonly at: string
  readonly batch: string
  readonly alertIds: readonly string[]
  readonly isFirst: boolean
}

/** A channel over a day and a half, minute by minute where something is due, with random failures and crashes. */
function run(
  arrivals: readonly number[],
  fates: readonly ('ok' | 'fail' | 'crash')[],
  settings: Parameters<typeof planChannel>[2],
  timeZone: string,
) {
  const start = Date.parse('2026-03-28T12:00:00Z')
  const time = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
  const rows = arrivals.map((minutes, index) => {
    const nextAt = quietEnd(time(minutes), settings, timeZone)
    return {
      alertId: `a${index}`,
      at: minutes,
      nextAt,
      isHeld: nextAt > time(minutes),
      tries: 0,
      batch: '',
      isSent: false,
    }
  })
  const sent: Sent[] = []
  const delivered: string[] = []
  let fate = 0
  for (let minutes = 0, steps = 0; steps < 2000 && rows.some((row) => !row.isSent); steps++) {
    const now = time(minutes)
    const waiting = rows.filter((row) => row.at <= minutes && !row.isSent)
    const sentAt = sent.filter(({ batch }) => delivered.includes(batch)).map(({ at }) => at)
    const plan = planChannel(
      waiting.map(({ batch, ...row }) => ({ ...row, ...(batch && { batch }) })),
      sentAt,
      settings,
      timeZone,
      now,
    )
    for (const { alertIds, batch = `batch ${sent.length}` } of plan.messages) {
      const isFirst = !sent.some((message) => message.batch === batch)
      const group = rows.filter(({ alertId }) => alertIds.includes(alertId))
      for (const row of group) Object.assign(row, { batch, tries: row.tries + 1 })
      sent.push({ at: now, batch, alertIds, isFirst })
      const fell = fates[fate++ % Math.max(1, fates.length)] ?? 'ok'
      // A crash: the message was sent, but not recorded.
      if (fell === 'crash') continue
      if (fell === 'ok') delivered.push(batch)
      const later = new Date(Date.parse(now) + deliveryDelayMs(group[0]!.tries)).toISOString()
      for (const row of group)
        Object.assign(row, fell === 'ok' ? { isSent: true } : { nextAt: quietEnd(later, settings, timeZone) })
    }
    // Continue at the next time something may be due.
    const times = rows.flatMap((row) => [time(row.at), row.nextAt]).filter((each) => each > now)
    const next = [...times, ...(plan.nextAt && plan.nextAt > now ? [plan.nextAt] : []), time(minutes + 60)].sort()[0]!
    minutes = Math.max(minutes + 1, Math.ceil((Date.parse(next) - start) / 60_000))
  }
  return { sent, rows }
}

describe('a channel', () => {
  it('sends each alert in one message, under one name however often it is tried, loses none, and keeps quiet hours and the limit', () => {
    const fates = fc
      .array(fc.constantFrom('ok' as const, 'fail' as const, 'crash' as const), { maxLength: 12 })
      .map((all) => [...all, 'ok' as const])
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1440 }), { maxLength: 30 }),
        fates,
        fc.option(quietHours, { nil: undefined }),
        fc.integer({ min: 1, max: 6 }),
        zone,
        (arrivals, drawn, quiet, perHour, timeZone) => {
          const settings = { isAllOn: true, perHour, ...(quiet && { quiet }) }
          const { sent, rows } = run(arrivals, drawn, settings, timeZone)
          assert.ok(
            rows.every(({ isSent }) => isSent),
            'lost',
          )
          const first = sent.filter(({ isFirst }) => isFirst).flatMap(({ alertIds }) => alertIds)
          assert.equal(new Set(first).size, first.length, 'an alert stands in two messages')
          for (const { batch, alertIds } of sent)
            assert.deepEqual(sent.find((message) => message.batch === batch)?.alertIds, alertIds)
          if (quiet) for (const { at } of sent) assert.equal(isQuiet(at, quiet, timeZone), false)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('brings what the hour has no room for in one message later', () => {
    const settings = { isAllOn: true, perHour: 3 }
    const { sent } = run([1, 2, 3, 4, 5, 6, 7], [], settings, 'UTC')
    assert.deepEqual(
      sent.map(({ alertIds }) => alertIds.length),
      [1, 1, 1, 4],
    )
    const together = run([1, 1, 1, 1, 1], [], settings, 'UTC')
    assert.deepEqual(
      together.sent.map(({ alertIds }) => alertIds.length),
      [5],
    )
  })

  it('is tried for about a day', () => {
    const delays = Array.from({ length: mostAttempts - 1 }, (_, index) => deliveryDelayMs(index + 1))
    const hours = delays.reduce((sum, ms) => sum + ms, 0) / 3_600_000
    assert.ok(hours > 18 && hours <= 24, String(hours))
  })
})
