/** Base path of the API; a change that breaks programs gets another number. */
export const apiPath = '/api/v1'

/** Describes the API for language models (llmstxt.org). */
export const llmsPath = '/llms.txt'

export function ownedByRest(path: string): boolean {
  return path === apiPath || path.startsWith(`${apiPath}/`) || path === llmsPath
}
