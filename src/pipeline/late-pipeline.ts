import type { Pipeline } from './pipeline.ts'
import { workRoles } from './work-roles.ts'

/** The first page is served before the loops load: their modules take as long to load as everything else. */
const AFTER_PAGES_MS = 400

/**
 * A pipeline that is loaded when first needed: when something calls it or, after `start`, as soon as the first page has had a moment. If
 * stopped before that, it is never loaded.
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
    readStoredPage: async (...given) => (await open()).readStoredPage(...given),
    wake: () => opened?.wake(),
    runOnce: async (...given) => (await open()).runOnce(...given),
    pollOnce: async () => (await open()).pollOnce(),
    recheckOnce: async () => (await open()).recheckOnce(),
    start() {
      if (roles.length === 0) return
      startedAtMs = performance.now()
      starting = setTimeout(() => {
        started = open().then((pipeline) => pipeline.start())
      }, AFTER_PAGES_MS)
    },
    // Counted from when it should have started: a pipeline that cannot be loaded counts as silent.
    silentMs: () => opened?.silentMs() ?? (startedAtMs === undefined ? undefined : performance.now() - startedAtMs),
    failing: () => opened?.failing() ?? { loops: 0, failing: [] },
    async stop() {
      clearTimeout(starting)
      await started
      await (await loaded)?.stop()
    },
  }
}
