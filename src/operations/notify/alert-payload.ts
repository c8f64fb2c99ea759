import { defined } from '../../core/defined.ts'
import type { AlertRow } from '../../store/notify/alerts.ts'

/** The body of a webhook for alerts; without a public URL of the server it has only paths. */
export function alertPayload(alerts: readonly AlertRow[], baseUrl: string | undefined) {
  return alerts.map((alert) => ({
    id: alert.id,
    kind: alert.kind,
    isNewStory: alert.isNewStory,
    because: alert.cause,
    title: alert.title,
    language: alert.language,
    source: alert.sourceName,
    at: alert.at,
    path: alert.path,
    ...defined({
      url: baseUrl ? `${baseUrl}${alert.path}` : undefined,
      words: alert.words,
      citationPath: alert.citationPath,
    }),
  }))
}
