import { asId } from '../../src/core/ids.ts'
import type { AdminView } from '../../src/operations/admin/admin.ts'
import { choice } from './arrange.ts'
import { doubtful } from './labels.ts'
import { jobs, now } from './views.ts'

const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const correction = doubtful.corrections[0]

/** An instance in which some things need a look, with a copy that was made and one under way. */
export const admin: AdminView = {
  ...jobs,
  counts: { feeds: 12, entries: 4_180, articles: 3_912, stories: 611 },
  schemaVersion: 8,
  storage: {
    folder: '/home/ida/.local/share/twosource',
    databaseFile: '/home/ida/.local/share/twosource/twosource.db',
    freeBytes: 81_300_000_000,
    perDay: Array.from({ length: 30 }, (_, index) => ({
      day: new Date(Date.parse('2026-02-16') + index * 86_400_000).toISOString().slice(0, 10),
      count: index < 4 ? 0 : 100 + ((index * 37) % 90),
    })),
  },
  keeping: {
    days: 180,
    gone: { entries: 1_204, articles: 988, stories: 301, firstAt: '2026-02-20T03:00:00Z', at: '2026-03-16T03:00:00Z' },
  },
  keptPages: { megabytes: 500, count: 12, bytes: 1_234_567 },
  backup: {
    isHere: true,
    folder: '/data/backups',
    schedule: { everyHours: 24, kept: 3 },
    copies: [
      {
        name: 'twosource-2026-03-16T20-00-00Z.db',
        sizeBytes: 48_200_000,
        at: '2026-03-16T20:00:00Z',
        isByItself: false,
      },
      {
        name: 'twosource-2026-03-09T20-00-00Z-by-itself.db',
        sizeBytes: 41_900_000,
        at: '2026-03-09T20:00:00Z',
        isByItself: true,
      },
    ],
    task: { startedAt: minutesAgo(1), share: 0.42 },
  },
  check: {
    startedAt: minutesAgo(30),
    endedAt: minutesAgo(29),
    outcome: { kind: 'done', detail: 'Every page was read and is sound.' },
  },
  queue: Array.from({ length: 200 }, (_, index) => ({
    at: minutesAgo(1000 - index * 5),
    waiting: Math.round(40 + 40 * Math.sin(index / 20)),
    failed: index > 120 ? 1 : 0,
  })),
  nodes: [
    {
      machine: 'harbor-1',
      pid: 412,
      roles: [],
      serves: true,
      version: '0.1.0',
      since: minutesAgo(1000),
      seenAt: minutesAgo(0),
      isSilent: false,
      lanes: [],
    },
    {
      machine: 'harbor-2',
      pid: 77,
      roles: ['fetch', 'analyze', 'story'],
      serves: false,
      version: '0.1.0',
      since: minutesAgo(900),
      seenAt: minutesAgo(4),
      isSilent: true,
      lanes: ['cluster:en'],
    },
  ],
  unattended: ['tell'],
  failing: ['embed'],
  failedLayers: [{ layer: 'quotes', articles: 2 }],
  decisions: [
    { kind: 'choice', at: choice.at, choice },
    { kind: 'choice', at: choice.at, choice: { ...choice, id: asId('choice-2'), undoneAt: minutesAgo(90) } },
    ...(correction ? [{ kind: 'correction' as const, at: correction.correction.at, ...correction }] : []),
  ],
  settings: [
    { name: 'TWOSOURCE_PORT', value: '7180', isDefault: true, isSecret: false, help: 'Port.' },
    { name: 'TWOSOURCE_DATABASE', value: '', isDefault: false, isSecret: true, help: 'Database.' },
    { name: 'TWOSOURCE_CONTACT', value: '', isDefault: true, isSecret: false, help: 'Contact.' },
    { name: 'TWOSOURCE_NEW', value: 'a<b', isDefault: false, isSecret: false, help: 'A setting without words yet.' },
  ],
  versions: { twosource: '0.1.0', node: '24.21.0', system: 'linux x64', startedAt: minutesAgo(1000) },
}

const { check: _, ...unchecked } = admin

/** An instance in which all is well and nothing has happened yet, on a server. */
export const quietAdmin: AdminView = {
  ...unchecked,
  jobs: [],
  failingFeeds: [],
  counts: { feeds: 0, entries: 0, articles: 0, stories: 0 },
  storage: { folder: '/data', perDay: admin.storage.perDay.map(({ day }) => ({ day, count: 0 })) },
  backup: { isHere: false, folder: '/data/backups', copies: [] },
  queue: [],
  nodes: [],
  failing: [],
  failedLayers: [],
  unattended: [],
  decisions: [],
  store: { ...admin.store, dialect: 'postgres' },
}

/** No room for a copy, and a database that is not sound. */
export const troubledAdmin: AdminView = {
  ...admin,
  storage: { ...admin.storage, freeBytes: 1_000_000 },
  backup: {
    isHere: true,
    folder: '/data/backups',
    copies: [],
    task: {
      startedAt: minutesAgo(2),
      endedAt: minutesAgo(2),
      outcome: { kind: 'no-room', neededBytes: 52_000_000, freeBytes: 1_000_000 },
    },
  },
  check: {
    startedAt: minutesAgo(2),
    endedAt: minutesAgo(1),
    outcome: { kind: 'failed', detail: 'row 3 missing from index entry_by_time' },
  },
}
