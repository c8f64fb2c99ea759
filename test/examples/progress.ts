import type { ProgressView } from '../../src/operations/views.ts'

export const idle: ProgressView = {
  feeds: { total: 12, polled: 12, due: 0 },
  articles: { waiting: 0, running: 0, failed: 1, done: 340 },
  stories: { waiting: 0, running: 0, failed: 0, done: 61 },
  isBusy: false,
}

export const busy: ProgressView = {
  feeds: { total: 12, polled: 7, due: 5 },
  articles: { waiting: 120, running: 4, failed: 1, done: 86 },
  stories: { waiting: 3, running: 1, failed: 0, done: 9 },
  isBusy: true,
}
