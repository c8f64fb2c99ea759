/** Where the interface stands; what breaks a program comes under another number. */
export const apiPath = '/api/v1'

/** What the interface is, for language models (llmstxt.org). */
export const llmsPath = '/llms.txt'

/** Whether the interface for programs answers at a path. */
export function ownedByRest(path: string): boolean {
  return path === apiPath || path.startsWith(`${apiPath}/`) || path === llmsPath
}
