import type { Pipeline } from './pipeline.ts'
import { workRoles } from './work-roles.ts'

/** The first page goes before the loops: what they need takes as long to load as all the rest. */
const AFTER_PAGES_MS = 400

/**
 * A pipeline that is loaded when it is needed first: by what asks something of it, or, after `start`, as soon as whoever waits for
 * the first page has had a moment. Stopped before that, it never is.
 */
export function latePipeline(load: () => Promise<Pipeline>, roles: Pipeline['roles'] = workRoles): Pipeline {
  let loaded: Promise<Pipeline> | undefined
  let opened: Pipeline | undefined
  let starting: NodeJS.Timeout | undefined
  let started: Promise<void> | undefined
  let startedAtMs: number | undefined
  const open = () => (loaded ??= load().then((pipeline) => (opened = pipeline)))
  return {
    roles,
    importArticles: async (...given) => (await open()).importArticles(...given),
    readKeptPage: async (...given) => (await open()).readKeptPage(...given),
    wake: () => opened?.wake(),
    runOnce: async (...given) => (await open()).runOnce(...given),
    pollOnce: async () => (await open()).pollOnce(),
    lookOnce: async () => (await open()).lookOnce(),
    start() {
      if (roles.length === 0) return
      startedAtMs = performance.now()
      starting = setTimeout(() => {
        started = open().then((pipeline) => pipeline.start())
      }, AFTER_PAGES_MS)
    },
    // From when it was to start on: one that cannot be loaded is silent.
    silentMs: () => opened?.silentMs() ?? (startedAtMs === undefined ? undefined : performance.now() - startedAtMs),
    failing: () => opened?.failing() ?? { loops: 0, failing: [] },
    async stop() {
      clearTimeout(starting)
      await started
      await (await loaded)?.stop()
    },
  }
}
