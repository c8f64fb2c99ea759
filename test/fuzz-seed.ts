import { isMainThread } from 'node:worker_threads'

/**
 * Property tests take other values on every run, so that they go on finding things; a run that decides whether a change
 * may land must not fail by luck, so there (CI=true) they take the same values each time. A thread that a test starts reads this, too,
 * and draws nothing.
 */
if (process.env.CI === 'true' && isMainThread) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ seed: 20_260_312 })
}
