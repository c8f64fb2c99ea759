import type { AlertRow } from '../../store/notify/alerts.ts'

/** Alerts as a webhook tells them; without a public address of the server they hold paths alone. */
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
    ...(baseUrl ? { url: `${baseUrl}${alert.path}` } : {}),
    ...(alert.words === undefined ? {} : { words: alert.words }),
    ...(alert.citationPath === undefined ? {} : { citationPath: alert.citationPath }),
  }))
}
